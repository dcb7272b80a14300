import { readFileSync } from 'node:fs';
import {
	differenceOf,
	linesOf,
	openUnits,
	orderStatus,
	simplifyOrder,
} from '../../../nodes/shared/providers/digital-river/order.ts';
import type { Json } from '../../../nodes/shared/read.ts';

const EXAMPLE: Json = JSON.parse(readFileSync('test/fixtures/digital-river/order.json', 'utf8'));

const order = (changes: Json = {}): Json => ({
	id: 9001,
	upstreamId: 'SHOP-1',
	shipTo: { name: 'Ada Lovelace', address: { country: 'US', postalCode: '94105' } },
	items: [{ id: '1', inventoryItemId: 'mug', quantity: 2 }],
	state: 'pending',
	...changes,
});

describe('the lines of an order', () => {
	it.each<[string, unknown, number]>([
		['a list', [{ id: 1 }, { id: 2 }], 2],
		['a list inside the list', [[{ id: 1 }, { id: 2 }]], 2],
		['several lists inside the list', [[{ id: 1 }], [{ id: 2 }]], 2],
		['an empty list', [], 0],
		['an empty list inside the list', [[]], 0],
		['nothing', undefined, 0],
		['null', null, 0],
		['text', 'items', 0],
		['a list of other things', ['a', 7, null, [undefined]], 0],
	])('are read from %s', (_what, items, count) => {
		expect(linesOf(JSON.parse(JSON.stringify({ items })))).toHaveLength(count);
	});

	it("are one in the documentation's example", () => {
		expect(linesOf(EXAMPLE).map(({ id }) => id)).toEqual(['449838789']);
	});
});

describe('the open units of a line', () => {
	it.each<[string, Json, number]>([
		['all of it without counters', { quantity: 4 }, 4],
		['those that are pending', { quantity: 4, pending: 3, shipped: 1 }, 3],
		['those that are backordered', { quantity: 4, backordered: 2 }, 2],
		['both', { quantity: 4, pending: 1, backordered: 2, shipped: 1 }, 3],
		['none when all is shipped', { quantity: 4, pending: 0, backordered: 0, shipped: 4 }, 0],
		['a number that is text', { quantity: '4' }, 4],
		['none where nothing is known', {}, 0],
	])('are %s', (_what, line, units) => {
		expect(openUnits(line)).toBe(units);
	});

	it.each(['shipped', 'cancelled'])('are none of a line that is %s as a whole', (state) => {
		expect(openUnits({ quantity: 4, state })).toBe(0);
	});

	it.each(['shipped', 'cancelled', 'returned'])('are not those that are %s', (counter) => {
		expect(openUnits({ quantity: 4, [counter]: 3 })).toBe(1);
	});
});

describe('an order that exists is the one that was wanted', () => {
	const wanted = order({ id: undefined });

	it.each<[string, Json]>([
		['with the same content', {}],
		['with its items in a list inside the list', { items: [[order().items].flat()] }],
		[
			'with its lines in another order and cut in two',
			{
				items: [
					{ inventoryItemId: 'mug', quantity: 1 },
					{ inventoryItemId: 'mug', quantity: '1' },
				],
			},
		],
		[
			'with a longer postal code, capitals and dots',
			{ shipTo: { name: 'ADA  LOVELACE.', address: { country: 'us', postalCode: '94105-1804' } } },
		],
		['with another state and more fields', { state: 'shipped', liveMode: true }],
	])('%s', (_what, changes) => {
		expect(differenceOf(order(changes), wanted)).toBeUndefined();
	});

	it.each<[string, Json]>([
		['its line items differ', { items: [{ inventoryItemId: 'mug', quantity: 3 }] }],
		['its line items differ', { items: [{ inventoryItemId: 'tee', quantity: 2 }] }],
		['its line items differ', { items: [] }],
		[
			'its country differs',
			{ shipTo: { name: 'Ada Lovelace', address: { country: 'CA', postalCode: '94105' } } },
		],
		[
			'its postal code differs',
			{ shipTo: { name: 'Ada Lovelace', address: { country: 'US', postalCode: '94106' } } },
		],
		[
			"its recipient's name differs",
			{ shipTo: { name: 'Ada King', address: { country: 'US', postalCode: '94105' } } },
		],
	])('unless %s', (difference, changes) => {
		expect(differenceOf(order(changes), wanted)).toBe(difference);
	});
});

it.each<[unknown, string]>([
	['pending', 'pending'],
	['backordered', 'processing'],
	['shipped', 'shipped'],
	['cancelled', 'cancelled'],
	['PENDING', 'unknown'],
	['toString', 'unknown'],
	['', 'unknown'],
	[undefined, 'unknown'],
	[7, 'unknown'],
])('the state %j is the status %s', (state, status) => {
	expect(orderStatus(JSON.parse(JSON.stringify({ state })))).toBe(status);
});

it.each<[string, Json]>([
	['nothing', {}],
	['other types', { id: {}, upstreamId: [], state: 3, items: 'none' }],
])('an order with %s is simplified without harm', (_what, odd) => {
	expect(simplifyOrder(odd)).toEqual({
		id: null,
		externalOrderId: null,
		provider: 'digitalRiver',
		status: 'unknown',
		providerStatus: null,
		retriable: false,
		error: null,
		trackingNumbers: [],
		shippedAt: null,
		deliveredAt: null,
	});
});
