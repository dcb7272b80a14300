import { until } from '../support/until.mts';
import { Arrivals } from './arrivals.mts';
import type { Spread } from './balancer.mts';
import { deliver, deliverAll } from './deliver.mts';
import { startedBy } from './executions.mts';
import { measure } from './measure.mts';
import { listen } from './trigger-bench.mts';
import { useQueue } from './use-queue.mts';
import { removeDuplicates } from './workflows.mts';

const desk = useQueue();
const arrivals = new Arrivals();

beforeAll(() => arrivals.open());
afterAll(() => arrivals.close());

const EVENTS = 40;
const COPIES = 3;

const ids = (prefix: string) =>
	Array.from({ length: EVENTS }, (_, index) => `${prefix}-${index}`).sort();

/** How often the one came that came most often. */
const mostOften = (came: readonly string[]) =>
	Math.max(...came.map((event) => came.filter((each) => each === event).length));

/** What a process writes to its log from now on. */
function newsOf({ log }: { log(): string }): () => string {
	const { length } = log();
	return () => log().slice(length);
}

/** How many webhook processes take part, and how deliveries are spread over them. */
async function processes(count: 1 | 2, spread: Spread = 'inTurn'): Promise<void> {
	const { webhooks, balancer } = desk.host;
	if (count === 2) await webhooks[1].start();
	balancer.webhooks = webhooks.slice(0, count).map(({ port }) => port);
	balancer.spread = spread;
}

it('main registers, the webhook process takes deliveries, and workers run them', async () => {
	await processes(1);
	const { main, workers, webhooks } = desk.host;
	const { hooks } = desk.sandbox.flexport;
	const news = [main, webhooks[0], ...workers].map(newsOf);
	const listener = await listen(desk, arrivals);
	const events = Array.from({ length: 30 }, (_, index) => `E-${index}`);
	expect(hooks.list()).toEqual([
		expect.objectContaining({
			url: expect.stringContaining(`${desk.host.webhookUrl}/webhook/`),
		}),
	]);
	const messages = listener.messages(events);
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
	expect(await listener.ends()).toEqual({ success: events.length });
	expect(listener.came().sort()).toEqual([...events].sort());
	const enqueued = /Enqueued execution/;
	const [ofMain = '', ofWebhook = '', ...ofWorkers] = news.map((read) => read());
	expect(ofMain).not.toMatch(enqueued);
	expect(ofWebhook).toMatch(enqueued);
	const shares = ofWorkers.map((log) => startedBy(log).length);
	expect(shares.reduce((sum, share) => sum + share)).toBe(events.length);
	for (const share of shares) expect(share).toBeGreaterThan(0);
	await listener.end();
	const [message] = messages;
	if (!message) throw new Error('There was no delivery.');
	await until('it is closed', async () => (await deliver(message)) === 404 || undefined);
	expect(await listener.ends()).toEqual({ success: events.length });
});

it('one webhook process drops every copy, whatever becomes of main', async () => {
	await processes(1);
	const { main, webhooks } = desk.host;
	const listener = await listen(desk, arrivals);
	const events = ids('A');
	expect((await measure('one process', listener, events, COPIES)).sort()).toEqual(events);
	expect(await measure('one process, later', listener, events)).toEqual([]);
	await main.stop();
	await main.start();
	expect(await measure('main restarted', listener, events)).toEqual([]);
	await webhooks[0].stop();
	await webhooks[0].start();
	const again = await measure('the webhook process restarted', listener, events, COPIES);
	// It remembers nothing, but among those that come now it still takes each but once.
	expect(again).toHaveLength(new Set(again).size);
	await listener.end();
});

it('two webhook processes lose no event, and each takes an event once', async () => {
	await processes(2);
	const listener = await listen(desk, arrivals);
	const events = ids('B');
	const came = await measure('two in turn', listener, events, COPIES);
	expect([...new Set(came)].sort()).toEqual(events);
	expect(mostOften(came)).toBeLessThanOrEqual(2);
	await listener.end();
});

it('two webhook processes that share the work by path drop every copy', async () => {
	await processes(2, 'byPath');
	const listener = await listen(desk, arrivals);
	const events = ids('C');
	expect((await measure('two by path', listener, events, COPIES)).sort()).toEqual(events);
	expect(await measure('two by path, later', listener, events)).toEqual([]);
	await listener.end();
});

// n8n's store of what was seen is read, changed and written without a lock: what comes in the same
// moment may pass, and a mark may be overwritten. So there are figures, and little that is certain.
it('two webhook processes with Remove Duplicates behind the trigger', async () => {
	await processes(2);
	const listener = await listen(desk, arrivals, [removeDuplicates()]);
	const [events, others] = [ids('D'), ids('E')];
	const came = await measure('Remove Duplicates', listener, events, COPIES);
	expect(mostOften(came)).toBeLessThanOrEqual(2);
	await measure('Remove Duplicates, later', listener, events);
	const more = await measure('Remove Duplicates, new ones', listener, others, COPIES);
	expect(mostOften(more)).toBeLessThanOrEqual(2);
	await desk.host.webhooks[0].stop();
	await desk.host.webhooks[0].start();
	const again = await measure('Remove Duplicates, a restart', listener, others);
	expect(again.length).toBeLessThan(others.length);
	await listener.end();
});
