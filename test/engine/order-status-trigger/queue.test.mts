import type { WebhookHost } from '../harness/index.mts';
import { settled, until } from '../support/until.mts';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type DoorKind } from './forged-doors.mts';
import { delayStart, failStart, gate } from './redelivered-starts.mts';

const desk = useTriggerDesk();

afterEach(() => jest.restoreAllMocks());

const DAY_MS = 24 * 3_600_000;

/** Those whose deliveries do not grow old while the sandbox's clock is put forward. */
const AGELESS = DOORS.filter(({ hasSecret }) => !hasSecret).filter(
	({ provider, name }) => provider !== 'deliverySolutions' || name.endsWith('header token'),
);

const withId: Record<DoorKind['provider'], (id: string) => Record<string, unknown>> = {
	flexport: (id) => ({ logisticsEventId: id }),
	deliverr: (id) => ({ eventId: id }),
	digitalRiver: (id) => ({ event: { id } }),
	deliverySolutions: (id) => ({ orderId: id }),
};

const tries = (provider: DoorKind['provider']) =>
	desk
		.hooks(provider)
		.attempts()
		.map(({ status, attempt }) => [attempt, status]);

describe.each(AGELESS)('$name, which tries again', (kind) => {
	const { provider, type } = kind;
	let host: WebhookHost;

	beforeEach(async () => {
		host = (await openDoor(desk, kind)).host;
	});

	it('gets through at last if n8n could not start the workflow', async () => {
		// Delivery Solutions sends no ID, so that every start fails here.
		const fault = failStart(undefined);
		await desk.hooks(provider).fire(type, withId[provider]('A'));
		expect(tries(provider)).toEqual([[1, 500]]);
		fault.end();
		await desk.clock.advance(DAY_MS);
		await desk.hooks(provider).settled();
		await host.settled();
		expect(tries(provider)).toEqual([
			[1, 500],
			[2, 200],
		]);
		expect(host.outputs()).toHaveLength(1);
	});

	it('does not start the workflow again if only the answer was lost', async () => {
		const slow = gate();
		const start = delayStart(undefined, slow.opened);
		const [message] = desk.hooks(provider).message(type, withId[provider]('A'));
		if (!message) throw new Error('Nobody is registered');
		const sender = new AbortController();
		const { url, method, headers, body } = message;
		const gone = fetch(url, { method, headers, body, signal: sender.signal });
		await until(() => start.times() === 1);
		sender.abort();
		await gone.catch(() => undefined);
		await settled();
		slow.open();
		await host.settled();
		start.end();
		expect(await desk.deliver(message)).toMatchObject({ status: 200 });
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it('is not told to try again by what is refused or dropped', async () => {
		await desk.hooks(provider).fireAll([{ type, details: withId[provider]('A') }], { copies: 2 });
		await desk.clock.advance(DAY_MS);
		await desk.hooks(provider).settled();
		expect(tries(provider)).toEqual([
			[1, 200],
			[1, 200],
		]);
	});
});

describe('events that come in another order than they happened', () => {
	it('all start the workflow, and tell when they happened', async () => {
		const host = await desk.host('deliverr');
		await host.activate();
		const words = ['CREATED', 'PROCESSING', 'SHIPPED', 'DELIVERED'];
		const events = words.map((newStatus, hour) => ({
			type: 'ORDER_STATUS_UPDATE',
			details: { orderId: '77', newStatus, eventTime: `2026-01-15T1${hour}:00:00Z` },
		}));
		await desk.hooks('deliverr').fireAll(events, { order: 'reversed', atOnce: 1 });
		await host.settled();
		expect(host.outputs().map(({ providerStatus }) => providerStatus)).toEqual(
			[...words].reverse(),
		);
		const inTime = host
			.outputs()
			.sort((one, other) => String(one.occurredAt).localeCompare(String(other.occurredAt)));
		expect(inTime.map(({ providerStatus }) => providerStatus)).toEqual(words);
	});
});

describe('two processes of one n8n', () => {
	it('both know the token, and lose no event between them', async () => {
		const host = await desk.host('flexport');
		await host.activate();
		const twin = await host.createTwin();
		const ids = Array.from({ length: 100 }, (_, index) => `E-${index}`);
		const messages = ids.flatMap((logisticsEventId, index) => {
			const found = desk.hooks('flexport').message('Order.Shipped', { logisticsEventId });
			const url = index % 2 === 0 ? host.productionUrl : twin.productionUrl;
			return found.map((message) => ({ ...message, url }));
		});
		const answers = await Promise.all(messages.map((message) => desk.deliver(message)));
		await host.settled();
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(new Set(host.outputs().map(({ eventId }) => eventId))).toEqual(new Set(ids));
	});
});
