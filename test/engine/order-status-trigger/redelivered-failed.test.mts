import { settled, until } from '../support/until.mts';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import type { WebhookHost } from '../harness/index.mts';
import { failStart, gate } from './redelivered-starts.mts';

const desk = useTriggerDesk();

let host: WebhookHost;

beforeEach(async () => {
	host = await desk.host('flexport', { events: ['Order.Shipped'] });
	await host.activate();
});

afterEach(() => jest.restoreAllMocks());

/** The same event comes with the same ID whenever it comes. */
const event = (logisticsEventId: string) => {
	const [message] = desk.hooks('flexport').message('Order.Shipped', { logisticsEventId });
	if (!message) throw new Error('Nobody is registered');
	return message;
};

const eventIds = () => host.outputs().map(({ eventId }) => eventId);

describe('an event for which n8n fails to start the workflow', () => {
	it('is answered with 500, and counts when it comes again', async () => {
		const fault = failStart('A');
		expect(await desk.deliver(event('A'))).toMatchObject({ status: 500 });
		fault.end();
		expect(await desk.deliver(event('A'))).toMatchObject({ status: 200 });
		await host.settled();
		expect(eventIds()).toEqual(['A']);
	});

	it('counts once when it comes again several times', async () => {
		const fault = failStart('A');
		await desk.deliver(event('A'));
		fault.end();
		await Promise.all([event('A'), event('A'), event('A')].map((one) => desk.deliver(one)));
		await host.settled();
		expect(eventIds()).toEqual(['A']);
	});

	it('counts as often as it fails, and once when it does not', async () => {
		const fault = failStart('A');
		const statuses = [];
		for (let tries = 0; tries < 3; tries++) statuses.push((await desk.deliver(event('A'))).status);
		fault.end();
		statuses.push((await desk.deliver(event('A'))).status);
		await desk.deliver(event('A'));
		await host.settled();
		expect(statuses).toEqual([500, 500, 500, 200]);
		expect(eventIds()).toEqual(['A']);
	});

	it('counts when it comes again, though another event was taken meanwhile', async () => {
		const away = gate();
		const fault = failStart('A', away.opened);
		const failing = desk.deliver(event('A'));
		await until(() => fault.times() === 1);
		expect(await desk.deliver(event('B'))).toMatchObject({ status: 200 });
		await settled();
		away.open();
		expect(await failing).toMatchObject({ status: 500 });
		fault.end();

		expect(await desk.deliver(event('A'))).toMatchObject({ status: 200 });
		await host.settled();
		expect(eventIds()).toEqual(['B', 'A']);
	});

	it('counts when it comes again, though the sender had hung up before it failed', async () => {
		const away = gate();
		const fault = failStart('A', away.opened);
		const sender = new AbortController();
		const { url, method, headers, body } = event('A');
		const gone = fetch(url, { method, headers, body, signal: sender.signal });
		await until(() => fault.times() === 1);
		sender.abort();
		await gone.catch(() => undefined);
		await settled();
		away.open();
		await host.settled();
		fault.end();

		expect(await desk.deliver(event('A'))).toMatchObject({ status: 200 });
		await host.settled();
		expect(eventIds()).toEqual(['A']);
	});
});
