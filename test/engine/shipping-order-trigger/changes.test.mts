import type { INodeParameters } from 'n8n-workflow';
import { MINUTE, told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

describe('which changes are told', () => {
	it('none at the first poll: it remembers what there is', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		expect(host.outputs()).toEqual([]);
		expect(told(await host.poll())).toEqual([]);
		expect(host.executions()).toHaveLength(0);
	});

	it('each state that a shipment comes into, once', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.move('SHOP-1', 'IN_TRANSIT');
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > IN_TRANSIT']);
		expect(told(await host.poll())).toEqual([]);
		await desk.move('SHOP-1', 'ORDER_DELIVERED');
		expect(told(await host.poll())).toEqual(['SHOP-1: IN_TRANSIT > ORDER_DELIVERED']);
		expect(told(await host.poll())).toEqual([]);
		expect(host.outputs('Next')).toHaveLength(2);
	});

	it('several at once, in the order in which they came about', async () => {
		for (const name of ['A', 'B', 'C']) desk.add(name);
		const host = await desk.active();
		for (const name of ['C', 'A', 'B']) await desk.move(name, 'STAGED');
		expect(told(await host.poll())).toEqual([
			'C: ORDER_DISPATCHED > STAGED',
			'A: ORDER_DISPATCHED > STAGED',
			'B: ORDER_DISPATCHED > STAGED',
		]);
		expect(host.executions()).toHaveLength(1);
	});

	it('a shipment that is new, without a state before', async () => {
		const host = await desk.active();
		await desk.pass(MINUTE);
		desk.add('SHOP-1', 'PENDING_RELEASE');
		expect(told(await host.poll())).toEqual(['SHOP-1: null > PENDING_RELEASE']);
		expect(told(await host.poll())).toEqual([]);
	});

	it('a shipment that was there, but had not changed for more than seven days', async () => {
		const old = new Date(desk.clock.now() - 8 * 24 * 60 * MINUTE).toISOString();
		desk.add('SHOP-1', 'PENDING_RELEASE', { createdAt: old, lastUpdatedAt: old });
		const host = await desk.active();
		await desk.move('SHOP-1', 'ORDER_DISPATCHED');
		expect(told(await host.poll())).toEqual(['SHOP-1: null > ORDER_DISPATCHED']);
	});

	it('no change of something else', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.clock.advance(1);
		desk.api.setShipment('SHOP-1', { deliveryInstructions: 'Ring twice', fee: 12 });
		expect(told(await host.poll())).toEqual([]);
		await desk.move('SHOP-1', 'STAGED');
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > STAGED']);
	});

	it('only the last of several states between two polls: a list shows no others', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.move('SHOP-1', 'ORDER_ASSIGNED', 'PICKUP_STARTED', 'PICKUP_COMPLETED');
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > PICKUP_COMPLETED']);
		await desk.move('SHOP-1', 'IN_TRANSIT', 'PICKUP_COMPLETED');
		expect(told(await host.poll())).toEqual([]);
	});

	it('a state that came to the API later than to this node', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.clock.advance(1);
		desk.api.setShipment('SHOP-1', { status: 'LOST_AT_SEA' });
		const { items = [] } = await host.poll();
		expect(items).toMatchObject([{ status: 'unknown', providerStatus: 'LOST_AT_SEA' }]);
		await desk.move('SHOP-1', 'IN_TRANSIT');
		expect(told(await host.poll())).toEqual(['SHOP-1: LOST_AT_SEA > IN_TRANSIT']);
	});
});

describe("with 'Statuses'", () => {
	it.each<[string, INodeParameters]>([
		['a list', { statuses: ['ORDER_DELIVERED', 'ORDER_DELAYED'] }],
		[
			'a text, as an expression may give it',
			{ statuses: '={{ "ORDER_DELIVERED, ORDER_DELAYED" }}' },
		],
	])('(%s) only shipments that come into one of them are told', async (_name, parameters) => {
		desk.add('SHOP-1');
		desk.add('SHOP-2');
		const host = await desk.active(parameters);
		await desk.move('SHOP-1', 'IN_TRANSIT');
		await desk.move('SHOP-2', 'ORDER_DELAYED');
		expect(told(await host.poll())).toEqual(['SHOP-2: ORDER_DISPATCHED > ORDER_DELAYED']);
		await desk.move('SHOP-1', 'ORDER_DELIVERED');
		expect(told(await host.poll())).toEqual(['SHOP-1: IN_TRANSIT > ORDER_DELIVERED']);
	});

	it('a shipment that leaves such a state and comes back is told again', async () => {
		desk.add('SHOP-1');
		const host = await desk.active({ statuses: ['ORDER_DELAYED'] });
		const steps = ['ORDER_DELAYED', 'IN_TRANSIT', 'ORDER_DELAYED', 'IN_TRANSIT'] as const;
		const seen: string[][] = [];
		for (const step of steps) {
			await desk.move('SHOP-1', step);
			seen.push(told(await host.poll()));
		}
		expect(seen).toEqual([
			['SHOP-1: ORDER_DISPATCHED > ORDER_DELAYED'],
			[],
			['SHOP-1: IN_TRANSIT > ORDER_DELAYED'],
			[],
		]);
	});

	it('the API is asked for all states, or a shipment could not be seen to leave one', async () => {
		await desk.active({ statuses: ['ORDER_DELAYED'] });
		expect(desk.lists().every((body) => body.status === undefined)).toBe(true);
	});
});

describe("with 'Location IDs'", () => {
	const at = (locationExternalId: string) => ({ locationExternalId });

	it.each<[string, string]>([
		['a text with commas', '7709, 100983'],
		['a list', '={{ ["7709", "100983"] }}'],
	])('only shipments from there are told (%s)', async (_name, locationIds) => {
		desk.add('A', 'STAGED', at('7709'));
		desk.add('B', 'STAGED', at('301'));
		desk.add('C', 'STAGED', at('100983'));
		const host = await desk.active({ options: { locationIds } });
		for (const name of ['A', 'B', 'C']) await desk.move(name, 'IN_TRANSIT');
		expect(told(await host.poll())).toEqual(['A: STAGED > IN_TRANSIT', 'C: STAGED > IN_TRANSIT']);
		expect(desk.lists().at(-1)).toMatchObject({ locationExternalIds: ['7709', '100983'] });
	});

	it('a change of them starts anew: of other locations nothing is known', async () => {
		desk.add('A', 'STAGED', at('7709'));
		desk.add('B', 'STAGED', at('301'));
		const host = await desk.active({ options: { locationIds: '7709' } });
		await host.deactivate();
		host.setParameters({ options: { locationIds: '301' } });
		await host.activate();
		expect(host.outputs()).toEqual([]);
		await desk.move('A', 'IN_TRANSIT');
		await desk.move('B', 'IN_TRANSIT');
		expect(told(await host.poll())).toEqual(['B: STAGED > IN_TRANSIT']);
	});

	it('in another order they are the same: nothing is lost', async () => {
		desk.add('A', 'STAGED', at('7709'));
		const host = await desk.active({ options: { locationIds: '7709, 301' } });
		await host.deactivate();
		host.setParameters({ options: { locationIds: '301, 7709' } });
		await desk.move('A', 'IN_TRANSIT');
		await host.activate();
		expect(told({ items: host.outputs() })).toEqual(['A: STAGED > IN_TRANSIT']);
	});

	it('more than 100 are refused before anything is sent', async () => {
		const locationIds = Array.from({ length: 101 }, (_, index) => `L${index}`).join(',');
		const host = desk.host({ options: { locationIds } });
		const { message } = await desk.refusal(host.activate());
		expect(message).toBe("'Location IDs' has 101 IDs, but at most 100 are possible");
		expect(desk.sandbox.log.all()).toEqual([]);
	});
});
