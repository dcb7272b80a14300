import type { Host } from '../host.mts';
import { OWNER } from '../rest/owner.mts';
import type { Listening } from './listening.mts';

/** A command that makes the sandbox fire an event. */
function fire({ sandbox }: Host, system: string, type: string, externalOrderId: string): string {
	const event = JSON.stringify({ type, details: { externalOrderId } });
	return `curl -s '${sandbox.url}/_sandbox/${system}/events' -H 'Content-Type: application/json' \\
    -d '${event}'`;
}

/** What the terminal says when all is ready. */
export function greeting(host: Host, listening: readonly Listening[]): string {
	return `
n8n ${host.version.n8n} with these nodes is ready

  Open       ${host.url}
  Email      ${OWNER.email}
  Password   ${OWNER.password}

The systems behind the four credentials are imitations on this machine, at ${host.sandbox.url}
The workflows are those of examples/. Open one and press "Execute workflow".

These are active, and start by themselves
${listening.map(({ name }) => `  ${name}`).join('\n')}
Run "Flexport: create an order": 8 seconds later the first of them starts. Or fire an event by hand:
  ${fire(host, 'flexport', 'Order.Shipped', 'SHOP-1001')}
  ${fire(host, 'delivery-solutions', 'ORDER_UNDELIVERABLE', 'WEB-2006')}

What else the systems can do: npm run sandbox prints it. Nothing is kept when this stops. Ctrl-C stops all.
`;
}
