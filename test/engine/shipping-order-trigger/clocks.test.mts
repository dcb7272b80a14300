import { MINUTE, NOON, told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

const SKEWS: Array<[string, number]> = [
	['two minutes behind', -2 * MINUTE],
	['an hour behind', -60 * MINUTE],
	['five minutes ahead', 5 * MINUTE],
	['right', 0],
];

describe.each(SKEWS)('an API whose clock is %s', (_name, skewMs) => {
	beforeEach(async () => {
		await desk.sandbox.close();
		await desk.open(skewMs);
	});

	it('is heard from the first minute on', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		expect(told(await host.poll())).toEqual([]);
		await desk.move('SHOP-1', 'STAGED');
		await desk.pass(MINUTE);
		desk.add('SHOP-2');
		expect(told(await host.poll())).toEqual([
			'SHOP-1: ORDER_DISPATCHED > STAGED',
			'SHOP-2: null > ORDER_DISPATCHED',
		]);
		expect(told(await host.poll())).toEqual([]);
	});

	it('is heard where the account was empty at first', async () => {
		const host = await desk.active();
		desk.add('SHOP-1');
		expect(told(await host.poll())).toEqual(['SHOP-1: null > ORDER_DISPATCHED']);
		await desk.pass(MINUTE);
		await desk.move('SHOP-1', 'STAGED');
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > STAGED']);
		expect(told(await host.poll())).toEqual([]);
	});

	it('loses nothing that comes about in the millisecond of a poll', async () => {
		for (const name of ['A', 'B', 'C']) desk.add(name);
		const host = await desk.active();
		desk.api.setShipment('A', { status: 'STAGED' });
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		desk.api.setShipment('B', { status: 'STAGED' });
		expect(told(await host.poll())).toEqual(['B: ORDER_DISPATCHED > STAGED']);
		desk.api.setShipment('A', { status: 'IN_TRANSIT' });
		desk.api.setShipment('C', { status: 'STAGED' });
		expect(told(await host.poll()).sort()).toEqual([
			'A: STAGED > IN_TRANSIT',
			'C: ORDER_DISPATCHED > STAGED',
		]);
		expect(told(await host.poll())).toEqual([]);
	});
});

describe('an API that shows updates late or from a copy that lags behind', () => {
	it('an update that becomes visible after a younger one is told', async () => {
		desk.add('A');
		desk.add('B');
		const host = await desk.active();
		const old = structuredClone(desk.api.shipment('A'));
		await desk.move('A', 'STAGED');
		desk.api.listAs('A', old ?? null);
		await desk.pass(9 * MINUTE);
		await desk.move('B', 'STAGED');
		expect(told(await host.poll())).toEqual(['B: ORDER_DISPATCHED > STAGED']);
		desk.api.listAs('A');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		expect(told(await host.poll())).toEqual([]);
	});

	it('a new shipment that is not listed at once is told', async () => {
		desk.add('A');
		const host = await desk.active();
		desk.add('B');
		desk.api.listAs('B', null);
		await desk.pass(MINUTE);
		await desk.move('A', 'STAGED');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		desk.api.listAs('B');
		expect(told(await host.poll())).toEqual(['B: null > ORDER_DISPATCHED']);
	});

	it('an older version of a shipment is no news', async () => {
		desk.add('A');
		const host = await desk.active();
		const old = structuredClone(desk.api.shipment('A'));
		await desk.move('A', 'STAGED');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		desk.api.listAs('A', old ?? null);
		expect(told(await host.poll())).toEqual([]);
		desk.api.listAs('A', null);
		expect(told(await host.poll())).toEqual([]);
		desk.api.listAs('A');
		expect(told(await host.poll())).toEqual([]);
	});
});

test('n8n and the API agree on the time in these tests unless said otherwise', () => {
	expect([Date.now(), desk.clock.now()]).toEqual([NOON, NOON]);
});
