import type { AlertState } from '../../../nodes/InventoryAlertTrigger/alert-state.ts';
import { findAlerts } from '../../../nodes/InventoryAlertTrigger/alerts.ts';
import type { Lot } from '../../../nodes/shared/providers/flexport/stock-levels.ts';
import { DAY_MS, level, NOTHING_TOLD, NOW, RULES, shown, stockOf } from './stock.mts';

/** A lot of twelve units that expires so many days after the first poll. */
const lot = (days: number, available = 12): Lot => ({
	expiresAt: new Date(NOW + days * DAY_MS).toISOString(),
	available,
});

/** A poll: the lots of product A, and on which day. Undefined: the product is not in the list. */
type Seen = [lots: Lot[] | undefined, day?: number, isWatched?: boolean];

function pollsOf(polls: Seen[]): { told: string[][]; state: AlertState } {
	let state = NOTHING_TOLD;
	const told = polls.map(([lots, day = 0, isWatched = true]) => {
		const levels = lots && isWatched ? [level('A', 100, { lots })] : [];
		const expiresBefore = RULES.expiresBefore + day * DAY_MS;
		const stock = stockOf(levels, lots ? ['A'] : []);
		const found = findAlerts(stock, state, { ...RULES, expiresBefore });
		({ state } = found);
		return shown(found.alerts);
	});
	return { told, state };
}

const tells = ({ expiresAt }: Lot): string => `lotExpiring A ${expiresAt}`;

test('a lot is told of when the day has come, once', () => {
	const { told } = pollsOf([
		[[lot(31)], 0],
		[[lot(31)], 1],
		[[lot(31)], 2],
		[[lot(31)], 3],
	]);
	expect(told).toEqual([[], [], [tells(lot(31))], []]);
});

test('a lot that has expired already is told of', () => {
	expect(pollsOf([[[lot(-400)]]]).told).toEqual([[tells(lot(-400))]]);
});

test('each lot of a product is told of for itself', () => {
	const { told } = pollsOf([[[lot(1), lot(40)]], [[lot(1), lot(40), lot(2)]]]);
	expect(told).toEqual([[tells(lot(1))], [tells(lot(2))]]);
});

test('a lot without units is told of when it has some', () => {
	expect(pollsOf([[[lot(1, 0)]], [[lot(1, 1)]]]).told).toEqual([[], [tells(lot(1))]]);
});

test('a lot that has sold out and comes back is not told of again', () => {
	expect(pollsOf([[[lot(1)]], [[lot(1, 0)]], [[lot(1)]]]).told).toEqual([[tells(lot(1))], [], []]);
});

test('fewer days than before do not make a lot be told of again', () => {
	expect(pollsOf([[[lot(1)]], [[lot(1)], -30], [[lot(1)]]]).told).toEqual([
		[tells(lot(1))],
		[],
		[],
	]);
});

test('a date that is none is not told of', () => {
	const lots = [{ expiresAt: 'never', available: 3 }];
	expect(pollsOf([[lots]])).toEqual({ told: [[]], state: NOTHING_TOLD });
});

describe('of a lot that was told of', () => {
	test('nothing is remembered when it is gone', () => {
		expect(pollsOf([[[lot(1)]], [[]]]).state).toEqual(NOTHING_TOLD);
	});

	test('nothing is told again when its product was missing in the list once', () => {
		expect(pollsOf([[[lot(1)]], [undefined], [[lot(1)]]]).told).toEqual([[tells(lot(1))], [], []]);
	});

	test('all is told again when its product was not watched for a while', () => {
		const { told } = pollsOf([[[lot(1)]], [[lot(1)], 0, false], [[lot(1)]]]);
		expect(told).toEqual([[tells(lot(1))], [], [tells(lot(1))]]);
	});
});
