import { inSeconds } from '../shared/seconds.mts';
import type { DeliverrControl } from './control.mts';
import { DEFAULT_DELIVERR_LIFE } from './life.mts';

/** What the terminal says of Deliverr. */
export function deliverrGreeting(control: DeliverrControl, speed: number): string {
	const { tokens, baseUrl } = control;
	const { processingMs, shippedMs, deliveredMs } = DEFAULT_DELIVERR_LIFE;
	const after = (ms: number) => `after ${inSeconds(ms, speed)}`;
	return `Deliverr (legacy) Orders API
  Base URL of the credential   ${baseUrl}
  Access token                 ${tokens.access}
  Refresh token                ${tokens.refresh}
  Access token, reading only   ${tokens.readOnly}   (answers 403)
  Access token, no webhooks    ${tokens.ordersOnly}   (answers 403 there)
  Access token, expired        ${tokens.expired}   (answers 401)

Try it
  curl -s '${baseUrl}/orders/v1/order/externalId/WEB-4002' \\
    -H 'Authorization: Bearer ${tokens.access}'

What an order does by itself
  It is processed ${after(processingMs)}, shipped ${after(shippedMs)} and delivered ${after(deliveredMs)}.

Tricks, in shiptoAddress.company of a new order (TYPE is one of the thirteen error types)
  fail TYPE        create is refused, every time; "fail TYPE x2" twice
  error            the order fails while it is processed; "error x2": also on the first retry
Without a trick: the products sold-out, never-inbounded, not-approved and no-customs, and more of
last-two than there are. WEB-4005 has failed and can be retried.`;
}
