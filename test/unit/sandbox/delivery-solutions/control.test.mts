import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { openDesk, shipmentBody, shippingOf, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk({ catalogue: true });
});
afterEach(closeBenches);

const control = () =>
	axios.create({
		baseURL: `${desk.sandbox.url}/_sandbox/delivery-solutions`,
		validateStatus: () => true,
	});

test('it starts with the shipments of a day, all of which are listed', async () => {
	const { data } = await desk.shipping.post('/shipments/list', {});
	expect(data.data).toHaveLength(12);
	const statuses = new Set(data.data.map(({ status }: { status: string }) => status));
	expect(statuses.size).toBeGreaterThanOrEqual(10);
	expect((await desk.shipping.post('/shipments/WEB-2010/retry')).status).toBe(201);
	const delivered = await desk.shipping.get('/shipments/WEB-2001/status-history');
	expect(delivered.data[0].orderStatus).toHaveLength(9);
	const before = structuredClone(desk.control.shipment('WEB-2007'));
	await desk.clock.advance(60_000);
	expect(desk.control.shipment('WEB-2007')).toEqual(before);
});

test('shipments, tokens and switches are controlled over HTTP', async () => {
	const added = await control().post('/shipments', [{ orderExternalId: 'A', extra: 1 }, {}]);
	expect([added.status, added.data.length]).toEqual([201, 2]);
	expect((await desk.shipping.get('/shipments/A')).data.extra).toBe(1);
	expect((await control().get('/shipments')).data).toHaveLength(14);
	expect((await control().post('/expire-tokens')).status).toBe(204);
	expect((await desk.shipping.get('/shipments/A')).status).toBe(401);
	expect((await control().post('/switches', { createAnswersWithId: true })).status).toBe(204);
	const shipping = await shippingOf(desk.control);
	expect((await shipping.post('/shipments', shipmentBody())).data).toHaveProperty('id');
});

test.each([
	['/shipments', { orderExternalId: 7 }, 422],
	['/shipments', { orderExternalId: 'WEB-2001' }, 409],
	['/switches', { duplicateType: 'DUPLICATE' }, 422],
	['/switches', { unknown: true }, 422],
])('POST %s with %j is refused', async (path, body, status) => {
	expect((await control().post(path, body)).status).toBe(status);
});

test('after a reset everything is as it was at the start', async () => {
	const before = structuredClone(desk.control.shipments());
	await desk.shipping.post('/shipments', shipmentBody());
	desk.control.addLocation('mine', { providers: [] });
	desk.control.duplicateType = 'DUPLICATE_NAME';
	const { clientId } = desk.control.addAccount();
	await axios.post(`${desk.sandbox.url}/_sandbox/reset`);
	expect(desk.control.shipments()).toEqual(before);
	expect(desk.control.duplicateType).toBe('DUPLICATE_ID');
	expect(desk.control.tokenRequests()).toBe(0);
	expect(() => desk.control.shipments(clientId)).toThrow('knows no client');
	expect((await desk.shipping.get('/shipments/WEB-2001')).status).toBe(401);
	const shipping = await shippingOf(desk.control);
	const elsewhere = shipmentBody({ locationExternalId: 'mine' });
	expect((await shipping.post('/shipments', elsewhere)).data.type).toBe('INVALID_DATA');
	await desk.clock.advance(60_000);
	expect(desk.control.shipment('WEB-1')).toBeUndefined();
});

test('shipments that are given are found, in the order in which they came', () => {
	const first = desk.control.addShipment({ id: 'x', createdAt: '2020-01-01T00:00:00.000Z' });
	expect(first).toMatchObject({ id: 'x', lastUpdatedAt: '2020-01-01T00:00:00.000Z' });
	const many = desk.control.addShipments(3, (index) => ({ groupId: `g${index}` }));
	expect(many.map(({ groupId }) => groupId)).toEqual(['g0', 'g1', 'g2']);
	expect(desk.control.shipments().slice(-4)).toEqual([first, ...many]);
	desk.control.setShipment('x', { orderExternalId: 'Y' });
	expect(desk.control.shipment('Y')).toBe(first);
	expect(() => desk.control.addShipment({ orderExternalId: 'Y' })).toThrow('already');
});
