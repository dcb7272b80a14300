import { closeBenches } from '../helpers.mts';
import { AUSTIN, example, openDesk, orderBody, ordersWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const FULL = orderBody({
	shiptoAddress: { ...AUSTIN, company: 'Lee Ltd', street2: 'Flat 2' },
	lineItems: [{ externalProductId: 'mug', quantity: 2, lineItemId: 'a', bundleItems: [] }],
	orderDeliveryTime: '2026-01-20T12:00:00Z',
	orderShipmentTime: '2026-01-18T12:00:00Z',
	orderCreationTime: '2026-01-15T11:00:00Z',
	shipMethod: 'STANDARD',
	deliverDays: 4,
	createdAt: '2026-01-15T11:00:00Z',
	updatedAt: '2026-01-15T11:30:00Z',
});

test('an order with every field comes back with all of them, an id, a status and no shipments', async () => {
	const { status, data } = await desk.orders.post('', FULL);
	expect(status).toBe(200);
	expect(data).toEqual({
		...FULL,
		orderId: expect.stringMatching(/^\d+$/),
		status: 'CREATED',
		shipments: [],
	});
	expect((await desk.orders.get(`/${data.orderId}`)).data).toEqual(data);
	expect((await desk.orders.get('/externalId/WEB-1')).data).toEqual(data);
	expect(desk.control.order('WEB-1')).toEqual(data);
	expect(desk.control.order(data.orderId)).toEqual(data);
});

test('every member of the curl body of the guide is a known field', async () => {
	const body = example('curl-body');
	const { status, data } = await desk.orders.post('', body);
	expect([status, data.message]).toEqual([400, 'lineItems[0].quantity must be >= 1.']);
	const lineItems = [{ externalProductId: 'string', quantity: 1 }];
	const counted = await desk.orders.post('', { ...body, lineItems });
	expect(counted.data.type).toBe('ORDER_INVALID_COUNTRY_CODE');
});

test('the status of create and the form of ids can be chosen', async () => {
	desk.control.createdStatus = 201;
	desk.control.numericIds = true;
	const { status, data } = await desk.create();
	expect([status, typeof data.orderId]).toEqual([201, 'number']);
	expect((await desk.orders.get(`/${data.orderId}`)).data.orderId).toBe(data.orderId);
});

const line = (changes: object) => ({
	lineItems: [{ externalProductId: 'mug', quantity: 1, ...changes }],
});
const address = (changes: object) => ({ shiptoAddress: { ...AUSTIN, ...changes } });

test.each([
	[{ externalOrderId: undefined }, 'externalOrderId is required.'],
	[{ externalOrderId: '' }, 'externalOrderId must NOT have fewer than 1 characters.'],
	[{ externalOrderId: 7 }, 'externalOrderId must be string.'],
	[{ source: undefined }, 'source is required.'],
	[{ sourceOrderId: undefined }, 'sourceOrderId is required.'],
	[{ shipToAddress: AUSTIN }, 'shipToAddress is not a known field.'],
	[{ shiptoAddress: 'Austin' }, 'shiptoAddress must be object.'],
	[address({ name: undefined }), 'shiptoAddress.name is required.'],
	[address({ zip: '78701' }), 'shiptoAddress.zip is not a known field.'],
	[address({ state: null }), 'shiptoAddress.state must be string.'],
	[{ lineItems: {} }, 'lineItems must be array.'],
	[line({ quantity: undefined }), 'lineItems[0].quantity is required.'],
	[line({ quantity: 0 }), 'lineItems[0].quantity must be >= 1.'],
	[line({ quantity: 1.5 }), 'lineItems[0].quantity must be integer.'],
	[line({ quantity: '1' }), 'lineItems[0].quantity must be integer.'],
	[line({ logisticsSku: 'D' }), 'lineItems[0].logisticsSku is not a known field.'],
	[{ orderDeliveryTime: '2026-01-20' }, 'orderDeliveryTime must match format "date-time".'],
	[{ orderCreationTime: 1 }, 'orderCreationTime must be string.'],
	[{ deliveryDays: 2 }, 'deliveryDays is not a known field.'],
	[{ deliverDays: -1 }, 'deliverDays must be >= 0.'],
])('%j is refused without an error type', async (changes, message) => {
	const { status, data } = await desk.create(changes);
	expect([status, data]).toEqual([400, { code: 400, message }]);
	expect(desk.control.orders()).toEqual([]);
});

test.each([
	['', 'application/json', 400],
	['{', 'application/json', 400],
	['[]', 'application/json', 400],
	['{}', 'text/plain', 415],
])('the body %j as %s is %i', async (body, contentType, status) => {
	const headers = { 'content-type': contentType };
	const answer = await desk.orders.post('', body, { headers, transformRequest: (data) => data });
	expect([answer.status, answer.data.code]).toEqual([status, status]);
});

test('a second order with the same external id is a duplicate', async () => {
	await desk.create();
	const { status, data } = await desk.create();
	expect([status, data.code, data.type]).toEqual([409, 409, 'DUPLICATE_ORDER']);
	expect(desk.control.orders()).toHaveLength(1);
});

test('an external id may hold anything', async () => {
	const externalOrderId = 'WEB/1#2?%20 ä';
	await desk.create({ externalOrderId });
	const path = `/externalId/${encodeURIComponent(externalOrderId)}`;
	expect((await desk.orders.get(path)).data.externalOrderId).toBe(externalOrderId);
});

test.each([
	['GET', '/nobody', 404],
	['GET', '/externalId/nobody', 404],
	['POST', '/nobody/cancel', 404],
	['POST', '/nobody/retry', 404],
	['GET', '/1/2/3', 404],
	['GET', '', 405],
	['PUT', '/1', 405],
	['DELETE', '/1', 405],
	['GET', '/1/cancel', 405],
	['PATCH', '/1/retry', 405],
])('%s %s is %i', async (method, url, status) => {
	const answer = await desk.orders.request({ method, url });
	expect([answer.status, answer.data]).toEqual([
		status,
		{ code: status, message: expect.any(String) },
	]);
});

test('accounts see only what is theirs', async () => {
	const { accessToken } = desk.control.addAccount();
	const stranger = ordersWith(desk.control, accessToken);
	const { orderId } = (await desk.create()).data;
	expect((await stranger.get(`/${orderId}`)).status).toBe(404);
	expect((await stranger.get('/externalId/WEB-1')).status).toBe(404);
	expect((await stranger.post(`/${orderId}/cancel`)).status).toBe(404);
	expect((await stranger.post('', orderBody())).data.type).toBe('PRODUCT_NOT_AVAILABLE');
	desk.control.addProduct({ externalProductId: 'mug' }, accessToken);
	desk.control.rememberedRefusals = 'none';
	expect((await stranger.post('', orderBody({ externalOrderId: 'WEB-2' }))).status).toBe(200);
	expect(desk.control.orders(accessToken)).toHaveLength(1);
	expect(desk.control.orders()).toHaveLength(1);
});
