import { ERROR_TYPES } from '../../../sandbox/deliverr/error-types.mts';
import { closeBenches } from '../helpers.mts';
import { AUSTIN, example, openDesk, type Desk } from './desk.mts';

const HOUR = 3_600_000;

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const refusal = (type: string) => ({ code: 400, type, message: example('error-types')[type] });

test('the sandbox has the thirteen types of the guide, word for word', () => {
	expect(ERROR_TYPES).toEqual(example('error-types'));
	expect(Object.keys(ERROR_TYPES)).toHaveLength(13);
});

const address = (changes: object) => ({ shiptoAddress: { ...AUSTIN, ...changes } });
const CANADA = { state: undefined, postcode: undefined, countryCode: 'CA' };

test.each([
	['ORDER_CANNOT_BE_FULFILLED', { lineItems: undefined }],
	['ORDER_CANNOT_BE_FULFILLED', { lineItems: [] }],
	['ORDER_MISSING_LINE_ITEM', { lineItems: [{ quantity: 1 }] }],
	['ORDER_MISSING_LINE_ITEM', { lineItems: [{ externalProductId: ' ', quantity: 1 }] }],
	['ORDER_MISSING_SHIPPING_ADDRESS', { shiptoAddress: undefined }],
	['ORDER_MISSING_ADDRESS_LINE', address({ street1: undefined })],
	['ORDER_MISSING_ADDRESS_LINE', address({ street1: '' })],
	['ORDER_MISSING_CITY', address({ city: undefined })],
	['ORDER_MISSING_STATE_ZIP', address({ state: undefined })],
	['ORDER_MISSING_STATE_ZIP', address({ postcode: '' })],
	['ORDER_INVALID_COUNTRY_CODE', address({ countryCode: undefined })],
	['ORDER_INVALID_COUNTRY_CODE', address({ countryCode: 'USA' })],
	['ORDER_INVALID_COUNTRY_CODE', address({ countryCode: 'us' })],
])('%s: %j', async (type, changes) => {
	const { status, data } = await desk.create(changes);
	expect([status, data]).toEqual([400, refusal(type)]);
	expect(desk.control.orders()).toEqual([]);
	// Such a refusal is not remembered: the order can be put right at once.
	expect((await desk.create()).status).toBe(200);
});

test('an order abroad needs neither state nor postcode', async () => {
	expect((await desk.create(address(CANADA))).status).toBe(200);
});

test.each([
	['ORDER_INVENTORY_DSKU_NEVER_INBOUNDED', { inbounded: false }, {}],
	['PRODUCT_NOT_APPROVED_FOR_SALE', { approved: false }, {}],
	['PRODUCT_NOT_AVAILABLE', { inventory: 0 }, {}],
	['ORDER_PRODUCT_MISSING_CUSTOMS', { customs: false }, address(CANADA)],
])('%s comes from the product %j', async (type, product, changes) => {
	desk.control.addProduct({ externalProductId: 'odd', ...product });
	const lineItems = [
		{ externalProductId: 'mug', quantity: 1 },
		{ externalProductId: 'odd', quantity: 1 },
	];
	const { status, data } = await desk.create({ lineItems, ...changes });
	expect([status, data]).toEqual([400, refusal(type)]);
});

test('a product that is not known is not available; without customs it can be sold at home', async () => {
	const lineItems = (id: string) => ({ lineItems: [{ externalProductId: id, quantity: 1 }] });
	expect((await desk.create(lineItems('nothing'))).data).toEqual(refusal('PRODUCT_NOT_AVAILABLE'));
	desk.control.addProduct({ externalProductId: 'odd', customs: false });
	const atHome = await desk.create({ externalOrderId: 'WEB-2', ...lineItems('odd') });
	expect(atHome.status).toBe(200);
});

test('an order that was refused for its products cannot be created again for an hour', async () => {
	desk.control.addProduct({ externalProductId: 'mug', inventory: 0 });
	await desk.create();
	desk.control.addProduct({ externalProductId: 'mug' });
	expect((await desk.create()).data).toEqual(refusal('ORDER_PREVIOUSLY_SEEN_ERROR'));
	await desk.clock.advance(HOUR - 1);
	expect((await desk.create()).data).toEqual(refusal('ORDER_PREVIOUSLY_SEEN_ERROR'));
	await desk.clock.advance(1);
	expect((await desk.create()).status).toBe(200);
});

test('an order that failed on its way cannot be created again for an hour', async () => {
	const first = (await desk.create(address({ company: 'error' }))).data;
	await desk.clock.advance(2000);
	expect(desk.control.order('WEB-1')?.status).toBe('ERROR');
	expect((await desk.create()).data).toEqual(refusal('ORDER_PREVIOUSLY_SEEN_ERROR'));
	await desk.clock.advance(HOUR);
	const second = (await desk.create()).data;
	expect(second.orderId).not.toBe(first.orderId);
	expect((await desk.orders.get('/externalId/WEB-1')).data.orderId).toBe(second.orderId);
	expect((await desk.orders.get(`/${first.orderId}`)).data.status).toBe('ERROR');
});

test.each([
	['none', 200, 200],
	['products', 400, 200],
	['all', 400, 400],
] as const)('which refusals are remembered: %s', async (which, afterProduct, afterBody) => {
	desk.control.rememberedRefusals = which;
	desk.control.addProduct({ externalProductId: 'odd', approved: false });
	await desk.create({ lineItems: [{ externalProductId: 'odd', quantity: 1 }] });
	expect((await desk.create()).status).toBe(afterProduct);
	await desk.create({ externalOrderId: 'WEB-2', lineItems: [] });
	expect((await desk.create({ externalOrderId: 'WEB-2' })).status).toBe(afterBody);
});

test('within the ingestion delay an order is too early, whenever it is sent', async () => {
	desk.control.ingestionDelayMs = 60_000;
	const orderCreationTime = new Date(desk.clock.now() - 30_000).toISOString();
	expect((await desk.create({ orderCreationTime })).data).toEqual(
		refusal('ORDER_SUBMITTED_TOO_EARLY'),
	);
	const without = { externalOrderId: 'WEB-2' };
	expect((await desk.create(without)).data).toEqual(refusal('ORDER_SUBMITTED_TOO_EARLY'));
	await desk.clock.advance(30_000);
	expect((await desk.create({ orderCreationTime })).status).toBe(200);
	expect((await desk.create(without)).data).toEqual(refusal('ORDER_SUBMITTED_TOO_EARLY'));
	await desk.clock.advance(30_000);
	expect((await desk.create(without)).status).toBe(200);
});

test.each(Object.keys(ERROR_TYPES))('the trick "fail %s x2" refuses two creates', async (type) => {
	const told = address({ company: `fail ${type} x2` });
	expect((await desk.create(told)).data).toEqual(refusal(type));
	expect((await desk.create(told)).data).toEqual(refusal(type));
	expect((await desk.create(told)).status).toBe(200);
});

test('a trick without a number strikes every time, and an unknown type is told', async () => {
	const told = address({ company: 'fail ORDER_MISSING_CITY' });
	for (let time = 0; time < 3; time += 1) {
		expect((await desk.create(told)).data).toEqual(refusal('ORDER_MISSING_CITY'));
	}
	const { status, data } = await desk.create(address({ company: 'fail ORDER_MISING_CITY' }));
	expect([status, data.message]).toEqual([
		400,
		'The sandbox does not know the error type "ORDER_MISING_CITY".',
	]);
	expect((await desk.create(address({ company: 'fail safe Ltd' }))).status).toBe(200);
});
