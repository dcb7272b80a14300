import { useAlertDesk } from '../support/inventory-alert-desk.mts';
import { expectedOf } from '../support/inventory-alert-expected.mts';
import { makeHistories } from '../support/inventory-alert-history.mts';
import { runMonth, type Month } from '../support/inventory-alert-month.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useAlertDesk();
useHurry();

const LINE = { at: 20, margin: 5 };

/** Ten thousand products, a poll every three hours. */
function bigMonth(): Month {
	const plan = { products: 10_000, polls: 240, line: LINE, seed: 20260115 };
	const histories = makeHistories({ ...plan, failing: 48, falls: 2000 });
	return { ...plan, histories, alerts: ['low', 'outOfStock'], cursors: 'classic' };
}

/** A hundred products, a poll every hour, and every kind of alert. */
function smallMonth(): Month {
	const plan = { products: 100, polls: 720, line: LINE, seed: 20260116 };
	const histories = makeHistories({ ...plan, failing: 144, falls: 300 });
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

test('10,000 products fall 2,000 times: each time is told once, though every fifth poll fails and n8n dies every day', async () => {
	const month = bigMonth();
	const { told, items, failed, restarts, mostStored, skus } = await runMonth(desk, month);
	expect(told.sort()).toEqual(expectedOf(month, skus));
	expect(told.filter((one) => one.startsWith('low '))).toHaveLength(2000);
	expect([failed.length, restarts]).toEqual([48, 30]);
	// Each poll that did not fail has told something, so that n8n has saved what it remembers: what it
	// has not, it loses when it dies.
	expect(new Set(items.map(({ detectedAt }) => detectedAt)).size).toBe(month.polls - 48);
	expect(new Set(items.map(({ alertId }) => alertId)).size).toBe(items.length);
	expect(mostStored).toBeLessThan(12 * 1024);
}, 900_000);

test('each alert of every kind is told once in a month of polls by the hour', async () => {
	const month = smallMonth();
	const { told, failed, restarts, skus } = await runMonth(desk, month);
	expect(told.sort()).toEqual(expectedOf(month, skus));
	expect([failed.length, restarts]).toEqual([144, 30]);
}, 300_000);
