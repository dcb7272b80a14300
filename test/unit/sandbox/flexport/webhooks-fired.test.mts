import axios from 'axios';
import { closeBenches, openBench, orderBody, type Bench } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';

let bench: Bench;
let sku: string;
let receiver: Receiver;

beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
	receiver = await openReceiver();
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

const hooks = () => bench.sandbox.flexport.hooks;
const register = (type: string, token?: string) =>
	bench.api(token).post('/webhooks', { type, url: receiver.url, method: 'POST' });
async function fired(type: string, details?: Record<string, unknown>, token?: string) {
	receiver.received = [];
	await hooks().fire(type, details, token);
	expect(receiver.received).toHaveLength(1);
	return receiver.received[0]?.body ?? {};
}

const text = expect.any(String);
const envelope = {
	logisticsAccountId: text,
	logisticsEventId: text,
	logisticsEventTime: '2026-01-15T12:00:00.000Z',
};
const order = { id: text, orderId: text, externalOrderId: text };

test.each([
	['Order.Shipped', order],
	['Order.Cancelled', order],
	['Order.Held', order],
	['Shipment.Created', order],
	['Shipment.Shipped', order],
	['Shipment.Cancelled', order],
	[
		'Inventory.Adjusted',
		{
			adjustmentId: text,
			reason: 'COUNT',
			adjustments: [{ logisticsSKU: text, changes: [{ state: 'AVAILABLE', delta: -1 }] }],
		},
	],
	[
		'Inbound.Received',
		{ type: 'SELLABLE', amount: expect.any(Number), shipmentItemId: expect.any(Number) },
	],
	['Inbound.ShipmentStatusChanged', { status: 'ARRIVED', shipmentId: text }],
	[
		'Return.Updated',
		{
			id: expect.any(Number),
			status: 'RECEIVED_FOR_PROCESSING',
			rma: text,
			externalReturnId: text,
			shippingLabel: expect.objectContaining({ carrier: 'USPS', trackingStatus: 'DELIVERED' }),
			returnItems: [
				{ identifier: text, expectedQuantity: 1, inspectedItems: [expect.any(Object)] },
			],
			receivedAt: text,
		},
	],
	[
		'Parcel.TrackingUpdated',
		{
			trackingCode: text,
			status: 'OUT_FOR_DELIVERY',
			message: text,
			eventTime: text,
			location: { city: 'Austin', state: 'TX', country: 'US', zip: '78701' },
		},
	],
	[
		'Freight.TrackingUpdated',
		{
			bolStatus: 'IN_TRANSIT',
			carrierName: text,
			mode: 'OCEAN',
			events: [expect.any(Object)],
			updatedAt: text,
		},
	],
	['Something.New', {}],
])('%s has its whole payload', async (type, payload) => {
	await register(type);
	expect(await fired(type)).toEqual({ ...envelope, logisticsEventType: type, ...payload });
});

test('an order that is named fills the rest', async () => {
	const [first, second] = await Promise.all(
		['A/1', 'B#2'].map(async (externalOrderId) => {
			const { data } = await bench.api().post('/orders', orderBody(sku, { externalOrderId }));
			return String(data.id);
		}),
	);
	await bench.clock.advance(2000);
	await register('Order.Shipped');
	await register('Shipment.Shipped');
	const ids = { id: first, orderId: first, externalOrderId: 'A/1' };
	expect(await fired('Order.Shipped', { externalOrderId: 'A/1' })).toMatchObject(ids);
	expect(await fired('Order.Shipped', { orderId: first })).toMatchObject(ids);
	expect(await fired('Order.Shipped')).toMatchObject({ orderId: second, externalOrderId: 'B#2' });
	const shipment = bench.sandbox.flexport.order('A/1')?.shipments[0]?.id;
	expect(await fired('Shipment.Shipped', { orderId: first })).toMatchObject({
		...ids,
		id: shipment,
	});
});

test('details take the place of what is usual, in the envelope too', async () => {
	await register('Order.Shipped');
	const details = {
		orderId: 7,
		extra: { a: 1 },
		logisticsEventId: 'E1',
		logisticsEventType: 'Order.Unheard',
	};
	expect(await fired('Order.Shipped', details)).toMatchObject({ ...details, id: 7 });
});

test('ids of orders are numbers where they are told to be', async () => {
	bench.sandbox.flexport.numericIds = true;
	const { data } = await bench.api().post('/orders', orderBody(sku));
	await register('Order.Shipped');
	expect(await fired('Order.Shipped')).toMatchObject({ orderId: data.id, id: data.id });
	expect(typeof data.id).toBe('number');
});

test('an account hears only of its own orders', async () => {
	await bench.api().post('/orders', orderBody(sku));
	const { token } = bench.sandbox.flexport.addAccount();
	await register('Order.Shipped', token);
	await hooks().fire('Order.Shipped');
	expect(receiver.received).toEqual([]);
	expect(await fired('Order.Shipped', { externalOrderId: 'WEB-1' }, token)).toMatchObject({
		orderId: '127000001',
		externalOrderId: 'WEB-1',
	});
	expect(hooks().list()).toEqual([]);
	expect(hooks().list(token)).toMatchObject([{ type: 'Order.Shipped' }]);
});

test.each([
	[true, 202],
	[false, 422],
])('a type that is not listed, when types are open: %s', async (openEventTypes, status) => {
	bench.sandbox.flexport.openEventTypes = openEventTypes;
	expect((await register('Order.Held')).status).toBe(status);
	expect((await register('Order.Shipped')).status).toBe(202);
});

test.each([202, 204] as const)('a deletion is answered %i, without a body', async (status) => {
	const switched = await axios.post(`${bench.sandbox.url}/_sandbox/flexport/switches`, {
		deletedWebhookStatus: status,
	});
	expect(switched.status).toBe(204);
	const { data } = await register('Order.Shipped');
	const deleted = await bench.api().delete(`/webhooks/${data.id}`);
	expect([deleted.status, deleted.data]).toEqual([status, '']);
});

test('the third registration fails when it is told to, before or after it was made', async () => {
	const { faults } = bench.sandbox;
	const rule = { method: 'POST', path: '/webhooks', when: { nth: [3] } };
	const types = ['Order.Shipped', 'Order.Cancelled', 'Shipment.Created', 'Shipment.Shipped'];
	const remove = faults.add({ ...rule, fault: { kind: 'status', status: 503 } });
	const statuses: number[] = [];
	for (const type of types) statuses.push((await register(type)).status);
	expect(statuses).toEqual([202, 202, 503, 202]);
	expect(hooks().list()).toHaveLength(3);

	remove();
	bench.sandbox.flexport.reset();
	faults.add({ ...rule, fault: { kind: 'cutAfter' } });
	const answers: boolean[] = [];
	for (const type of types)
		answers.push(
			await register(type).then(
				() => true,
				() => false,
			),
		);
	expect(answers).toEqual([true, true, false, true]);
	expect(hooks().list()).toHaveLength(4);
});
