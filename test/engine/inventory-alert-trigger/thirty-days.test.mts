import { extent } from '../../jest/extent.mts';
import { useAlertDesk } from '../support/inventory-alert-desk.mts';
import { expectedOf } from '../support/inventory-alert-expected.mts';
import { makeHistories } from '../support/inventory-alert-history.mts';
import { runMonth, type Month } from '../support/inventory-alert-month.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useAlertDesk();
useHurry();

const LINE = { at: 20, margin: 5 };

/** Ten thousand products that fall 2,000 times, a poll every three hours, of which every fifth fails. */
const BIG = {
	products: extent(10_000),
	polls: extent(240, 60),
	failing: extent(48, 12),
	falls: extent(2000, 400),
};

function bigMonth(): Month {
	const plan = { ...BIG, line: LINE, seed: 20260115 };
	const histories = makeHistories(plan);
	return { ...plan, histories, alerts: ['low', 'outOfStock'], cursors: 'classic' };
}

/** A hundred products, a poll every hour, and every kind of alert. */
const SMALL = {
	products: 100,
	polls: extent(720, 120),
	failing: extent(144, 24),
	falls: extent(300, 50),
};

function smallMonth(): Month {
	const plan = { ...SMALL, line: LINE, seed: 20260116 };
	const histories = makeHistories(plan);
	return {
		...plan,
		histories,
		alerts: ['low', 'outOfStock', 'restocked', 'lotExpiring'],
		cursors: 'durable',
		// Between two polls, so that it does not matter how long a poll takes.
		lotDay: (product) => product / 2 + 1 / 48,
		expiryDays: 7,
	};
}

test(`${BIG.products} products fall ${BIG.falls} times: each time is told once, though every fifth poll fails and n8n dies every day`, async () => {
	const month = bigMonth();
	const { told, items, failed, restarts, mostStored, skus } = await runMonth(desk, month);
	expect(told.sort()).toEqual(expectedOf(month, skus));
	expect(told.filter((one) => one.startsWith('low '))).toHaveLength(BIG.falls);
	expect([failed.length, restarts]).toEqual([BIG.failing, 30]);
	// Each poll that did not fail has told something, so that n8n has saved what it remembers: what it
	// has not, it loses when it dies.
	expect(new Set(items.map(({ detectedAt }) => detectedAt)).size).toBe(month.polls - BIG.failing);
	expect(new Set(items.map(({ alertId }) => alertId)).size).toBe(items.length);
	expect(mostStored).toBeLessThan(12 * 1024);
}, 900_000);

test('each alert of every kind is told once in a month of polls by the hour', async () => {
	const month = smallMonth();
	const { told, failed, restarts, skus } = await runMonth(desk, month);
	expect(told.sort()).toEqual(expectedOf(month, skus));
	expect([failed.length, restarts]).toEqual([SMALL.failing, 30]);
}, 300_000);
