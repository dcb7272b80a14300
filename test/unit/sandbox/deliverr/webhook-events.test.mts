import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';
import { openDesk, type Desk } from './desk.mts';

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

const call = (path: string, body: object) =>
	axios.post(`${desk.control.baseUrl}/webhooks/v1${path}`, body, {
		headers: { authorization: `Bearer ${desk.control.tokens.access}` },
		validateStatus: () => true,
	});
const register = (type = 'ORDER_STATUS_UPDATE') =>
	call('/webhook', { type, url: receiver.url, method: 'POST' });
const told = () => receiver.received.map(({ body }) => [body.oldStatus, body.newStatus]);
async function delivered() {
	await desk.control.hooks.settled();
	return receiver.received.map(({ body }) => body);
}

test('a life is told: created, then shipped', async () => {
	await register();
	const { data } = await desk.create();
	await desk.clock.advance(60_000);
	const [created, shipped, ...rest] = await delivered();
	expect(rest).toEqual([]);
	expect(created).toEqual({
		eventTime: '2026-01-15T12:00:00.000Z',
		eventId: expect.any(String),
		type: 'ORDER_STATUS_UPDATE',
		updateType: 'CREATED',
		newStatus: 'CREATED',
		orderId: data.orderId,
	});
	expect(shipped).toEqual({
		eventTime: '2026-01-15T12:00:08.000Z',
		eventId: expect.any(String),
		type: 'ORDER_STATUS_UPDATE',
		updateType: 'SHIPPED',
		oldStatus: 'CREATED',
		newStatus: 'SHIPPED',
		orderId: data.orderId,
		shipments: [expect.objectContaining({ status: 'SHIPPED', trackingNumber: expect.any(String) })],
	});
	expect(shipped?.eventId).not.toBe(created?.eventId);
});

test('an order in two parts is told when all of it has left', async () => {
	await register();
	await desk.create({ lineItems: [{ externalProductId: 'mug', quantity: 14 }] });
	await desk.clock.advance(8000);
	expect(told()).toEqual([[undefined, 'CREATED']]);
	await desk.clock.advance(52_000);
	expect(told()).toEqual([
		[undefined, 'CREATED'],
		['CREATED', 'SHIPPED'],
	]);
	expect(receiver.received[1]?.body.shipments).toHaveLength(2);
});

test('a cancelled order is told; a failed one that is tried again is not created again', async () => {
	await register();
	await desk.create({ externalOrderId: 'A' });
	// Deliveries of the same moment may overtake each other.
	await delivered();
	desk.control.setOrder('A', { status: 'ERROR' });
	await desk.orders.post(`/${desk.control.order('A')?.orderId}/retry`);
	await desk.orders.post(`/${desk.control.order('A')?.orderId}/cancel`);
	await delivered();
	expect(told()).toEqual([
		[undefined, 'CREATED'],
		['CREATED', 'CANCELLED'],
	]);
});

test('statuses can be written as the text once does, and ids as numbers', async () => {
	desk.control.prefixedStatuses = true;
	desk.control.numericIds = true;
	await register();
	await desk.create();
	await desk.clock.advance(8000);
	expect(receiver.received[1]?.body).toMatchObject({
		updateType: 'SHIPPED',
		oldStatus: 'ORDER_CREATED',
		newStatus: 'ORDER_SHIPPED',
		orderId: expect.any(Number),
	});
});

test('events are fired, filled from the order that is named', async () => {
	await register();
	const { data } = await desk.create({ externalOrderId: 'A' });
	await desk.create({ externalOrderId: 'B' });
	await desk.clock.advance(8000);
	receiver.received = [];
	const { hooks } = desk.control;
	await hooks.fire('ORDER_STATUS_UPDATE', { externalOrderId: 'A' });
	await hooks.fire('ORDER_STATUS_UPDATE', { orderId: data.orderId, newStatus: 'CANCELLED' });
	await hooks.fire('ORDER_STATUS_UPDATE', { orderId: 'unheard-of', type: 'UNHEARD_OF' });
	const [byExternalId, byId, unknown] = await delivered();
	expect(byExternalId).toMatchObject({
		orderId: data.orderId,
		oldStatus: 'CREATED',
		newStatus: 'SHIPPED',
		shipments: [{}],
	});
	// The payload has no such key.
	expect(byExternalId).not.toHaveProperty('externalOrderId');
	expect(byId).toMatchObject({ orderId: data.orderId, newStatus: 'CANCELLED' });
	expect(unknown).toMatchObject({ orderId: 'unheard-of', type: 'UNHEARD_OF' });
});

test.each([
	[
		'INVENTORY_UPDATE',
		{ productId: expect.any(String), externalProductId: 'mug', inventoryAvailable: 100 },
	],
	['INBOUNDS_STATUS_UPDATE', {}],
	['UNKNOWN', {}],
])('%s is fired', async (type, payload) => {
	await register(type);
	await desk.control.hooks.fire(type, { extra: 1 });
	expect(await delivered()).toEqual([
		{ eventTime: expect.any(String), eventId: expect.any(String), type, extra: 1, ...payload },
	]);
});

test('a mock event is really delivered, whether there is such an order or not', async () => {
	await register();
	await register('INVENTORY_UPDATE');
	const { data } = await desk.create();
	await delivered();
	receiver.received = [];
	const shipped = { type: 'ORDER_STATUS_UPDATE', updateType: 'SHIPPED' };
	const inventory = { type: 'INVENTORY_UPDATE', updateType: 'INVENTORY_AVAILABLE' };
	for (const body of [
		{ ...shipped, externalOrderId: 'WEB-1' },
		{ ...shipped, externalOrderId: 'nobody' },
		{ ...inventory, externalProductId: 'mug' },
	]) {
		const answer = await call('/event', body);
		expect([answer.status, answer.data]).toEqual([200, '']);
		await desk.control.hooks.settled();
	}
	expect(await delivered()).toEqual([
		expect.objectContaining({ ...shipped, newStatus: 'SHIPPED', orderId: data.orderId }),
		expect.objectContaining({ ...shipped, newStatus: 'SHIPPED' }),
		expect.objectContaining({ type: 'INVENTORY_UPDATE', externalProductId: 'mug' }),
	]);
});

test.each([
	[{ type: 'ORDER_STATUS_UPDATE', updateType: 'SHIPPED' }, 'externalOrderId'],
	[{ type: 'INVENTORY_UPDATE', updateType: 'INVENTORY_AVAILABLE' }, 'externalProductId'],
	[{ type: 'ORDER_STATUS_UPDATE', updateType: 'CREATED', externalOrderId: 'A' }, 'updateType'],
	[{ type: 'INBOUNDS_STATUS_UPDATE', updateType: 'SHIPPED', externalOrderId: 'A' }, 'type'],
	[{ type: 'ORDER_STATUS_UPDATE', updateType: 'SHIPPED', externalOrderId: 'A', url: 'x' }, 'url'],
])('the mock event %j is refused', async (body, field) => {
	const { status, data } = await call('/event', body);
	expect([status, data.message]).toEqual([400, expect.stringContaining(field)]);
});
