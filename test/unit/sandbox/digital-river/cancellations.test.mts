import { closeBenches } from '../helpers.mts';
import { openDesk, refusal, type Desk } from './desk.mts';

let desk: Desk;
let order: { id: number; items: { id: string }[] };
beforeEach(async () => {
	desk = await openDesk();
	order = (await desk.create()).data;
});
afterEach(closeBenches);

const item = (index: number, quantity: number) => ({
	fulfillmentOrderItemId: order.items[index]?.id,
	quantity,
});
const cancel = (items: object[], changes: Record<string, unknown> = {}) =>
	desk.river.post('/fulfillment-cancellations', {
		fulfillmentOrderId: String(order.id),
		items,
		...changes,
	});
const current = async () => (await desk.river.get(`/fulfillment-orders/${order.id}`)).data;
/** Open, shipped and cancelled units of each line. */
const units = async () =>
	(await current()).items.map((line: Record<string, number>) => [
		(line.pending ?? 0) + (line.backordered ?? 0),
		line.shipped,
		line.cancelled,
	]);

test('all open units are cancelled at once, and the order with them', async () => {
	const { status, data } = await cancel([item(0, 2), item(1, 3)], {
		reason: 'requested_by_customer',
		upstreamId: 'C-1',
	});
	expect(status).toBe(201);
	expect(data).toEqual({
		id: expect.any(String),
		createdTime: '2026-01-15T12:00:00Z',
		fulfillmentOrderId: String(order.id),
		upstreamId: 'C-1',
		reason: 'requested_by_customer',
		items: [
			{
				...item(0, 2),
				fulfillmentOrderItemUpstreamId: '1',
				inventoryItemId: 'mug',
				quantityAccepted: 2,
				state: 'accepted',
			},
			{
				...item(1, 3),
				fulfillmentOrderItemUpstreamId: '2',
				inventoryItemId: 'tee',
				quantityAccepted: 3,
				state: 'accepted',
			},
		],
		state: 'accepted',
		livemode: false,
	});
	expect((await desk.river.get(`/fulfillment-cancellations/${data.id}`)).data).toEqual(data);
	expect(desk.control.cancellations()).toEqual([data]);
	expect(await current()).toMatchObject({
		state: 'cancelled',
		items: [{ state: 'cancelled' }, { state: 'cancelled' }],
	});
	await desk.clock.advance(60_000);
	expect(await units()).toEqual([
		[0, 0, 2],
		[0, 0, 3],
	]);
});

test('some units are cancelled, and the rest is shipped', async () => {
	await cancel([item(1, 2)]);
	expect(await current()).toMatchObject({ state: 'pending', items: [{}, { state: 'pending' }] });
	await desk.clock.advance(8000);
	expect(await units()).toEqual([
		[0, 2, 0],
		[0, 1, 2],
	]);
	expect((await current()).state).toBe('shipped');
});

test('backordered units are cancelled first, and units in stock go back', async () => {
	desk.control.addInventoryItem('tee', { available: 2 });
	order = (await desk.create({ upstreamId: 'WEB-2' })).data;
	await desk.clock.advance(2000);
	expect((await current()).items[1]).toMatchObject({ pending: 2, backordered: 1 });
	await cancel([item(1, 2)]);
	expect((await current()).items[1]).toMatchObject({ pending: 1, backordered: 0, cancelled: 2 });
	order = (await desk.create({ upstreamId: 'WEB-3' })).data;
	await desk.clock.advance(2000);
	expect((await current()).items[1]).toMatchObject({ pending: 1, backordered: 2 });
});

test('what was shipped is rejected', async () => {
	await desk.clock.advance(8000);
	const { status, data } = await cancel([item(0, 1)]);
	expect(status).toBe(201);
	expect(data).toMatchObject({
		state: 'rejected',
		items: [{ quantity: 1, quantityAccepted: 0, state: 'rejected' }],
	});
	expect(await units()).toEqual([
		[0, 2, 0],
		[0, 3, 0],
	]);
});

test('a pending cancellation is decided after a while', async () => {
	desk.control.cancellationMode = 'pending';
	const { data } = await cancel([item(0, 2)]);
	expect(data).toMatchObject({
		state: 'pending',
		items: [{ quantityAccepted: 0, state: 'pending' }],
	});
	await desk.clock.advance(2999);
	expect((await units())[0]).toEqual([2, 0, 0]);
	await desk.clock.advance(1);
	expect((await units())[0]).toEqual([0, 0, 2]);
	const decided = await desk.river.get(`/fulfillment-cancellations/${data.id}`);
	expect(decided.data).toMatchObject({
		state: 'accepted',
		items: [{ quantityAccepted: 2, state: 'accepted' }],
	});
});

test('a pending cancellation that comes too late is rejected', async () => {
	await desk.clock.advance(6000);
	desk.control.cancellationMode = 'pending';
	const { data } = await cancel([item(0, 2)]);
	await desk.clock.advance(3000);
	const decided = await desk.river.get(`/fulfillment-cancellations/${data.id}`);
	expect(decided.data.state).toBe('rejected');
	expect((await units())[0]).toEqual([0, 2, 0]);
});

test('units that a pending cancellation asks for cannot be asked for again', async () => {
	desk.control.cancellationMode = 'pending';
	await cancel([item(0, 1)]);
	expect((await cancel([item(0, 2)])).data.errors[0].code).toBe('invalid_quantity_amount');
	expect((await cancel([item(0, 1)])).status).toBe(201);
});

test('a cancellation can be rejected, or accepted in part', async () => {
	desk.control.cancellationMode = 'reject';
	expect((await cancel([item(0, 2)])).data).toMatchObject({
		state: 'rejected',
		items: [{ quantityAccepted: 0, state: 'rejected' }],
	});
	expect((await units())[0]).toEqual([2, 0, 0]);
	desk.control.cancellationMode = 'partly';
	expect((await cancel([item(1, 3), item(0, 2)])).data).toMatchObject({
		state: 'accepted',
		items: [
			{ quantity: 3, quantityAccepted: 3, state: 'accepted' },
			{ quantity: 2, quantityAccepted: 0, state: 'rejected' },
		],
	});
	expect((await cancel([item(0, 2)])).data.items).toMatchObject([
		{ quantity: 2, quantityAccepted: 1, state: 'accepted' },
	]);
	expect(await units()).toEqual([
		[1, 0, 1],
		[0, 0, 3],
	]);
});

test.each([
	[() => [item(0, 3)], 'items[0].quantity'],
	[() => [item(0, 1), item(1, 1), item(0, 2)], 'items[2].quantity'],
])('more than is open is refused', async (items, parameter) => {
	const { status, data } = await cancel(items());
	expect([status, data]).toEqual([
		400,
		refusal('bad_request', 'invalid_quantity_amount', parameter),
	]);
	expect(desk.control.cancellations()).toEqual([]);
});

test('what is cancelled cannot be cancelled again', async () => {
	await cancel([item(0, 2)]);
	const { data } = await cancel([item(0, 1)]);
	expect(data.errors[0].code).toBe('invalid_quantity_amount');
});

test.each([
	['missing', () => ({ fulfillmentOrderId: undefined }), 'fulfillmentOrderId'],
	['missing', () => ({ items: undefined }), 'items'],
	['missing', () => ({ items: [{ quantity: 1 }] }), 'items[0].fulfillmentOrderItemId'],
	['missing', () => ({ items: [{ ...item(0, 1), quantity: undefined }] }), 'items[0].quantity'],
	['unknown', () => ({ comment: 'a' }), 'comment'],
	['unknown', () => ({ items: [{ ...item(0, 1), reason: 'a' }] }), 'items[0].reason'],
	['invalid', () => ({ fulfillmentOrderId: order.id }), 'fulfillmentOrderId'],
	['invalid', () => ({ fulfillmentOrderId: 'WEB-1' }), 'fulfillmentOrderId'],
	['invalid', () => ({ items: [] }), 'items'],
	['invalid', () => ({ items: [item(0, 0)] }), 'items[0].quantity'],
	['invalid', () => ({ items: [item(0, 0.5)] }), 'items[0].quantity'],
	[
		'invalid',
		() => ({ items: [{ fulfillmentOrderItemId: '1', quantity: 1 }] }),
		'items[0].fulfillmentOrderItemId',
	],
	[
		'invalid',
		() => ({ items: [{ ...item(0, 1), fulfillmentOrderItemUpstreamId: '2' }] }),
		'items[0].fulfillmentOrderItemUpstreamId',
	],
	['invalid', () => ({ reason: 7 }), 'reason'],
])('a parameter is %s: %s', async (kind, changes, parameter) => {
	const { status, data } = await cancel([item(0, 1)], changes());
	expect([status, data]).toEqual([400, refusal('bad_request', `${kind}_parameter`, parameter)]);
	expect(desk.control.cancellations()).toEqual([]);
});

test('an order as the documents print it, without counters, can be cancelled', async () => {
	const line = { id: '7', inventoryItemId: 'abc', quantity: 4 };
	desk.control.addInventoryItem('abc', { available: 5 });
	desk.control.addOrder({ id: 'x', items: [[line]] });
	const items = [{ fulfillmentOrderItemId: '7', quantity: 3 }];
	expect((await cancel(items, { fulfillmentOrderId: 'x' })).data.state).toBe('accepted');
	const { data } = await desk.river.get('/fulfillment-orders/x');
	expect(data.items).toMatchObject([[{ quantity: 4, pending: 1, cancelled: 3, state: 'pending' }]]);
});
