import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import { readState, writeState } from '../../../nodes/InventoryAlertTrigger/alert-state.ts';
import { findAlerts } from '../../../nodes/InventoryAlertTrigger/alerts.ts';
import type { StockLevel } from '../../../nodes/shared/providers/flexport/stock-levels.ts';
import { kindsToTell, type Sight } from './model.mts';
import { DAY_MS, level, NOTHING_TOLD, NOW, stockOf } from './stock.mts';

const POLLS = 25;

/** Every product has the one lot, which expires in ten days. */
const EXPIRES_AT = new Date(NOW + 10 * DAY_MS).toISOString();

const seen = fc.record({
	kind: fc.constant('there' as const),
	quantity: fc.integer({ min: -1, max: 10 }),
	lotUnits: fc.constantFrom(undefined, 0, 5),
});
const sight: fc.Arbitrary<Sight> = fc.oneof(
	{ weight: 8, arbitrary: seen },
	{ weight: 1, arbitrary: fc.constant({ kind: 'missing' as const }) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'unwatched' as const }) },
);
const eachPoll = <T,>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.array(arbitrary, { minLength: POLLS, maxLength: POLLS });
const histories = fc.record({
	threshold: fc.integer({ min: 0, max: 5 }),
	margin: fc.integer({ min: 0, max: 4 }),
	products: fc.array(eachPoll(sight), { minLength: 1, maxLength: 4 }),
	/** Whether lots expire within the days that are given by then. */
	isSoon: eachPoll(fc.boolean()),
});

function levelOf(sku: string, one: Sight | undefined, threshold: number): StockLevel[] {
	if (one?.kind !== 'there') return [];
	const { quantity, lotUnits } = one;
	const lots = lotUnits === undefined ? [] : [{ expiresAt: EXPIRES_AT, available: lotUnits }];
	return [level(sku, quantity, { threshold, lots })];
}

test('any history tells each crossing once, through what n8n stores in between', () => {
	fc.assert(
		fc.property(histories, ({ threshold, margin, products, isSoon }) => {
			let stored: IDataObject = {};
			const told = isSoon.map((soon, poll) => {
				const levels = products.flatMap((sights, index) =>
					levelOf(`P${index}`, sights[poll], threshold),
				);
				const unwatched = products.flatMap((sights, index) =>
					sights[poll]?.kind === 'unwatched' ? [`P${index}`] : [],
				);
				const before = readState(stored, NOTHING_TOLD.scope) ?? NOTHING_TOLD;
				const rules = { margin, expiresBefore: NOW + (soon ? 20 : 5) * DAY_MS };
				const { alerts, state } = findAlerts(stockOf(levels, unwatched), before, rules);
				writeState(stored, state);
				stored = JSON.parse(JSON.stringify(stored));
				return alerts.map(({ kind, level: { sku } }) => `${kind} ${sku}`);
			});
			const expected = isSoon.map((_, poll) =>
				products.flatMap((sights, index) =>
					kindsToTell({ sights, isSoon, threshold, margin }, poll).map(
						(kind) => `${kind} P${index}`,
					),
				),
			);
			expect(told).toEqual(expected);
		}),
		{ seed: 20260115, numRuns: extent(500) },
	);
});
