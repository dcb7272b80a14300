import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import { Failure } from '../../../nodes/shared/failure.ts';
import {
	listShipments,
	type ShipmentFilter,
} from '../../../nodes/shared/providers/delivery-solutions/list-shipments.ts';
import { answers, scriptedApi } from '../support/scripted-api.mts';
import { shipmentList, shipmentsOver } from '../support/shipment-list.mts';

const DAY = 24 * 60 * 60_000;
const END = Date.parse('2026-06-30T00:00:00Z');
const window = (days: number) => ({ startsAt: END - days * DAY, endsAt: END });
const ALL = { wanted: Infinity, pageSize: 1000 };
const ids = (rows: readonly IDataObject[]) => rows.map(({ id }) => id);

describe('one window', () => {
	it('is read page by page, every shipment once and in order', async () => {
		const api = shipmentList(shipmentsOver(20, 50));
		const rows = await listShipments(
			api.session,
			{ createdAt: window(20) },
			{ ...ALL, pageSize: 7 },
		);
		expect(ids(rows)).toEqual(ids(api.shipments));
		expect(api.bodies).toHaveLength(8);
	});

	it('is asked for with the same filter on each page, and with the token of the page before', async () => {
		const api = shipmentList(shipmentsOver(1, 5));
		const filter: ShipmentFilter = {
			createdAt: window(1),
			status: ['ORDER_DISPATCHED'],
			groupId: 'G',
			orderExternalIds: ['a'],
			locationExternalIds: ['b'],
			pickupTime: { startsAt: 1 },
			deliveryTime: { endsAt: 2 },
		};
		await listShipments(api.session, filter, { ...ALL, pageSize: 2 });
		expect(api.bodies).toEqual([
			{ ...filter, limit: 2 },
			{ ...filter, limit: 2, paginationToken: expect.any(String) },
			{ ...filter, limit: 2, paginationToken: expect.any(String) },
		]);
	});

	it('is not asked for at all where there is no filter: the API then takes the last 24 hours', async () => {
		const api = shipmentList(shipmentsOver(1, 2));
		await listShipments(api.session, {}, ALL);
		expect(api.bodies).toEqual([{ limit: 1000 }]);
	});

	it.each([
		[1, [1]],
		[50, [50]],
		[1000, [1000]],
		[1001, [1000, 1000]],
		[2500, [1000, 1000, 1000]],
	])('of 3,000 shipments gives the %d that are wanted', async (wanted, limits) => {
		const api = shipmentList(shipmentsOver(20, 3000));
		const rows = await listShipments(api.session, { createdAt: window(20) }, { ...ALL, wanted });
		expect(ids(rows)).toEqual(ids(api.shipments.slice(0, wanted)));
		expect(api.bodies).toHaveLength(limits.length);
		for (const { limit } of api.bodies) expect(limit).toBeLessThanOrEqual(Math.min(1000, wanted));
	});

	it('starts where a token points to', async () => {
		const api = shipmentList(shipmentsOver(1, 5));
		const options = { ...ALL, pageSize: 2, paginationToken: 'from 2' };
		expect(ids(await listShipments(api.session, { createdAt: window(1) }, options))).toEqual(
			ids(api.shipments.slice(2)),
		);
		expect(api.bodies[0]).toMatchObject({ paginationToken: 'from 2' });
	});
});

describe('a window of more than 30 days', () => {
	it('is read in parts, and what lies in two of them is given once', async () => {
		const api = shipmentList(shipmentsOver(75, 500));
		const rows = await listShipments(api.session, { createdAt: window(75) }, ALL);
		expect(ids(rows)).toEqual(ids(api.shipments));
		expect(api.bodies).toHaveLength(3);
	});

	it('gives every shipment once, whatever their times, the page size and how many are wanted', async () => {
		const plan = fc.record({
			days: fc.integer({ min: 1, max: 100 }),
			offsets: fc.array(fc.integer({ min: 0, max: 100 * DAY }), { maxLength: 60 }),
			onSeams: fc.array(fc.integer({ min: -1500, max: 1500 }), { maxLength: 10 }),
			pageSize: fc.integer({ min: 1, max: 20 }),
			wanted: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 60 })),
			endIsIn: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(plan, async ({ days, offsets, onSeams, pageSize, wanted, endIsIn }) => {
				const seams = onSeams.map((off) => 30 * DAY + off);
				const times = [...offsets, ...seams].filter((off) => off < days * DAY && off > 0);
				const shipments = [...new Set(times)]
					.sort((a, b) => a - b)
					.map((off) => ({ id: `S${off}`, at: END - off }));
				const api = shipmentList(shipments, { endIsIn });
				const createdAt = { startsAt: END - days * DAY, endsAt: END };
				const rows = await listShipments(api.session, { createdAt }, { wanted, pageSize });
				expect(ids(rows)).toEqual(ids(shipments.slice(0, wanted)));
				expect(api.bodies.length).toBeLessThanOrEqual(shipments.length + 20);
			}),
			{ seed: 20260115, numRuns: extent(200) },
		);
	});

	it('asks for no part that is not needed for what is wanted', async () => {
		const api = shipmentList(shipmentsOver(75, 500));
		await listShipments(api.session, { createdAt: window(75) }, { ...ALL, wanted: 10 });
		expect(api.bodies).toHaveLength(1);
	});
});

describe('two windows at once', () => {
	it('are asked for in all parts that can hold a shipment', async () => {
		const api = shipmentList([]);
		const filter = { createdAt: window(75), lastUpdatedAt: window(75) };
		await listShipments(api.session, filter, ALL);
		const spans = api.bodies.map(({ createdAt, lastUpdatedAt }) => [createdAt, lastUpdatedAt]);
		expect(spans.length).toBeLessThan(9);
		for (let made = END - 75 * DAY; made <= END; made += DAY) {
			for (let changed = made; changed <= END; changed += DAY) {
				const isIn = spans.some(
					([created, updated]) => isInside(made, created) && isInside(changed, updated),
				);
				expect(isIn).toBe(true);
			}
		}
	});

	it('that no shipment can be in are no reason to ask', async () => {
		const api = shipmentList([]);
		const filter = {
			createdAt: { startsAt: END - DAY, endsAt: END },
			lastUpdatedAt: { startsAt: END - 10 * DAY, endsAt: END - 9 * DAY },
		};
		expect(await listShipments(api.session, filter, ALL)).toEqual([]);
		expect(api.bodies).toEqual([]);
	});
});

function isInside(at: number, window: unknown): boolean {
	const { startsAt, endsAt } = Object(window);
	return startsAt <= at && at <= endsAt;
}

describe('rows that are not as they should be', () => {
	const listOf = async (...pages: unknown[]) => {
		const steps = pages.map((data, page) => {
			const next = page + 1 < pages.length ? `t${page + 1}` : null;
			return answers(200, { data, paginationToken: { next, previous: null } });
		});
		return await listShipments(scriptedApi(steps).session, {}, ALL);
	};

	it('are each given, where they have no id at all', async () => {
		expect(await listOf([{ a: 1 }, { a: 1 }], [{ a: 1 }])).toHaveLength(3);
	});

	it('are told apart by the external id where the own one is missing', async () => {
		const rows = [{ orderExternalId: 'A' }, { id: '', orderExternalId: 'B' }];
		expect(await listOf(rows, rows)).toEqual(rows);
	});

	it('are told apart by ids that are numbers', async () => {
		expect(await listOf([{ id: 1 }, { id: 2 }], [{ id: '1' }])).toEqual([{ id: 1 }, { id: 2 }]);
	});

	it('are given as they were seen first, where one comes twice', async () => {
		const rows = await listOf([{ id: 'A', status: 'X' }], [{ id: 'A', status: 'Y' }]);
		expect(rows).toEqual([{ id: 'A', status: 'X' }]);
	});

	it.each([[null], ['text'], [5], [[]]])('are left out where they are %j', async (row) => {
		expect(await listOf([row, { id: 'A' }])).toEqual([{ id: 'A' }]);
	});

	it.each<[string, unknown]>([
		['no token', { data: [] }],
		['null for its tokens', { data: [], paginationToken: null }],
		['a token that is empty', { data: [], paginationToken: { next: '' } }],
	])('are none where the list is empty and has %s', async (_what, body) => {
		const { session, sendings } = scriptedApi([answers(200, body)]);
		expect(await listShipments(session, {}, ALL)).toEqual([]);
		expect(sendings).toHaveLength(1);
	});

	it.each([[{}], [{ data: null }], [{ data: { id: 'A' } }], [''], [null], [[{ id: 'A' }]]])(
		'are not taken for none where the answer is no list: %j',
		async (body) => {
			const work = listShipments(scriptedApi([answers(200, body)]).session, {}, ALL);
			await expect(work).rejects.toThrow(
				'Delivery Solutions answered with something other than a list of shipments',
			);
		},
	);
});

it('a refusal is a failure with its words, and what was read before is not half a result', async () => {
	const first = { data: [{ id: 'A' }], paginationToken: { next: 't1' } };
	const refusal = {
		type: 'INVALID_DATA',
		message: 'lastUpdatedAt date range cannot be greater than 30 days',
	};
	const { session } = scriptedApi([answers(200, first), answers(400, refusal)]);
	const error: unknown = await listShipments(session, {}, ALL).catch((reason: unknown) => reason);
	expect(error instanceof Failure && error.facts).toMatchObject({
		code: 'INVALID_DATA',
		httpCode: '400',
		transient: false,
	});
});
