import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { openDesk, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk({ catalogue: true });
});
afterEach(closeBenches);

const control = () =>
	axios.create({
		baseURL: `${desk.sandbox.url}/_sandbox/digital-river`,
		validateStatus: () => true,
	});

test('it starts with orders in four states, which stay as they are', async () => {
	const before = structuredClone(desk.control.orders());
	expect(new Set(before.map(({ state }) => state)).size).toBe(4);
	await desk.clock.advance(60_000);
	expect((await control().get('/orders')).data).toEqual(before);
	const { data } = await desk.river.get('/fulfillment-orders');
	expect(data.data.map(({ upstreamId }: { upstreamId: string }) => upstreamId)).toEqual(
		before.map(({ upstreamId }) => upstreamId).reverse(),
	);
});

test('orders, items, cancellations and switches are controlled over HTTP', async () => {
	const added = await control().post('/orders', [{ id: 7, extra: 1 }, { upstreamId: 'A' }]);
	expect([added.status, added.data.length]).toEqual([201, 2]);
	expect((await desk.river.get('/fulfillment-orders/7')).data.extra).toBe(1);
	const item = { id: 'rare', available: 1, backorder: false };
	expect((await control().post('/inventory-items', item)).status).toBe(204);
	const items = [{ inventoryItemId: 'rare', quantity: 2 }];
	expect((await desk.create({ items })).data.errors[0].code).toBe('invalid_quantity_amount');
	expect((await control().post('/switches', { cancellationMode: 'reject' })).status).toBe(204);
	const order = (await desk.create()).data;
	await desk.river.post('/fulfillment-cancellations', {
		fulfillmentOrderId: String(order.id),
		items: [{ fulfillmentOrderItemId: order.items[0].id, quantity: 1 }],
	});
	expect((await control().get('/cancellations')).data).toMatchObject([{ state: 'rejected' }]);
});

test.each([
	['/orders', 'text', 422],
	['/orders', [{ id: 1 }, { id: '1' }], 409],
	['/inventory-items', { id: 'a', available: -1 }, 422],
	['/switches', { cancellationMode: 'never' }, 422],
	['/switches', { baseUrl: 'x' }, 422],
])('POST %s with %j is refused', async (path, body, status) => {
	const headers = { 'content-type': 'application/json' };
	const answer = await control().post(path, JSON.stringify(body), { headers });
	expect(answer.status).toBe(status);
});

test('after a reset everything is as it was at the start', async () => {
	const before = structuredClone(desk.control.orders());
	const { apiKey } = desk.control.addAccount();
	desk.control.addInventoryItem('mug', { available: 0, backorder: false });
	desk.control.sendsHasMore = false;
	await desk.river.get('/fulfillment-orders', {
		headers: { 'DigitalRiver-Version': '2021-02-23' },
	});
	await axios.post(`${desk.sandbox.url}/_sandbox/reset`);
	expect(desk.control.orders()).toEqual(before);
	expect(desk.control.cancellations()).toEqual([]);
	expect([desk.control.sendsHasMore, desk.control.lastVersion()]).toEqual([true, undefined]);
	expect(() => desk.control.orders(apiKey)).toThrow('no such API key');
	expect((await desk.create()).status).toBe(201);
});

test('orders that are given are kept as they are, and ids are never taken twice', async () => {
	const given = { id: 'x', createdTime: null, items: 'none', state: 7, extra: { a: [null] } };
	expect(desk.control.addOrder(given)).toMatchObject({
		id: 'x',
		createdTime: null,
		extra: { a: [null] },
	});
	expect(() => desk.control.addOrder({ id: 'x' })).toThrow('an order x already');
	const next = Number(desk.control.addOrder({}).id) + 1;
	desk.control.addOrder({ id: next });
	expect((await desk.create()).data.id).toBe(next + 1);
	const many = desk.control.addOrders(3, (index) => ({ upstreamId: `u${index}` }));
	expect(desk.control.orders().slice(-3)).toEqual(many);
});
