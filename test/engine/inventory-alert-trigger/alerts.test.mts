import { ALERT_KEYS, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { pinDate } from '../support/pin-date.mts';

const NOW = Date.parse('2026-01-15T12:00:00.000Z');
const DAY_MS = 24 * 60 * 60_000;

const desk = useAlertDesk();
let unpin = (): void => undefined;
beforeEach(() => {
	unpin = pinDate(NOW);
});
afterEach(() => unpin());

/** A lot of product MILK that expires so many days from now. */
const lot = (days: number, available: number) => ({
	expirationDate: new Date(NOW + days * DAY_MS).toISOString(),
	available,
});

describe('an alert says all that is known', () => {
	test('of stock that is low', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, { onHand: 9, unavailable: 2 });
		expect((await host.poll()).items).toEqual([
			{
				alertId: `low ${mug.logisticsSku} 2026-01-15T12:00:00.000Z`,
				alert: 'low',
				sku: mug.logisticsSku,
				name: 'The MUG',
				merchantSku: 'MUG',
				available: 7,
				onHand: 9,
				measure: 'available',
				threshold: 10,
				belowBy: 3,
				pool: 'DEFAULT',
				expiresAt: null,
				daysLeft: null,
				expiringUnits: null,
				detectedAt: '2026-01-15T12:00:00.000Z',
			},
		]);
	});

	test('of stock that has run out, whose threshold is zero', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost({ alerts: ['outOfStock'] });
		desk.set(mug, { onHand: 4, unavailable: 4 });
		expect((await host.poll()).items).toMatchObject([
			{
				alertId: `outOfStock ${mug.logisticsSku} 2026-01-15T12:00:00.000Z`,
				alert: 'outOfStock',
				available: 0,
				onHand: 4,
				threshold: 0,
				belowBy: 0,
				expiresAt: null,
			},
		]);
	});

	test('of stock that is there again, which is below its threshold by less than nothing', async () => {
		const mug = desk.add('MUG', 3);
		const host = await desk.activeHost({ alerts: ['restocked'], margin: 5 });
		desk.set(mug, 40);
		expect((await host.poll()).items).toMatchObject([
			{
				alertId: `restocked ${mug.logisticsSku} 2026-01-15T12:00:00.000Z`,
				alert: 'restocked',
				available: 40,
				threshold: 10,
				belowBy: -30,
			},
		]);
	});

	test('of a lot that expires: when, in how many days, and how many units', async () => {
		const milk = desk.add('MILK', 50);
		const host = await desk.activeHost({ alerts: ['lotExpiring'], expiryDays: 7 });
		desk.set(milk, { lots: [lot(6.5, 12), lot(8, 38)] });
		const expiresAt = '2026-01-22T00:00:00.000Z';
		expect((await host.poll()).items).toEqual([
			expect.objectContaining({
				alertId: `lotExpiring ${milk.logisticsSku} ${expiresAt}`,
				alert: 'lotExpiring',
				merchantSku: 'MILK',
				available: 50,
				threshold: null,
				belowBy: null,
				expiresAt,
				daysLeft: 6,
				expiringUnits: 12,
			}),
		]);
	});

	test('of a lot that has expired, whose days are less than none', async () => {
		const milk = desk.add('MILK', 50);
		const host = await desk.activeHost({ alerts: ['lotExpiring'] });
		desk.set(milk, { lots: [lot(-1.5, 12)] });
		expect((await host.poll()).items).toMatchObject([{ daysLeft: -2, expiringUnits: 12 }]);
	});

	test('of lots that expire at the same time, as one with the units of all', async () => {
		const milk = desk.add('MILK', 50);
		const host = await desk.activeHost({ alerts: ['lotExpiring'] });
		desk.set(milk, { lots: [lot(2, 12), lot(2, 0), lot(2, 8)] });
		expect((await host.poll()).items).toMatchObject([{ daysLeft: 2, expiringUnits: 20 }]);
		expect(await host.poll()).toEqual({});
	});

	test('and not of a lot whose date is none', async () => {
		const milk = desk.add('MILK', 50);
		const host = await desk.activeHost({ alerts: ['lotExpiring'] });
		desk.set(milk, { lots: [{ expirationDate: 'week 5', available: 2 }] });
		expect(await host.poll()).toEqual({});
	});

	test('and every kind has the same keys', async () => {
		const milk = desk.add('MILK', 50);
		const cup = desk.add('CUP', 1);
		const host = await desk.activeHost({
			alerts: ['low', 'outOfStock', 'restocked', 'lotExpiring'],
		});
		desk.set(milk, { onHand: 0, lots: [lot(3, 12)] });
		desk.set(cup, 50);
		const { items = [] } = await host.poll();
		expect(items.map(({ alert }) => alert)).toEqual([
			'low',
			'outOfStock',
			'lotExpiring',
			'restocked',
		]);
		expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => ALERT_KEYS));
	});
});

describe('only what was chosen is told', () => {
	test.each([
		['low', ['low MILK']],
		['outOfStock', ['outOfStock MILK']],
		['restocked', ['restocked CUP']],
		['lotExpiring', ['lotExpiring MILK']],
	])('%s', async (kind, expected) => {
		const milk = desk.add('MILK', 50);
		const cup = desk.add('CUP', 1);
		const host = await desk.activeHost({ alerts: [kind], firstPoll: 'remember' });
		desk.set(milk, { onHand: 0, lots: [lot(3, 12)] });
		desk.set(cup, 50);
		expect(told(await host.poll())).toEqual(expected);
	});
});

test('alerts of one poll start the workflow once, with all of them', async () => {
	const mug = desk.add('MUG', 50);
	const pot = desk.add('POT', 50);
	const host = await desk.activeHost();
	desk.set(mug, 5);
	desk.set(pot, 0);
	await host.poll();
	expect(host.executions()).toHaveLength(1);
	expect(host.outputs('Next').map(({ merchantSku }) => merchantSku)).toEqual(['MUG', 'POT']);
});

test('a poll that finds nothing starts nothing', async () => {
	desk.add('MUG', 50);
	const host = await desk.activeHost();
	expect(await host.poll()).toEqual({});
	expect(host.executions()).toEqual([]);
});

test('on hand can be compared instead of available', async () => {
	const mug = desk.add('MUG', 50);
	const host = await desk.activeHost({ measure: 'onHand', threshold: 20 });
	desk.set(mug, { onHand: 30, unavailable: 25 });
	expect(told(await host.poll())).toEqual([]);
	desk.set(mug, { onHand: 20, unavailable: 0 });
	expect((await host.poll()).items).toMatchObject([
		{ measure: 'onHand', available: 20, onHand: 20, threshold: 20, belowBy: 0 },
	]);
});

test.each(['UNALLOCATED', 'STORAGE', 'PREP'] as const)('the pool can be %s', async (pool) => {
	const mug = desk.add('MUG', 50, {
		inventory: { DEFAULT: { onHand: 50 }, [pool]: { onHand: 50 } },
	});
	const host = await desk.activeHost({ options: { poolName: pool } });
	desk.set(mug, 0);
	expect(told(await host.poll())).toEqual([]);
	desk.set(mug, 8, pool);
	expect((await host.poll()).items).toMatchObject([{ available: 8, pool }]);
});
