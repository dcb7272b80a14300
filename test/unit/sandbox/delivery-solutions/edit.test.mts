import { closeBenches } from '../helpers.mts';
import { example, openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = (changes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody(changes));
const edit = (body: unknown, id = 'WEB-1') => desk.shipping.put(`/shipments/${id}`, body);
const failing = { orderAttributes: { sandboxLife: 'ORDER_FAILED' } };
const parcel = { name: 'Box', weight: { value: 2, unit: 'lb' } };
const contact = { name: 'Ada Lee', phone: '1', email: 'ada@example.com' };

test('the documented request is answered with the keys of the documented answer', async () => {
	await create(failing);
	const request = example('edit-request');
	const { status, data } = await edit(request);
	expect(status).toBe(200);
	expect(data).toMatchObject(request);
	const missing = Object.keys(example('edit-answer')).filter((key) => !(key in data));
	// No provider has it yet, so there is nothing to track.
	expect(missing).toEqual(['trackingId']);
	expect((await desk.shipping.get('/shipments/19082413')).status).toBe(200);
	expect((await desk.shipping.get('/shipments/WEB-1')).status).toBe(404);
});

test('what is not sent stays', async () => {
	await create({ groupId: 'g', itemList: [{ sku: 'A' }], orderAttributes: { a: 1 } });
	const before = structuredClone(desk.control.shipment('WEB-1'));
	await desk.clock.advance(500);
	const { data } = await edit({ orderValue: 5, deliveryInstructions: '' });
	expect(data).toEqual({
		...before,
		orderValue: 5,
		deliveryInstructions: '',
		lastUpdatedAt: '2026-01-15T12:00:00.500Z',
	});
	expect(desk.control.shipment('WEB-1')).toEqual(data);
});

test('the times can be emptied', async () => {
	await create({ pickupTime: { startsAt: 1 } });
	const { status, data } = await edit({ pickupTime: null, deliveryTime: null });
	expect([status, data.pickupTime, data.deliveryTime]).toEqual([200, null, null]);
});

test('another location brings its address along', async () => {
	await create();
	const { data } = await edit({ locationExternalId: '100983' });
	expect(data).toMatchObject({ locationExternalId: '100983', pickupAddress: { city: 'Dallas' } });
});

test.each([
	[{ pickup: {} }, 'pickup'],
	[{ deliveryInstructions: null }, 'deliveryInstructions'],
	[{ groupId: null }, 'groupId'],
	[{ package: null }, 'package'],
	[{ itemList: null }, 'itemList'],
	[{ locale: 'x'.repeat(51) }, 'locale'],
	[{ deliveryAddress: { street1: 'a' } }, 'deliveryAddress.postalCode'],
	[{ deliveryContact: { name: 'a' } }, 'deliveryContact.phone'],
	[{ deliveryTime: { startsAt: 2, endsAt: 1 } }, 'deliveryTime'],
	[{ status: 'ORDER_DELIVERED' }, 'status'],
	[{ orderAttributes: { sandboxLabel: 'x' } }, 'orderAttributes.sandboxLabel'],
	[{ orderValue: -1, groupId: 7 }, 'groupId'],
])('%j is a VALIDATION_ERROR', async (body, parameter) => {
	await create(failing);
	const before = structuredClone(desk.control.shipment('WEB-1'));
	const { status, data } = await edit(body);
	expect([status, data.type]).toEqual([400, 'VALIDATION_ERROR']);
	expect(data.errors).toContainEqual(expect.objectContaining({ parameter }));
	expect(desk.control.shipment('WEB-1')).toEqual(before);
});

test.each([-1, '5', null])('the orderValue %j is INVALID_DATA', async (orderValue) => {
	await create();
	const { status, data } = await edit({ orderValue });
	expect([status, data.type, data.errors[0].parameter]).toEqual([
		400,
		'INVALID_DATA',
		'orderValue',
	]);
});

test('a locale of fifty characters will do here', async () => {
	await create();
	expect((await edit({ locale: 'x'.repeat(50) })).status).toBe(200);
});

test('an orderExternalId that is taken is refused, its own is not', async () => {
	await create();
	await create({ orderExternalId: 'WEB-2' });
	const taken = await edit({ orderExternalId: 'WEB-2' });
	expect([taken.status, taken.data.type]).toEqual([400, 'INVALID_DATA']);
	expect((await edit({ orderExternalId: 'WEB-1' })).status).toBe(200);
});

test('the quantities of the package are held against the stored items', async () => {
	await create({ ...failing, itemList: [{ sku: 'A', quantity: 2 }] });
	const packed = (quantity: number) => ({ name: 'Box', itemList: [{ sku: 'A', quantity }] });
	expect((await edit({ package: packed(3) })).status).toBe(400);
	expect((await edit({ package: packed(2) })).status).toBe(200);
	const fewer = await edit({ itemList: [{ sku: 'A', quantity: 1 }] });
	expect([fewer.status, fewer.data.errors[0].parameter]).toEqual([400, 'package.itemList']);
});

const OPEN = ['REQUEST_RECEIVED', 'PENDING_DISPATCH', 'PENDING_RELEASE', 'ORDER_FAILED'];
const CLOSED = ['ORDER_DISPATCHED', 'STAGED', 'PICKUP_STARTED', 'ORDER_DELIVERED'];

test.each(OPEN)('in %s package and email can be changed', async (status) => {
	desk.control.addShipment({ orderExternalId: 'WEB-1', status, deliveryContact: contact });
	const { status: answered, data } = await edit({
		package: parcel,
		deliveryContact: { ...contact, email: 'new@example.com' },
	});
	expect(answered).toBe(200);
	expect(data).toMatchObject({ package: parcel, deliveryContact: { email: 'new@example.com' } });
});

test.each(CLOSED)('in %s package and email cannot be changed', async (status) => {
	desk.control.addShipment({
		orderExternalId: 'WEB-1',
		status,
		deliveryContact: contact,
		package: { ...parcel, barcode: '1' },
	});
	const refused = await edit({
		package: { ...parcel, name: 'Crate' },
		deliveryContact: { ...contact, email: '' },
	});
	expect(refused.status).toBe(400);
	expect(refused.data).toMatchObject({
		type: 'VALIDATION_ERROR',
		message: expect.stringContaining('package parameter cannot be changed post order dispatch'),
		errors: [
			{ type: 'INVALID_OPERATION', parameter: 'package' },
			{ type: 'INVALID_OPERATION', parameter: 'email' },
		],
	});
	const same = await edit({ package: parcel, deliveryContact: { name: 'Bo', phone: '2' } });
	expect(same.status).toBe(200);
	expect(same.data.deliveryContact).toEqual({ name: 'Bo', phone: '2', email: 'ada@example.com' });
	expect(same.data.package.barcode).toBe('1');
});

test('a shipment that failed can be mended and retried', async () => {
	desk.control.addLocation('remote', { providers: [] });
	desk.control.addShipment({
		orderExternalId: 'WEB-1',
		status: 'ORDER_FAILED',
		locationExternalId: 'remote',
	});
	const retry = () => desk.shipping.post('/shipments/WEB-1/retry');
	expect((await retry()).data.type).toBe('NO_PROVIDER_ASSIGNED');
	expect((await edit({ locationExternalId: '7709', package: parcel })).status).toBe(200);
	expect((await retry()).status).toBe(201);
});
