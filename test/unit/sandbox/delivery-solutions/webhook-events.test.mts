import axios from 'axios';
import type { TargetInput } from '../../../sandbox/delivery-solutions/control.mts';
import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';
import { openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
let receiver: Receiver;
beforeEach(async () => {
	desk = await openDesk();
	receiver = await openReceiver();
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

const addTarget = (changes: Partial<TargetInput> = {}) =>
	desk.control.hooks.addTarget({
		url: receiver.url,
		kind: 'order',
		auth: { type: 'none' },
		...changes,
	});
const create = (changes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody(changes));
const statuses = () => receiver.received.map(({ body }) => body.status);
async function fired(type: string, details?: Record<string, unknown>) {
	await desk.control.hooks.settled();
	receiver.received = [];
	await desk.control.hooks.fire(type, details);
	return receiver.received[0]?.body ?? {};
}

test('every status of a life is told, also those before its dispatch', async () => {
	addTarget();
	await create();
	await desk.control.hooks.settled();
	// These three are of the same moment.
	expect(statuses().sort()).toEqual(['ESTIMATES_RECEIVED', 'ORDER_DISPATCHED', 'REQUEST_RECEIVED']);
	await desk.clock.advance(60_000);
	expect(statuses().slice(3)).toEqual([
		'ORDER_ASSIGNED',
		'PICKUP_STARTED',
		'PICKUP_COMPLETED',
		'IN_TRANSIT',
		'OUT_FOR_DELIVERY',
		'ORDER_DELIVERED',
	]);
});

test('a target hears of the statuses that it was set up for', async () => {
	addTarget({ statuses: ['ORDER_DELIVERED', 'ORDER_CANCELLED'] });
	await create({ orderExternalId: 'A' });
	await create({ orderExternalId: 'B' });
	await desk.shipping.delete('/shipments/B');
	await desk.clock.advance(60_000);
	expect(receiver.received.map(({ body }) => [body.orderExternalId, body.status])).toEqual([
		['B', 'ORDER_CANCELLED'],
		['A', 'ORDER_DELIVERED'],
	]);
});

test('a status that a test sets is told, with what it changes', async () => {
	addTarget();
	await create();
	await desk.control.hooks.settled();
	receiver.received = [];
	desk.control.setShipment('WEB-1', { status: 'NEVER_HEARD_OF', trackingId: 'T1' });
	await desk.control.hooks.settled();
	expect(receiver.received).toMatchObject([
		{ body: { status: 'NEVER_HEARD_OF', trackingNumber: 'T1' } },
	]);
});

const FIELDS = {
	orderExternalId: 'WEB-1',
	groupId: 'G1',
	orderAttributes: { channel: 'web' },
	itemList: [{ sku: 'A', quantity: 1 }],
	pickupTime: { startsAt: 1, endsAt: 2 },
	deliveryTime: { startsAt: 3, endsAt: 4 },
};

test('the body is written in the names of the older API', async () => {
	await create(FIELDS);
	await desk.clock.advance(8000);
	addTarget();
	const shipment = desk.control.shipment('WEB-1');
	const body = await fired('OUT_FOR_DELIVERY', { orderExternalId: 'WEB-1' });
	expect(body).toMatchObject({
		orderId: shipment?.id,
		orderExternalId: 'WEB-1',
		storeExternalId: '7709',
		groupId: 'G1',
		tenantId: 'sandbox-default',
		status: 'OUT_FOR_DELIVERY',
		statusUser: 'UPS',
		provider: 'UPS',
		trackingNumber: shipment?.trackingId,
		trackingUrl: expect.stringContaining('https://'),
		labelLink: expect.stringContaining('http://'),
		pickupTime: { startsAt: 1, endsAt: 2 },
		dropoffTime: { startsAt: 3, endsAt: 4 },
		estimatedPickupTime: expect.any(Number),
		deliveryAddress: { street: '725 Albany Street', zipcode: '02118', country: 'US' },
		amount: Math.round(Number(shipment?.amount) * 100),
		receivedAt: 'January 15th 2026, 6:00:08 am',
		receivedAtEpoch: Date.parse('2026-01-15T12:00:08Z'),
		sentAt: '2026-01-15T12:00:08.000Z',
		orderAttributes: { channel: 'web' },
		itemList: [{ sku: 'A', quantity: 1 }],
	});
	for (const name of ['id', 'locationExternalId', 'deliveryTime', 'trackingId', 'eventId']) {
		expect(body).not.toHaveProperty(name);
	}
});

test('or in those of the shipments', async () => {
	const switched = await axios.post(`${desk.sandbox.url}/_sandbox/delivery-solutions/switches`, {
		webhookSpelling: 'lynkup',
	});
	expect(switched.status).toBe(204);
	await create(FIELDS);
	addTarget();
	const body = await fired('IN_TRANSIT', { orderExternalId: 'WEB-1' });
	const shipment = (await desk.shipping.get('/shipments/WEB-1')).data;
	expect(body).toMatchObject({
		...shipment,
		status: 'IN_TRANSIT',
		receivedAtEpoch: expect.any(Number),
		sentAt: expect.any(String),
	});
	for (const name of ['orderId', 'storeExternalId', 'dropoffTime', 'trackingNumber']) {
		expect(body).not.toHaveProperty(name);
	}
});

test('an undeliverable shipment says why', async () => {
	addTarget({ statuses: ['ORDER_UNDELIVERABLE'] });
	await create({ orderAttributes: { sandboxLife: 'ORDER_DISPATCHED,ORDER_UNDELIVERABLE' } });
	await desk.clock.advance(60_000);
	expect(receiver.received).toMatchObject([
		{ body: { subStatus: 'RETURN_AT_LOCATION', eventReason: { code: 'CUSTOMER_REJECTED' } } },
	]);
});

test('a communication is a message about an order; order targets do not hear of it', async () => {
	addTarget({ url: `${receiver.url}/orders` });
	addTarget({ kind: 'communication', url: `${receiver.url}/messages` });
	await create();
	await desk.clock.advance(60_000);
	const messages = receiver.received.filter(({ path }) => path === '/hook/messages');
	expect(messages.map(({ body }) => body.order)).toMatchObject([
		{ orderExternalId: 'WEB-1', status: 'OUT_FOR_DELIVERY' },
		{ orderExternalId: 'WEB-1', status: 'ORDER_DELIVERED' },
	]);
	expect(messages[0]?.body).toMatchObject({
		// Of the message, not of the shipment.
		status: 'unknown',
		medium: 'sms',
		sentAt: expect.any(String),
		contents: 'Your order WEB-1 is out for delivery.',
		to: { phone: '+1 617-555-0111' },
		order: { event: 'event.courier_update', storeExternalId: '7709' },
	});
	const details = { orderExternalId: 'WEB-1', status: 'IN_TRANSIT', medium: 'email' };
	expect(await fired('communication', details)).toMatchObject({
		medium: 'email',
		order: { status: 'IN_TRANSIT' },
	});
	expect(receiver.received.map(({ path }) => path)).toEqual(['/hook/messages']);
});

test('a shipment need not be there, and a status may be new', async () => {
	addTarget();
	expect(await fired('SOMETHING_NEW', { orderExternalId: 'nobody', note: 'n' })).toMatchObject({
		orderId: expect.stringMatching(/^[0-9a-f]{24}$/),
		orderExternalId: 'nobody',
		status: 'SOMETHING_NEW',
		note: 'n',
	});
	const { data } = await create({ orderExternalId: 'A' });
	await create({ orderExternalId: 'B' });
	expect(data.status).toBe('ORDER_DISPATCHED');
	const id = desk.control.shipment('A')?.id;
	expect(await fired('IN_TRANSIT', { orderId: id })).toMatchObject({ orderExternalId: 'A' });
	expect(await fired('IN_TRANSIT')).toMatchObject({ orderExternalId: 'B' });
});
