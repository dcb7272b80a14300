import { inSeconds } from '../shared/seconds.mts';
import type { DeliverySolutionsControl } from './control.mts';
import { DEFAULT_SHIPMENT_LIFE } from './life.mts';

/** What the terminal says of Delivery Solutions. */
export function deliverySolutionsGreeting(
	control: DeliverySolutionsControl,
	speed: number,
): string {
	const { client, blockedClient, baseUrl, tokenUrl } = control;
	const [first = 0] = DEFAULT_SHIPMENT_LIFE;
	const last = DEFAULT_SHIPMENT_LIFE.at(-1) ?? 0;
	const shipment = JSON.stringify({
		orderExternalId: 'WEB-3001',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lee', phone: '+1 617-555-0111' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
	});
	return `Delivery Solutions (UPS LynkUp) Shipping Order API
  Base URL of the credential   ${baseUrl}
  Token URL                    ${tokenUrl}
  Client ID                    ${client.clientId}
  Client secret                ${client.clientSecret}
  Client that is blocked       ${blockedClient.clientId} / ${blockedClient.clientSecret}   (answers 403)

Try it
  TOKEN=$(curl -s '${tokenUrl}' \\
    -u '${client.clientId}:${client.clientSecret}' -d grant_type=client_credentials |
    sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

  curl -s '${baseUrl}/shipments/list' \\
    -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"limit":3}'

  curl -s '${baseUrl}/shipments' \\
    -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -d '${shipment}'

What a shipment does by itself
  It is dispatched at once, assigned after ${inSeconds(first, speed)}, picked up, carried, and delivered
  after ${inSeconds(last, speed)}.

Tricks, in orderAttributes of a new shipment
  "sandboxLife": "ORDER_FAILED"                   the statuses it goes through, comma separated
  "sandboxFail": "create PLACE_ORDER_FAILED x2"   the first two creates fail; without x2, all of them
      Operations: create, get, edit, cancel, retry, history, with any error type that the documents
      list for them; several are separated by a semicolon.
  "sandboxLabel": "file"                          link, file, url, none, broken or page
Without a trick: the locations 7709, 100983, NYClocation101 and 301 are known, "no-providers" has
no provider, the postal code 00000 cannot be found, no provider takes more than 150 lb, and the
proposed provider "No Cancel Courier" cannot be cancelled.

${control.shipments().length} shipments are there; WEB-2010 has failed and can be retried.`;
}
