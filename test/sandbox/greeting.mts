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

Faults
  curl -s '${url}/_sandbox/faults' -H 'Content-Type: application/json' \\
    -d '{"method":"POST","path":"/orders","fault":{"kind":"cutAfter"}}'
  Kinds: status, cutBefore, cutAfter, cutDuring, slowBody, stall, notJson, expiredToken.
  Also below ${url}/_sandbox: DELETE faults, POST rate-limit, GET requests,
  GET flexport/orders, POST flexport/products, GET and POST delivery-solutions/shipments,
  POST delivery-solutions/expire-tokens, POST delivery-solutions/switches, GET deliverr/orders,
  POST deliverr/products, POST deliverr/expire-tokens, POST deliverr/switches, GET and POST
  digital-river/orders, GET digital-river/cancellations, POST digital-river/inventory-items,
  POST digital-river/switches, POST reset.

${flexport.products().length} products are in stock. Nothing is kept when it stops. Ctrl-C stops it.`;
}
