import type { IDataObject } from 'n8n-workflow';
import {
	readState,
	writeState,
	type ChangeState,
} from '../../../nodes/ShippingOrderTrigger/change-state.ts';

/** What n8n gives back after a restart. */
const saved = (stored: IDataObject): IDataObject => JSON.parse(JSON.stringify(stored));

const stateOf = (count: number): ChangeState => ({
	scope: '7709',
	cursor: 1_768_478_400_000,
	known: new Map(
		Array.from({ length: count }, (_, index) => [`S${index}`, { status: 'STAGED', at: index }]),
	),
});

const written = (state: ChangeState): IDataObject => {
	const stored: IDataObject = {};
	writeState(stored, state);
	return stored;
};

describe('what is known of shipments', () => {
	it('comes back as it was written, also after a restart', () => {
		const state = stateOf(3);
		const stored = written(state);
		expect(readState(stored, '7709')).toEqual(state);
		expect(readState(saved(stored), '7709')).toEqual(state);
		expect([...(readState(saved(stored), '7709')?.known.keys() ?? [])]).toEqual(['S0', 'S1', 'S2']);
	});

	it('is written in a new object, so that n8n sees that there is something to save', () => {
		const stored = written(stateOf(1));
		const before = stored.seen;
		const copy = saved(stored);
		writeState(stored, stateOf(2));
		expect(stored.seen).not.toBe(before);
		expect({ seen: before }).toEqual(copy);
	});

	it('holds 10,000 shipments, those that changed last', () => {
		const state = stateOf(10_001);
		const back = readState(saved(written(state)), '7709');
		expect(back?.known.size).toBe(10_000);
		expect(back?.known.has('S0')).toBe(false);
		expect(back?.known.get('S1')).toEqual({ status: 'STAGED', at: 1 });
		expect(back?.known.get('S10000')).toEqual({ status: 'STAGED', at: 10_000 });
		expect(state.known.size).toBe(10_001);
	});

	it('stays small: 10,000 shipments take less than a megabyte', () => {
		const known = new Map(
			Array.from({ length: 10_000 }, (_, index) => [
				index.toString(16).padStart(24, '0'),
				{ status: 'ORDER_UNDELIVERABLE', at: 1_768_478_400_000 + index },
			]),
		);
		const size = JSON.stringify(written({ ...stateOf(0), known })).length;
		expect(size).toBeLessThan(1_000_000);
	});

	it('is of its locations only', () => {
		const stored = written(stateOf(1));
		expect(readState(stored, '7709')?.known.size).toBe(1);
		expect(readState(stored, '')).toBeUndefined();
		expect(readState(stored, '7709 301')).toBeUndefined();
	});
});

describe('what is stored and no state', () => {
	it.each<[string, IDataObject]>([
		['nothing', {}],
		['something of another kind', { seen: 'yes' }],
		['a list', { seen: [1, 2] }],
		['no cursor', { seen: { scope: '7709', known: [] } }],
		['a cursor that is no number', { seen: { scope: '7709', cursor: 'later', known: [] } }],
	])('counts as none: %s', (_name, stored) => {
		expect(readState(stored, '7709')).toBeUndefined();
	});

	it('costs only the shipments that cannot be read', () => {
		const entries = [['S1', 'STAGED', 1], ['S2'], [3, 'STAGED', 3], null, 'S4', ['S5', null, 'x']];
		const state = readState({ seen: { cursor: 5, known: entries } }, '');
		expect([...(state?.known ?? [])]).toEqual([
			['S1', { status: 'STAGED', at: 1 }],
			['S2', { status: '', at: 0 }],
			['S5', { status: '', at: 0 }],
		]);
		expect(readState({ seen: { cursor: 5 } }, '')).toEqual({
			scope: '',
			cursor: 5,
			known: new Map(),
		});
	});
});
