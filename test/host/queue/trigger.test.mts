import { until } from '../support/until.mts';
import { Arrivals } from './arrivals.mts';
import { deliver, deliverAll } from './deliver.mts';
import { startedBy } from './executions.mts';
import { listen } from './trigger-bench.mts';
import { useQueue } from './use-queue.mts';

const desk = useQueue();
const arrivals = new Arrivals();

beforeAll(() => arrivals.open());
afterAll(() => arrivals.close());

const EVENTS = Array.from({ length: 30 }, (_, index) => `E-${index}`);

it('main registers, the webhook process takes deliveries, and workers run them', async () => {
	const { main, workers, webhooks } = desk.host;
	const { hooks } = desk.sandbox.flexport;
	const listener = await listen(desk, arrivals);
	expect(hooks.list()).toEqual([
		expect.objectContaining({
			url: expect.stringContaining(`${desk.host.webhookUrl}/webhook/`),
		}),
	]);
	const messages = listener.messages(EVENTS);
	const forged = messages.map((message) => {
		const headers = Object.entries(message.headers).map(([name, value]) => [
			name,
			/token/i.test(name) ? `${value}x` : value,
		]);
		return { ...message, headers: Object.fromEntries(headers) };
	});
	expect(new Set(await deliverAll(forged))).toEqual(new Set([401]));
	expect(await listener.ends()).toEqual({});
	expect(new Set(await deliverAll(messages))).toEqual(new Set([200]));
	expect(await listener.ends()).toEqual({ success: EVENTS.length });
	expect(listener.came().sort()).toEqual([...EVENTS].sort());
	const enqueued = /Enqueued execution/;
	expect(main.log()).not.toMatch(enqueued);
	expect(webhooks[0].log()).toMatch(enqueued);
	const shares = workers.map((worker) => startedBy(worker.log()).length);
	expect(shares.reduce((sum, share) => sum + share)).toBe(EVENTS.length);
	for (const share of shares) expect(share).toBeGreaterThan(0);
	await listener.end();
	const [message] = messages;
	if (!message) throw new Error('There was no delivery.');
	await until('it is closed', async () => (await deliver(message)) === 404 || undefined);
	expect(await listener.ends()).toEqual({ success: EVENTS.length });
});
