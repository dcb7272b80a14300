import { orderBody } from '../../engine/support/order-parameters.mts';
import type { HostDesk } from '../support/host-desk.mts';

/**
 * Makes an order at Flexport, past n8n. The sandbox lets it fail if its company says so, e.g.
 * "fail NO_RATES x2", when it is two seconds old, and again that long after a retry.
 */
export async function orderAtFlexport(
	{ sandbox, clock }: HostDesk,
	{ number, company, sku }: { number: string; company: string; sku: string },
): Promise<void> {
	const { baseUrl, tokens } = sandbox.flexport;
	const { address, ...order } = orderBody(sku, { externalOrderId: number });
	const answer = await fetch(`${baseUrl}/logistics/api/2026-02/orders`, {
		method: 'POST',
		headers: { authorization: `Bearer ${tokens.full}`, 'content-type': 'application/json' },
		body: JSON.stringify({ ...order, address: { ...address, company } }),
	});
	if (!answer.ok) throw new Error(`The order was refused: ${await answer.text()}`);
	await clock.advance(3_000);
}
