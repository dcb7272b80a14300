import { deliverrGreeting } from './deliverr/greeting.mts';
import { deliverySolutionsGreeting } from './delivery-solutions/greeting.mts';
import { digitalRiverGreeting } from './digital-river/greeting.mts';
import { flexportGreeting } from './flexport/greeting.mts';
import type { Sandbox } from './server.mts';

export const USAGE = `Usage: npm run sandbox -- [--port 4010] [--speed 1] [--seed 1]

  --port   port on this machine; 0 takes any free one
  --speed  how much faster than real time orders live, e.g. 10
  --seed   for faults that strike at random`;

/** What the terminal says when the sandbox is up. */
export function greeting(sandbox: Sandbox, speed: number): string {
	const { flexport, deliverySolutions, deliverr, digitalRiver, url } = sandbox;
	return `The sandbox runs at ${url}

${flexportGreeting(flexport, speed)}

${deliverySolutionsGreeting(deliverySolutions, speed)}

${deliverrGreeting(deliverr, speed)}

${digitalRiverGreeting(digitalRiver, speed)}

Webhooks
  Register one with the API, or for Delivery Solutions, which has no call for it, with
  curl -s '${url}/_sandbox/delivery-solutions/targets' -H 'Content-Type: application/json' \\
    -d '{"url":"http://127.0.0.1:5678/webhook/x","kind":"order","auth":{"type":"none"}}'
  Orders and shipments fire events as they live. Fire one by hand, for flexport, deliverr,
  digital-river or delivery-solutions, where the type is a status:
  curl -s '${url}/_sandbox/flexport/events' -H 'Content-Type: application/json' \\
    -d '{"type":"Order.Shipped","details":{"externalOrderId":"WEB-1001"},"copies":2}'
  GET .../webhooks shows who is registered, GET .../deliveries what was sent and answered.
  Digital River's signing secret: GET digital-river/webhooks/ID/secret.

Faults
  curl -s '${url}/_sandbox/faults' -H 'Content-Type: application/json' \\
    -d '{"method":"POST","path":"/orders","fault":{"kind":"cutAfter"}}'
  Kinds: status, cutBefore, cutAfter, cutDuring, slowBody, stall, notJson, statusAfter,
    expiredToken.
  Also below ${url}/_sandbox: DELETE faults, POST rate-limit, GET requests, POST reset, and
    flexport/            GET orders, POST products, POST switches
    delivery-solutions/  GET and POST shipments, POST expire-tokens, POST switches, POST targets,
                         DELETE targets
    deliverr/            GET orders, POST products, POST expire-tokens, POST switches
    digital-river/       GET and POST orders, GET cancellations, POST inventory-items, POST switches

${flexport.products().length} products are in stock. Nothing is kept when it stops. Ctrl-C stops it.`;
}
