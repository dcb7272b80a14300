import type { PollHost } from '../harness/index.mts';
import { extent } from '../../jest/extent.mts';
import { DAY, MINUTE, told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

const LONGEST_WINDOW = 30 * DAY;

const windows = () =>
	desk.lists().map(({ lastUpdatedAt }) => {
		const { startsAt, endsAt } = Object(lastUpdatedAt);
		return { startsAt: Number(startsAt), endsAt: Number(endsAt) };
	});

const names = (count: number) => Array.from({ length: count }, (_, index) => `SHOP-${index}`);

/** So many shipments change one after the other over a time in which nobody polls. */
async function changeOver(days: number, count: number): Promise<void> {
	for (const name of names(count)) {
		await desk.pass((days * DAY) / count);
		desk.api.setShipment(name, { status: 'IN_TRANSIT' });
	}
}

const COUNT = extent(1200, 600);
/** How many change again while they are read, one before each page. */
const MOVED = extent(50, 20);
const EACH = names(COUNT).map((name) => `${name}: STAGED > IN_TRANSIT`);

describe.each([
	['30 days', 30],
	['75 days', 75],
])('after %s in which n8n did not run', (_name, days) => {
	const start = async (): Promise<PollHost> => {
		desk.api.tokenSeconds = 400 * 24 * 3600;
		for (const name of names(COUNT)) desk.add(name, 'STAGED');
		const host = await desk.active();
		desk.sandbox.log.clear();
		return host;
	};

	it.each(['newestFirst', 'oldestFirst'] as const)(
		'every change is told once, in order, however the list runs (%s)',
		async (listOrder) => {
			desk.api.listOrder = listOrder;
			const host = await start();
			await changeOver(days, COUNT);
			await host.restart();
			expect(told({ items: host.outputs() })).toEqual(EACH);
			expect(told(await host.poll())).toEqual([]);
			const asked = windows();
			const longest = Math.max(...asked.map(({ startsAt, endsAt }) => endsAt - startsAt));
			expect(longest).toBeLessThanOrEqual(LONGEST_WINDOW);
			expect(Math.min(...asked.map(({ startsAt }) => startsAt))).toBeLessThan(
				Date.now() - days * DAY,
			);
		},
	);

	it('also where pages are small, and shift while shipments go on to change', async () => {
		Object.assign(desk.api, { listBy: 'lastUpdatedAt', pageTokens: 'offset', mostPerPage: 100 });
		desk.api.listOrder = 'oldestFirst';
		const host = await start();
		await changeOver(days, COUNT);
		let moved = 0;
		desk.api.beforePage(() => {
			if (moved < MOVED) desk.api.setShipment(`SHOP-${moved++}`, { status: 'ORDER_DELIVERED' });
		});
		await host.restart();
		await host.poll();
		const all = told({ items: host.outputs() });
		expect(new Set(all.map((line) => line.split(':')[0])).size).toBe(COUNT);
		expect(new Set(all).size).toBe(all.length);
		for (let index = 0; index < MOVED; index += 1) {
			const own = all.filter((line) => line.startsWith(`SHOP-${index}:`));
			expect(own.at(-1)).toMatch(/> ORDER_DELIVERED$/);
		}
	});

	it('a failure in the middle loses nothing: the next start tells it all', async () => {
		const host = await start();
		await changeOver(days, COUNT);
		desk.sandbox.faults.add({
			path: /list$/,
			fault: { kind: 'status', status: 403 },
			when: { nth: [2] },
		});
		await desk.refusal(host.restart());
		expect(host.outputs()).toEqual([]);
		await desk.pass(MINUTE);
		await host.restart();
		expect(told({ items: host.outputs() })).toEqual(EACH);
	});
});

test('a trigger that was off for a weekend tells what came about meanwhile', async () => {
	desk.add('SHOP-1', 'STAGED');
	const host = await desk.active();
	await host.deactivate();
	desk.api.tokenSeconds = 400 * 24 * 3600;
	await desk.pass(2 * DAY);
	await desk.move('SHOP-1', 'IN_TRANSIT');
	await host.activate();
	expect(told({ items: host.outputs() })).toEqual(['SHOP-1: STAGED > IN_TRANSIT']);
});
