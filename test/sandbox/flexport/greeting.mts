import { inSeconds } from '../shared/seconds.mts';
import type { FlexportControl } from './control.mts';
import { DEFAULT_LIFE } from './life.mts';

/** What the terminal says of Flexport. */
export function flexportGreeting(flexport: FlexportControl, speed: number): string {
	const { tokens, baseUrl } = flexport;
	const api = `${baseUrl}/logistics/api/2026-02`;
	const tee = flexport.products().find(({ merchantSku }) => merchantSku === 'TEE-WHT-M');
	const order = JSON.stringify({
		externalOrderId: 'WEB-1001',
		address: {
			name: 'Ada Lee',
			address1: '1 Main St',
			city: 'Austin',
			provinceCode: 'TX',
			zip: '78701',
			countryCode: 'US',
		},
		lineItems: [{ logisticsSku: tee?.logisticsSku ?? '', quantity: 2 }],
	});
	const { routingMs, warehouseMs, shippedMs, deliveredMs } = DEFAULT_LIFE;
	const after = (ms: number) => `after ${inSeconds(ms, speed)}`;
	return `Flexport Logistics API
  Base URL of the credential   ${baseUrl}
  API version                  2026-02 (any YYYY-MM, or "unstable")
  API token, all scopes        ${tokens.full}
  API token, reading only      ${tokens.readOnly}
  API token without scopes     ${tokens.noScopes}   (answers 403)
  API token, revoked           ${tokens.revoked}   (answers 401)

Try it
  curl -s '${api}/products?limit=3' -H 'Authorization: Bearer ${tokens.full}'

  curl -s '${api}/orders' -H 'Authorization: Bearer ${tokens.full}' \\
    -H 'Content-Type: application/json' -d '${order}'

What an order does by itself
  It gets a shipment ${after(routingMs)}, reaches the warehouse ${after(warehouseMs)}, is shipped
  ${after(shippedMs)} and delivered ${after(deliveredMs)}.

Tricks, in address.company of a new order (TYPE is one of Flexport's 31 error types)
  fail BAD_ADDRESS                     it fails, every time
  fail NO_RATES x2                     it fails, also on the first retry; the second retry goes well
  fail NO_RATES retriable=false        it fails and cannot be retried
Without a trick: more than there is in stock, a product that was never received, the zip 00000, or
a foreign country and no customs information.`;
}
