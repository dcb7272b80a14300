import { DEFAULT_LIFE } from './flexport/life.mts';
import type { Sandbox } from './server.mts';

export const USAGE = `Usage: npm run sandbox -- [--port 4010] [--speed 1] [--seed 1]

  --port   port on this machine; 0 takes any free one
  --speed  how much faster than real time orders live, e.g. 10
  --seed   for faults that strike at random`;

function seconds(ms: number, speed: number): string {
	return `${Math.round(ms / speed / 100) / 10} s`;
}

/** What the terminal says when the sandbox is up. */
export function greeting(sandbox: Sandbox, speed: number): string {
	const { flexport, url } = sandbox;
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
	return `The sandbox runs at ${url}

Flexport Logistics API
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
  It gets a shipment after ${seconds(routingMs, speed)}, reaches the warehouse after ${seconds(warehouseMs, speed)}, is shipped
  after ${seconds(shippedMs, speed)} and delivered after ${seconds(deliveredMs, speed)}.

Tricks, in address.company of a new order (TYPE is one of Flexport's 31 error types)
  fail BAD_ADDRESS                     it fails, every time
  fail NO_RATES x2                     it fails, also on the first retry; the second retry goes well
  fail NO_RATES retriable=false        it fails and cannot be retried
Without a trick: more than there is in stock, a product that was never received, the zip 00000, or
a foreign country and no customs information.

Faults
  curl -s '${url}/_sandbox/faults' -H 'Content-Type: application/json' \\
    -d '{"method":"POST","path":"/orders","fault":{"kind":"cutAfter"}}'
  Kinds: status, cutBefore, cutAfter, cutDuring, slowBody, stall, notJson, expiredToken.
  Also below ${url}/_sandbox: DELETE faults, POST rate-limit, GET requests,
  GET flexport/orders, POST flexport/products, POST reset.

${flexport.products().length} products are in stock. Nothing is kept when it stops. Ctrl-C stops it.`;
}
