import { closeBenches } from '../helpers.mts';
import { openDesk, orderBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const MOCK = { headers: { 'x-deliverr-mock-request': 'true' } };

test('a mock create answers the order and keeps nothing', async () => {
	const unknown = { lineItems: [{ externalProductId: 'nothing', quantity: 1 }] };
	const body = orderBody(unknown);
	const { status, data } = await desk.orders.post('', body, MOCK);
	expect([status, data]).toEqual([
		200,
		{
			...body,
			orderId: expect.any(String),
			status: 'CREATED',
			shipments: [],
			createdAt: expect.any(String),
			updatedAt: expect.any(String),
		},
	]);
	expect(desk.control.orders()).toEqual([]);
	expect((await desk.orders.get(`/${data.orderId}`)).status).toBe(404);
	const real = (await desk.create()).data;
	expect(real.orderId).not.toBe(data.orderId);
});

test('a mock create still wants a right body', async () => {
	const bad = await desk.orders.post('', orderBody({ lineItems: [] }), MOCK);
	expect(bad.data.type).toBe('ORDER_CANNOT_BE_FULFILLED');
	expect((await desk.orders.post('', orderBody({ source: 1 }), MOCK)).status).toBe(400);
});

test('mock reads and cancels are about an order that nobody made', async () => {
	const byId = await desk.orders.get('/123', MOCK);
	expect(byId.data).toMatchObject({ orderId: '123', status: 'SHIPPED' });
	expect(byId.data.shipments[0].trackingNumber).toEqual(expect.any(String));
	const byExternalId = await desk.orders.get('/externalId/A%2FB', MOCK);
	expect(byExternalId.data).toMatchObject({ externalOrderId: 'A/B', status: 'SHIPPED' });
	const cancelled = await desk.orders.post('/123/cancel', undefined, MOCK);
	expect([cancelled.status, cancelled.data.status]).toEqual([200, 'CANCELLED']);
	expect(desk.control.orders()).toEqual([]);
});

test('a mock cancel leaves a real order alone; retry knows no mock', async () => {
	const { orderId } = (await desk.create()).data;
	await desk.orders.post(`/${orderId}/cancel`, undefined, MOCK);
	expect(desk.control.order(orderId)?.status).toBe('CREATED');
	expect((await desk.orders.post('/123/retry', undefined, MOCK)).status).toBe(404);
});

test('a mock needs a token, and any other value of the header asks for none', async () => {
	const headers = { ...MOCK.headers, authorization: 'Bearer unknown' };
	expect((await desk.orders.get('/123', { headers })).status).toBe(401);
	const other = { headers: { 'x-deliverr-mock-request': 'false' } };
	expect((await desk.orders.get('/123', other)).status).toBe(404);
});
