import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { closedGate } from '../support/gate.mts';
import { output } from '../support/seen.mts';
import { until } from '../support/until.mts';

const desk = useDigitalRiverDesk();

const COUNT = 350;
const NEWEST_FIRST = Array.from({ length: COUNT }, (_, index) => `SHOP-${COUNT - index}`);

/** Orders SHOP-1 to SHOP-350, the last one the newest. */
const fill = (count = COUNT) =>
	desk.api.addOrders(count, (index) => ({ upstreamId: `SHOP-${index + 1}` }));

const idOf = (upstreamId: string) => String(desk.api.order(upstreamId)?.id);

const list = async (changes: INodeParameters = {}) =>
	output(await desk.run({ operation: 'getAll', ...changes }));

const named = (orders: IDataObject[]) => orders.map(({ externalOrderId }) => externalOrderId);

const listAll = async (filters: INodeParameters = {}) =>
	named(await list({ returnAll: true, filters }));

const pages = () => desk.sandbox.log.all().map(({ query }) => query);

describe.each([
	['with hasMore', true],
	['without hasMore', false],
])('350 orders, %s', (_what, sendsHasMore) => {
	beforeEach(() => {
		fill();
		desk.api.sendsHasMore = sendsHasMore;
	});

	it('are listed once each, the newest first', async () => {
		expect(await listAll()).toEqual(NEWEST_FIRST);
		expect(pages()).toHaveLength(4);
	});

	it('are listed once each backwards from the oldest, in the order of the list', async () => {
		expect(await listAll({ endingBefore: idOf('SHOP-1') })).toEqual(NEWEST_FIRST.slice(0, -1));
	});

	it('are listed once each forwards from the newest', async () => {
		expect(await listAll({ startingAfter: idOf('SHOP-350') })).toEqual(NEWEST_FIRST.slice(1));
	});

	it('are listed from the middle in both directions, without the one in the middle', async () => {
		const middle = idOf('SHOP-175');
		expect(await listAll({ startingAfter: middle })).toEqual(NEWEST_FIRST.slice(176));
		expect(await listAll({ endingBefore: middle })).toEqual(NEWEST_FIRST.slice(0, 175));
	});

	it('are given as they came with Simplify off', async () => {
		const orders = await list({ returnAll: true, simplify: false });
		expect(orders).toEqual([...desk.api.orders()].reverse());
	});

	it.each([1, 50, 100])('are cut at the limit of %i, with one request', async (limit) => {
		expect(named(await list({ limit }))).toEqual(NEWEST_FIRST.slice(0, limit));
		expect(pages()).toEqual([{ limit: String(limit) }]);
	});

	it.each([1, 50, 100])('gives the %i just before one, in the order of the list', async (limit) => {
		const filters = { endingBefore: idOf('SHOP-100') };
		const expected = NEWEST_FIRST.slice(250 - limit, 250);
		expect(named(await list({ limit, filters }))).toEqual(expected);
	});

	it('are 50 where nothing is said', async () => {
		expect(named(await list())).toEqual(NEWEST_FIRST.slice(0, 50));
	});
});

it.each([0, 1, 99, 100, 101, 200])(
	'%i orders are listed once each without hasMore, whether or not the last page is full',
	async (count) => {
		fill(count);
		desk.api.sendsHasMore = false;
		expect(await listAll()).toEqual(NEWEST_FIRST.slice(COUNT - count));
		const before = desk.api.orders()[0]?.id;
		if (before === undefined) return;
		expect(await listAll({ endingBefore: String(before) })).toHaveLength(count - 1);
	},
);

it('orders with Java times and nested items are listed the same', async () => {
	fill();
	Object.assign(desk.api, { explodedDates: true, stringIds: true });
	expect(await listAll()).toEqual(NEWEST_FIRST);
});

it('a list is read by the key of its account only', async () => {
	fill(3);
	const { apiKey } = desk.api.addAccount();
	desk.api.addOrder(orderBody(), apiKey);
	const credentials = desk.credentials({ apiKey });
	const orders = output(await desk.run({ operation: 'getAll' }, { credentials }));
	expect(named(orders)).toEqual(['SHOP-1']);
});

it('a list without orders is no item and no error', async () => {
	expect(await list({ returnAll: true })).toEqual([]);
});

describe('orders that are added while the list is read', () => {
	const whileRead = async (filters: INodeParameters) => {
		fill();
		const late = [
			{ page: 2, upstreamId: 'LATE-1', gate: closedGate() },
			{ page: 3, upstreamId: 'LATE-2', gate: closedGate() },
		];
		for (const { page, gate } of late) {
			desk.sandbox.faults.add({ method: 'GET', until: gate.opened, when: { nth: [page] } });
		}
		const run = desk.run({ operation: 'getAll', returnAll: true, filters });
		for (const { page, upstreamId, gate } of late) {
			await until(() => pages().length >= page);
			desk.api.addOrder({ upstreamId });
			gate.open();
		}
		return named(output(await run));
	};

	it('move none of the older ones, so that each is there once', async () => {
		expect(await whileRead({})).toEqual(NEWEST_FIRST);
	});

	it('are at the front of a list that is read towards the newest', async () => {
		fill(0);
		const late = await (async () => {
			const first = desk.api.addOrder({ upstreamId: 'OLDEST' });
			return await whileRead({ endingBefore: String(first.id) });
		})();
		expect(late).toEqual(['LATE-2', 'LATE-1', ...NEWEST_FIRST]);
	});
});
