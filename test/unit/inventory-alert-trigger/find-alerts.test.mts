import type { AlertState } from '../../../nodes/InventoryAlertTrigger/alert-state.ts';
import { findAlerts } from '../../../nodes/InventoryAlertTrigger/alerts.ts';
import type { StockLevel } from '../../../nodes/shared/providers/flexport/stock-levels.ts';
import { level, NOTHING_TOLD, RULES, shown, stockOf } from './stock.mts';

/** A poll: what is watched, and what is listed beside it. */
type Seen = [levels: StockLevel[], others?: string[]];

/** What each of several polls tells, and what is remembered after the last. */
function pollsOf(polls: Seen[], margin = 0): { told: string[][]; state: AlertState } {
	let state = NOTHING_TOLD;
	const told = polls.map(([levels, others]) => {
		const found = findAlerts(stockOf(levels, others), state, { ...RULES, margin });
		({ state } = found);
		return shown(found.alerts);
	});
	return { told, state };
}

/** The kinds that each poll tells of one product with a threshold of 10. */
const kindsOf = (quantities: number[], margin?: number, threshold = 10): string[] =>
	pollsOf(
		quantities.map((quantity) => [[level('A', quantity, { threshold })]]),
		margin,
	).told.map((told) => told.map((one) => one.replace(' A', '')).join(' + '));

describe('one product', () => {
	test.each<[string, number[], string[]]>([
		['above its threshold is not told of', [11, 50], ['', '']],
		['that falls to its threshold is low', [11, 10], ['', 'low']],
		['that falls below it is low', [11, 9], ['', 'low']],
		['that stays low is told of once', [10, 9, 10, 1], ['low', '', '', '']],
		[
			'that recovers and falls is told of again',
			[10, 11, 10, 11],
			['low', 'restocked', 'low', 'restocked'],
		],
		['that falls to zero at once is low and out', [11, 0], ['', 'low + outOfStock']],
		['that is low and then out is told of twice', [5, 0, 0], ['low', 'outOfStock', '']],
		[
			'that has some units again, but few, can be out again',
			[0, 3, 0],
			['low + outOfStock', '', 'outOfStock'],
		],
		['with fewer than none is out, and at zero still', [-2, 0, -1], ['low + outOfStock', '', '']],
	])('%s', (_what, quantities, told) => {
		expect(kindsOf(quantities)).toEqual(told);
	});

	test('with a threshold of zero is low when it is out', () => {
		expect(kindsOf([1, 0, 1], 0, 0)).toEqual(['', 'low + outOfStock', 'restocked']);
	});

	test('whose threshold is raised above its quantity is low, and lowered it is not', () => {
		const thresholds = [10, 50, 10];
		const polls = thresholds.map((threshold): Seen => [[level('A', 30, { threshold })]]);
		expect(pollsOf(polls).told).toEqual([[], ['low A'], ['restocked A']]);
	});
});

describe('with a margin', () => {
	test.each<[string, number[], string[]]>([
		['a product falls at its threshold all the same', [11, 10], ['', 'low']],
		['one that rises by less stays low', [10, 14, 10, 14], ['low', '', '', '']],
		['one that rises by just so much is restocked', [10, 15, 10], ['low', 'restocked', 'low']],
		['one that has never been low needs none', [12, 14, 12], ['', '', '']],
		[
			'one that is out must rise by it above zero',
			[0, 4, 0, 5, 0],
			['low + outOfStock', '', '', '', 'outOfStock'],
		],
	])('of 5 %s', (_what, quantities, told) => {
		expect(kindsOf(quantities, 5)).toEqual(told);
	});

	test('of less than a unit every unit counts', () => {
		expect(kindsOf([10, 10.4, 10, 10.5, 10], 0.5)).toEqual(['low', '', '', 'restocked', 'low']);
	});
});

describe('several products', () => {
	test('are told of each for itself, in the order of the list', () => {
		const { told } = pollsOf([
			[[level('A', 11), level('B', 5), level('C', 0)]],
			[[level('A', 10), level('B', 11), level('C', 0)]],
		]);
		expect(told).toEqual([
			['low B', 'low C', 'outOfStock C'],
			['low A', 'restocked B'],
		]);
	});

	test('only those that are low are remembered', () => {
		const { state } = pollsOf([[[level('A', 11), level('B', 5), level('C', 0)]]]);
		expect(state).toEqual({ ...NOTHING_TOLD, low: new Set(['B', 'C']), out: new Set(['C']) });
	});
});

describe('a product that was told of', () => {
	const low = level('A', 0);

	test('and is missing in the list once is not told of again', () => {
		const { told } = pollsOf([[[low]], [[level('B', 50)]], [[low]]]);
		expect(told).toEqual([['low A', 'outOfStock A'], [], []]);
	});

	test('and is missing in the list is told of as restocked when it is back', () => {
		const { told } = pollsOf([[[low]], [[]], [[level('A', 50)]]]);
		expect(told.at(-1)).toEqual(['restocked A']);
	});

	test('is told of again once it was not watched for a while', () => {
		const { told } = pollsOf([[[low]], [[], ['A']], [[low]]]);
		expect(told).toEqual([['low A', 'outOfStock A'], [], ['low A', 'outOfStock A']]);
	});
});

test('nothing that was remembered is changed in place', () => {
	const state = {
		...NOTHING_TOLD,
		low: new Set(['A']),
		out: new Set(['A']),
		lots: new Set(['A x']),
	};
	const before = structuredClone(state);
	findAlerts(stockOf([level('A', 50), level('B', 0)]), state, RULES);
	expect(state).toEqual(before);
});
