import type { IDataObject } from 'n8n-workflow';
import { readState, writeState } from '../../../nodes/InventoryAlertTrigger/alert-state.ts';
import { findAlerts } from '../../../nodes/InventoryAlertTrigger/alerts.ts';
import { DAY_MS, level, NOTHING_TOLD, NOW, RULES, stockOf } from './stock.mts';

const SCOPE = NOTHING_TOLD.scope;

/** Through n8n's database, which holds JSON. */
function saved(state = NOTHING_TOLD, stored: IDataObject = {}): IDataObject {
	writeState(stored, state);
	return JSON.parse(JSON.stringify(stored));
}

test('what was told comes back as it was', () => {
	const state = {
		scope: SCOPE,
		low: new Set(['DAAAAAAAAA1', 'DAAAAAAAAA2']),
		out: new Set(['DAAAAAAAAA2']),
		lots: new Set(['DAAAAAAAAA1 2026-01-31T00:00:00.000Z']),
	};
	expect(readState(saved(state), SCOPE)).toMatchObject(state);
});

test('that nothing was told is something else than that nothing was looked at', () => {
	expect(readState(saved(), SCOPE)).toMatchObject(NOTHING_TOLD);
	expect(readState({}, SCOPE)).toBeUndefined();
});

test('what was told of another pool or quantity does not count', () => {
	expect(readState(saved(), 'STORAGE available')).toBeUndefined();
	expect(readState(saved(), 'DEFAULT onHand')).toBeUndefined();
});

test('what else is stored stays as it is', () => {
	expect(saved(NOTHING_TOLD, { lastTimeChecked: 'yesterday' })).toMatchObject({
		lastTimeChecked: 'yesterday',
	});
});

test('n8n sees a change: what is stored is new and not changed in place', () => {
	const stored: IDataObject = {};
	writeState(stored, NOTHING_TOLD);
	const { told } = stored;
	const before = structuredClone(told);
	writeState(stored, { ...NOTHING_TOLD, low: new Set(['A']) });
	expect(stored.told).not.toBe(told);
	expect(told).toEqual(before);
});

test.each<[string, IDataObject]>([
	['text', { told: 'much' }],
	['a list', { told: [SCOPE] }],
	['null', { told: null }],
])('%s in its place counts as nothing', (_what, stored) => {
	expect(readState(stored, SCOPE)).toBeUndefined();
});

test('what does not belong into its lists is left out', () => {
	const kinds = ['low', 'outOfStock'];
	const told = { scope: SCOPE, kinds, low: ['A', 1, null, { sku: 'B' }], out: 'C' };
	expect(readState({ told }, SCOPE)).toMatchObject({ ...NOTHING_TOLD, low: new Set(['A']) });
});

describe('the size of what is stored for 10,000 products', () => {
	const sku = (index: number): string => `D${String(index).padStart(10, '0')}`;
	const expiresAt = new Date(NOW + 5 * DAY_MS).toISOString();
	const bytesOf = (lowCount: number, lotCount: number): number => {
		const levels = Array.from({ length: 10_000 }, (_, index) =>
			level(sku(index), index < lowCount ? index % 10 : 200, {
				lots: index < lotCount ? [{ expiresAt, available: 1 }] : [],
			}),
		);
		const { state } = findAlerts(stockOf(levels), NOTHING_TOLD, RULES);
		return Buffer.byteLength(JSON.stringify(saved(state)));
	};

	test('of which none is low is below 200 bytes', () => {
		expect(bytesOf(0, 0)).toBeLessThan(200);
	});

	test('of which 500 are low, 50 of them out, is below 8 KB', () => {
		expect(bytesOf(500, 0)).toBeLessThan(8 * 1024);
	});

	test('of which 500 are low and 100 have a lot that expires is below 12 KB', () => {
		expect(bytesOf(500, 100)).toBeLessThan(12 * 1024);
	});

	test('is the same after a thousand polls of the same stock', () => {
		const stock = stockOf([level('A', 1), level('B', 0), level('C', 50)]);
		let state = findAlerts(stock, NOTHING_TOLD, RULES).state;
		const once = saved(state);
		for (let poll = 0; poll < 1000; poll += 1) ({ state } = findAlerts(stock, state, RULES));
		expect(saved(state)).toEqual(once);
	});
});
