import type { WebhookHost } from '../harness/index.mts';
import { freeze } from '../support/freeze.mts';
import { settled, until } from '../support/until.mts';
import { useTriggerDesk, type Answered } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type Door } from './forged-doors.mts';

const desk = useTriggerDesk();

/** Digital River counts an answer after this as none. */
const LIMIT_MS = 3000;

describe.each(DOORS)('$name', (kind) => {
	it('is answered while the workflow still runs', async () => {
		const { host, good } = await openDoor(desk, kind);
		const release = host.holdRuns();
		const answer = await desk.deliver(good());
		expect(answer.status).toBe(200);
		expect(host.outputs()).toHaveLength(1);
		expect(host.outputs('Next')).toEqual([]);

		release();
		await host.settled();
		expect(host.outputs('Next')).toHaveLength(1);
	});
});

describe('while twenty workflows run that do not end', () => {
	it('the next delivery is answered', async () => {
		const host = await desk.host('flexport');
		await host.activate();
		const release = host.holdRuns();
		const events = Array.from({ length: 20 }, () => ({ type: 'Order.Shipped' }));
		await desk.hooks('flexport').fireAll(events);
		await desk.hooks('flexport').fire('Order.Cancelled');
		const statuses = desk
			.hooks('flexport')
			.attempts()
			.map(({ status }) => status);
		expect(statuses).toEqual(Array.from({ length: 21 }, () => 200));
		expect(host.outputs('Next')).toEqual([]);
		release();
		await host.settled();
		expect(host.outputs('Next')).toHaveLength(21);
	});
});

describe('an order that is read while the sender waits', () => {
	let host: WebhookHost;
	let door: Door;
	let unfreeze = (): void => undefined;

	const SLOW_MS = 20_000;

	beforeEach(async () => {
		desk.sandbox.digitalRiver.addOrder({ id: 9001, upstreamId: 'SHOP-1', state: 'shipped' });
		const digitalRiver = DOORS.find(({ hasSecret }) => hasSecret);
		if (!digitalRiver) throw new Error('There is no Digital River');
		door = await openDoor(desk, digitalRiver, { includeOrder: true });
		host = door.host;
	});

	afterEach(() => unfreeze());

	/** Sends an event and stops the time once the API was asked for its order. */
	async function sendAndFreeze() {
		unfreeze = freeze();
		let answered: Answered | undefined;
		const message = door.good({ fulfillmentOrderId: '9001' });
		const delivery = desk.deliver(message).then((answer) => {
			answered = answer;
		});
		await until(() => reads() === 1);
		await settled();
		return { message, answer: () => answered, delivery };
	}

	const reads = () => desk.sandbox.log.find('GET', /fulfillment-orders/).length;

	/** Lets the time go on by itself. */
	function windOn(): () => void {
		let ended = false;
		const step = () => {
			if (ended) return;
			jest.advanceTimersByTime(500);
			setImmediate(step);
		};
		step();
		return () => {
			ended = true;
		};
	}

	it('is not waited for longer than the sender has patience', async () => {
		desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'stall', ms: SLOW_MS } });
		const { answer, delivery } = await sendAndFreeze();
		expect(answer()).toBeUndefined();
		jest.advanceTimersByTime(LIMIT_MS - 500);
		await until(() => answer() !== undefined);
		await delivery;
		expect(answer()).toMatchObject({ status: 200 });
		expect(host.outputs()).toEqual([]);

		jest.advanceTimersByTime(SLOW_MS);
		await host.settled();
		expect(host.outputs()).toMatchObject([{ order: { id: '9001' }, orderError: null }]);
	});

	it('is left out if the API does not answer as it should, and the event says why', async () => {
		desk.sandbox.faults.add({
			method: 'GET',
			when: { every: 1 },
			fault: { kind: 'status', status: 503 },
		});
		const { answer, delivery } = await sendAndFreeze();
		const end = windOn();
		await host.settled();
		await delivery;
		end();
		expect(answer()).toMatchObject({ status: 200 });
		expect(host.outputs()).toMatchObject([
			{ order: null, orderError: expect.stringContaining('503') },
		]);
		expect(host.problems()).toEqual([]);
		expect(host.failures()).toEqual([]);
	});

	it('is read once though the event comes again meanwhile, which is answered at once', async () => {
		desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'stall', ms: SLOW_MS } });
		const { message, delivery } = await sendAndFreeze();
		expect(await desk.deliver(message)).toMatchObject({ status: 200 });
		jest.advanceTimersByTime(SLOW_MS);
		await host.settled();
		await delivery;
		expect(reads()).toBe(1);
		expect(host.outputs()).toHaveLength(1);
	});

	it('does not delay the answer if it is there at once', async () => {
		unfreeze = freeze();
		expect(await desk.deliver(door.good({ fulfillmentOrderId: '9001' }))).toMatchObject({
			status: 200,
		});
		await host.settled();
		expect(host.outputs()).toMatchObject([{ order: { id: '9001' } }]);
		// The request's own, which others would have to wait for.
		jest.advanceTimersByTime(1);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('belongs to an event that counts though the sender has hung up', async () => {
		desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'stall', ms: SLOW_MS } });
		unfreeze = freeze();
		const sender = new AbortController();
		const { url, method, headers, body } = door.good({ fulfillmentOrderId: '9001' });
		const gone = fetch(url, { method, headers, body, signal: sender.signal });
		await until(() => reads() === 1);
		sender.abort();
		await gone.catch(() => undefined);
		await settled();
		jest.advanceTimersByTime(SLOW_MS);
		await host.settled();
		expect(host.outputs()).toMatchObject([{ order: { id: '9001' } }]);
		expect(host.problems()).toEqual([]);
	});
});
