import { closeBenches } from '../helpers.mts';
import { openDesk, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const COUNTERS = ['pending', 'backordered', 'shipped', 'cancelled', 'returned'] as const;

interface Order {
	state: string;
	items: ({ quantity: number; state: string } & Record<(typeof COUNTERS)[number], number>)[];
}

/** The order's state, and of each line its state and counters; which must be in balance. */
async function look() {
	const { id } = desk.control.order('WEB-1') ?? {};
	const order: Order = (await desk.river.get(`/fulfillment-orders/${id}`)).data;
	for (const line of order.items) {
		expect(COUNTERS.reduce((sum, name) => sum + line[name], 0)).toBe(line.quantity);
	}
	return {
		state: order.state,
		lines: order.items.map(
			(line) => [line.state, line.pending, line.backordered, line.shipped] as const,
		),
	};
}

test('an order in stock is shipped', async () => {
	await desk.create();
	await desk.clock.advance(7999);
	expect(await look()).toEqual({
		state: 'pending',
		lines: [
			['pending', 2, 0, 0],
			['pending', 3, 0, 0],
		],
	});
	await desk.clock.advance(1);
	expect(await look()).toEqual({
		state: 'shipped',
		lines: [
			['shipped', 0, 0, 2],
			['shipped', 0, 0, 3],
		],
	});
});

test('what is not in stock is backordered and shipped later', async () => {
	desk.control.addInventoryItem('tee', { available: 1 });
	await desk.create();
	await desk.clock.advance(2000);
	expect(await look()).toEqual({
		state: 'pending',
		lines: [
			['pending', 2, 0, 0],
			['pending', 1, 2, 0],
		],
	});
	await desk.clock.advance(6000);
	expect(await look()).toEqual({
		state: 'backordered',
		lines: [
			['shipped', 0, 0, 2],
			['backordered', 0, 2, 1],
		],
	});
	await desk.clock.advance(8000);
	expect(await look()).toMatchObject({ state: 'shipped' });
});

test.each([
	[true, 'backordered'],
	[false, 'pending'],
])('whether an order says that it is backordered: %s', async (backorderedOrders, state) => {
	desk.control.backorderedOrders = backorderedOrders;
	for (const id of ['mug', 'tee']) desk.control.addInventoryItem(id, { available: 0 });
	await desk.create();
	await desk.clock.advance(2000);
	expect(await look()).toMatchObject({
		state,
		lines: [
			['backordered', 0, 2, 0],
			['backordered', 0, 3, 0],
		],
	});
});

test('units are set aside: the next order finds fewer', async () => {
	desk.control.addInventoryItem('mug', { available: 3 });
	await desk.create({ upstreamId: 'first' });
	await desk.create();
	await desk.clock.advance(2000);
	expect((await look()).lines[0]).toEqual(['pending', 1, 1, 0]);
});

test('a test can put an order in any state, with counters in balance', async () => {
	await desk.create();
	desk.control.setOrder('WEB-1', { state: 'backordered' });
	expect(await look()).toMatchObject({
		state: 'backordered',
		lines: [['backordered', 0, 2, 0], {}],
	});
	await desk.clock.advance(60_000);
	expect((await look()).state).toBe('backordered');
	desk.control.setOrder('WEB-1', { state: 'shipped' });
	expect((await look()).lines[1]).toEqual(['shipped', 0, 0, 3]);
	expect(desk.control.setOrder('WEB-1', { state: 'unheard-of', name: 7 })).toMatchObject({
		state: 'unheard-of',
		name: 7,
	});
	expect(() => desk.control.setOrder('nobody', {})).toThrow('no order nobody');
});
