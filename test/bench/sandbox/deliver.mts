import { Agent, request } from 'node:http';
import type { ComposedMessage, WebhookControl } from '../../sandbox/shared/webhook-control.mts';
import { inTurns } from '../in-turns.mts';
import type { Calls, Delivered } from './protocol.mts';

const TYPE = 'fulfillment_order.shipped';

function send({ url, method, headers, body }: ComposedMessage, agent: Agent): Promise<number> {
	return new Promise((resolve, reject) => {
		const length = { 'content-length': Buffer.byteLength(body) };
		const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
			answer.resume();
			answer.on('error', reject);
			answer.on('end', () => resolve(answer.statusCode ?? 0));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** Delivers events that nobody has seen, and measures how long each answer takes. */
export async function deliver(
	hooks: WebhookControl,
	{ count, atOnce, url }: Calls['deliver']['ask'],
): Promise<Delivered> {
	const messages = Array.from({ length: count }, () => hooks.message(TYPE)).flat();
	if (messages.length !== count) throw new Error(`${messages.length} webhooks want the event.`);
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	const delivered: Delivered = { answeredMs: [], refused: 0 };
	await inTurns(messages, atOnce, async (message) => {
		const started = performance.now();
		const status = await send({ ...message, ...(url === undefined ? {} : { url }) }, agent);
		delivered.answeredMs.push(performance.now() - started);
		if (status !== 200) delivered.refused += 1;
	});
	agent.destroy();
	return delivered;
}
