import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { askForToken, openDesk, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk({ catalogue: true });
});
afterEach(closeBenches);

const control = () =>
	axios.create({
		baseURL: `${desk.sandbox.url}/_sandbox/deliverr`,
		validateStatus: () => true,
	});

test('it starts with orders in six states, which stay as they are', async () => {
	const before = structuredClone(desk.control.orders());
	expect(new Set(before.map(({ status }) => status)).size).toBe(6);
	await desk.clock.advance(60_000);
	expect((await control().get('/orders')).data).toEqual(before);
	const failed = (await desk.orders.get('/externalId/WEB-4005')).data;
	expect((await desk.orders.post(`/${failed.orderId}/retry`)).status).toBe(200);
	await desk.clock.advance(60_000);
	expect(desk.control.order('WEB-4005')?.status).toBe('DELIVERED');
});

test.each([
	['never-inbounded', 'ORDER_INVENTORY_DSKU_NEVER_INBOUNDED'],
	['not-approved', 'PRODUCT_NOT_APPROVED_FOR_SALE'],
	['sold-out', 'PRODUCT_NOT_AVAILABLE'],
])('the product %s is refused as %s', async (externalProductId, type) => {
	const { data } = await desk.create({ lineItems: [{ externalProductId, quantity: 1 }] });
	expect(data.type).toBe(type);
});

test('products, tokens and switches are controlled over HTTP', async () => {
	const added = await control().post('/products', { externalProductId: 'new', inventory: 1 });
	expect([added.status, added.data[0]]).toMatchObject([201, { inventory: 1, inbounded: true }]);
	const lineItems = [{ externalProductId: 'new', quantity: 1 }];
	expect((await control().post('/switches', { createdStatus: 201 })).status).toBe(204);
	expect((await desk.create({ lineItems })).status).toBe(201);
	expect((await control().post('/expire-tokens')).status).toBe(204);
	expect((await desk.orders.get('/externalId/WEB-1')).status).toBe(401);
});

test.each([
	['/products', { name: 'Mug' }],
	['/products', { externalProductId: 'a', inventory: -1 }],
	['/switches', { createdStatus: 202 }],
	['/switches', { baseUrl: 'x' }],
])('POST %s with %j is refused', async (path, body) => {
	expect((await control().post(path, body)).status).toBe(422);
});

test('after a reset everything is as it was at the start', async () => {
	const before = structuredClone(desk.control.orders());
	const { accessToken } = desk.control.addAccount();
	await desk.create();
	desk.control.expireTokens();
	desk.control.numericIds = true;
	desk.control.rotatesRefreshTokens = true;
	const { refresh } = desk.control.tokens;
	await askForToken(desk.control, { grant_type: 'refresh_token', refresh_token: refresh });
	await axios.post(`${desk.sandbox.url}/_sandbox/reset`);
	expect(desk.control.orders()).toEqual(before);
	expect([desk.control.numericIds, desk.control.tokenRequests()]).toEqual([false, 0]);
	expect(() => desk.control.orders(accessToken)).toThrow('no such access token');
	expect((await desk.orders.get('/externalId/WEB-4001')).status).toBe(200);
	await desk.clock.advance(60_000);
	expect(desk.control.order('WEB-1')).toBeUndefined();
});

test('a test can put an order in any state', async () => {
	desk.control.addProduct({ externalProductId: 'mug' });
	await desk.create();
	const shipped = desk.control.setOrder('WEB-1', { status: 'SHIPPED', cost: 7 });
	expect(shipped).toMatchObject({ status: 'SHIPPED', cost: 7, shipments: [{ status: 'SHIPPED' }] });
	expect(desk.control.setOrder('WEB-1', { status: 'LOST_AT_SEA' }).status).toBe('LOST_AT_SEA');
	await desk.clock.advance(60_000);
	expect((await desk.orders.get('/externalId/WEB-1')).data.status).toBe('LOST_AT_SEA');
	expect(() => desk.control.setOrder('nobody', {})).toThrow('no order nobody');
	desk.control.addProduct({ externalProductId: 'rare', inventory: 1 });
	const lineItems = [{ externalProductId: 'rare', quantity: 2 }];
	await desk.create({ externalOrderId: 'WEB-2', lineItems });
	expect(() => desk.control.setOrder('WEB-2', { status: 'SHIPPED' })).toThrow('cannot become');
});
