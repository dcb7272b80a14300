import { inSeconds } from '../shared/seconds.mts';
import type { DigitalRiverControl } from './control.mts';
import { DEFAULT_DIGITAL_RIVER_LIFE } from './life.mts';

/** What the terminal says of Digital River. */
export function digitalRiverGreeting(control: DigitalRiverControl, speed: number): string {
	const { keys, baseUrl } = control;
	const { shippedMs, restockedMs } = DEFAULT_DIGITAL_RIVER_LIFE;
	const after = (ms: number) => `after ${inSeconds(ms, speed)}`;
	return `Digital River Fulfillment Orders API
  Base URL of the credential   ${baseUrl}
  API key                      ${keys.secret}
  API key, reading only        ${keys.restricted}   (answers 403)
  API key, revoked             ${keys.revoked}   (answers 401)

Try it
  curl -s '${baseUrl}/fulfillment-orders?limit=3' \\
    -H 'Authorization: Bearer ${keys.secret}'

What an order does by itself
  It is shipped ${after(shippedMs)}; what is not in stock is backordered and shipped ${after(restockedMs)}.

Without a trick: of tee-white-m there are three, more are backordered; sold-out cannot be ordered.
Cancellations are accepted at once, unless the switch cancellationMode says pending, reject or
partly. ${control.orders().length} orders are there, WEB-5001 to WEB-5006.`;
}
