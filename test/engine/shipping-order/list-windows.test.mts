import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seededRandom } from '../../sandbox/shared/random.mts';
import { pinDate } from '../support/pin-date.mts';
import { output } from '../support/seen.mts';
import { iso, list } from '../support/shipment-calls.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-01-15T12:00:00.000Z');

const desk = useShippingDesk();

let unpin = (): void => undefined;
beforeEach(() => {
	unpin = pinDate(NOW);
});
afterEach(() => unpin());

/** Shipments made at these moments; those with a change, changed then. */
const addAll = (times: ReadonlyArray<{ made: number; changed?: number }>) =>
	desk.api.addShipments(times.length, (index) => {
		const { made = NOW, changed = made } = times[index] ?? {};
		return {
			orderExternalId: `SHOP-${index}`,
			createdAt: iso(made),
			lastUpdatedAt: iso(changed),
		};
	});

const spread = (count: number, over: number) =>
	Array.from({ length: count }, (_, index) => ({
		made: NOW - over + Math.floor((index * over) / count),
	}));

const idsOf = (items: IDataObject[]) => items.map(({ externalOrderId }) => externalOrderId);
const sorted = (ids: readonly unknown[]) => [...ids].map(String).sort();
const allIds = () => sorted(desk.api.shipments().map(({ orderExternalId }) => orderExternalId));

const listed = async (filters: INodeParameters, options: INodeParameters = {}) =>
	idsOf(output(await desk.run(list(filters, { options }))));

const calls = () => desk.bodies('POST', '/shipments/list');

/** Ends of windows, belonging to them or not, in either order: none of it is documented. */
const UNSURE = [
	['exclusive', 'newestFirst'],
	['exclusive', 'oldestFirst'],
	['inclusive', 'newestFirst'],
	['inclusive', 'oldestFirst'],
] as const;

describe('25 hours of shipments, 2,500 of them', () => {
	it.each(UNSURE)('are listed exactly once each (ends %s, %s)', async (windowEnds, listOrder) => {
		Object.assign(desk.api, { windowEnds, listOrder });
		addAll(spread(2500, 25 * HOUR));
		const ids = await listed({ createdAfter: iso(NOW - 25 * HOUR) });
		expect(ids).toHaveLength(2500);
		expect(sorted(ids)).toEqual(allIds());
		expect(calls()).toHaveLength(3);
	});

	it('come in the order of the API', async () => {
		addAll(spread(2500, 25 * HOUR));
		const ids = await listed({ createdAfter: iso(NOW - 25 * HOUR) });
		expect(ids).toEqual(
			desk.api
				.shipments()
				.map(({ orderExternalId }) => orderExternalId)
				.reverse(),
		);
	});

	it('are 2,400 without a filter: those of the last 24 hours', async () => {
		addAll(spread(2500, 25 * HOUR));
		const ids = await listed({});
		expect(ids).toHaveLength(2400);
		expect(new Set(ids).size).toBe(2400);
	});
});

describe('75 days of shipments, 2,500 of them', () => {
	/** Also around the places where 75 days are cut, wherever these are exactly. */
	const joints = [30, 60].flatMap((days) =>
		[-2000, -1000, -1, 0, 1, 999, 1000, 1001, 2000, 3000].map((off) => ({
			made: NOW - days * DAY + off,
		})),
	);

	it.each(UNSURE)('are listed exactly once each (ends %s, %s)', async (windowEnds, listOrder) => {
		Object.assign(desk.api, { windowEnds, listOrder });
		addAll([...spread(2500 - joints.length, 75 * DAY), ...joints]);
		const ids = await listed({ createdAfter: iso(NOW - 75 * DAY) });
		expect(ids).toHaveLength(2500);
		expect(sorted(ids)).toEqual(allIds());
	});

	it.each(UNSURE)('by their last change as well (ends %s, %s)', async (windowEnds, listOrder) => {
		Object.assign(desk.api, { windowEnds, listOrder });
		addAll(joints.map(({ made }) => ({ made: made - DAY, changed: made })));
		const ids = await listed({ updatedAfter: iso(NOW - 75 * DAY) }, { pageSize: 3 });
		expect(sorted(ids)).toEqual(allIds());
		expect(ids).toHaveLength(joints.length);
	});

	it('take no call of more than 30 days, and no more calls than needed', async () => {
		addAll(spread(300, 75 * DAY));
		await listed({ createdAfter: iso(NOW - 75 * DAY) });
		const windows = calls().map((body) => Object(body).createdAt);
		expect(windows).toHaveLength(3);
		for (const { startsAt, endsAt } of windows) {
			expect(endsAt - startsAt).toBeLessThanOrEqual(30 * DAY);
		}
		expect(Math.min(...windows.map(({ startsAt }) => startsAt))).toBe(NOW - 75 * DAY);
		expect(Math.max(...windows.map(({ endsAt }) => endsAt))).toBe(NOW);
	});

	it('give the newest first, also across the parts', async () => {
		addAll(spread(500, 75 * DAY));
		const ids = await listed({ createdAfter: iso(NOW - 75 * DAY) });
		expect(ids).toEqual(
			desk.api
				.shipments()
				.map(({ orderExternalId }) => orderExternalId)
				.reverse(),
		);
	});

	it.each([1, 40, 41, 450])('give no more than a limit of %i, the newest', async (limit) => {
		addAll(spread(500, 75 * DAY));
		const filters = { createdAfter: iso(NOW - 75 * DAY) };
		const items = output(await desk.run(list(filters, { returnAll: false, limit })));
		const newest = desk.api.shipments().map(({ orderExternalId }) => orderExternalId);
		expect(idsOf(items)).toEqual(newest.reverse().slice(0, limit));
	});
});

describe('two times of more than 30 days at once', () => {
	it.each(UNSURE)('let through what lies in both (ends %s, %s)', async (windowEnds, listOrder) => {
		Object.assign(desk.api, { windowEnds, listOrder });
		const random = seededRandom(7);
		const times = Array.from({ length: 600 }, () => {
			const made = NOW - Math.floor(random() * 120 * DAY) - 1;
			return { made, changed: made + Math.floor(random() * (NOW - made)) };
		});
		addAll(times);
		const [madeFrom, changedFrom, changedTo] = [NOW - 95 * DAY, NOW - 80 * DAY, NOW - 10 * DAY];
		const expected = times.flatMap(({ made, changed }, index) =>
			made >= madeFrom && changed >= changedFrom && changed < changedTo ? [`SHOP-${index}`] : [],
		);
		expect(expected.length).toBeGreaterThan(100);
		const ids = await listed({
			createdAfter: iso(madeFrom),
			updatedAfter: iso(changedFrom),
			updatedBefore: iso(changedTo),
		});
		expect(sorted(ids)).toEqual(sorted(expected));
		expect(ids).toHaveLength(expected.length);
	});
});

it.each([
	['of no length', 0],
	['of exactly 30 days', 30 * DAY],
	['of 30 days and a millisecond', 30 * DAY + 1],
	['of 30 days and a second', 30 * DAY + 1000],
])('a time %s is taken', async (_name, length) => {
	desk.api.windowEnds = 'inclusive';
	addAll([{ made: NOW - length }]);
	const filters = { createdAfter: iso(NOW - length), createdBefore: iso(NOW) };
	expect(await listed(filters)).toEqual(['SHOP-0']);
	expect(calls()).toHaveLength(length > 30 * DAY ? 2 : 1);
});
