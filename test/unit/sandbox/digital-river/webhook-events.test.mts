import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';
import { openDesk, type Desk } from './desk.mts';

interface Event {
	id: string;
	type: string;
	data: { object: Record<string, unknown>; previousAttributes: object };
}

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

const TYPES = [
	'fulfillment_order.pending',
	'fulfillment_order.backordered',
	'fulfillment_order.shipped',
	'fulfillment_order.cancelled',
	'fulfillment_cancellation.created',
	'fulfillment_cancellation.accepted',
	'fulfillment_cancellation.rejected',
	'fulfillment_return.created',
	'fulfillment_return.pending',
	'fulfillment_return.accepted',
	'fulfillment_return.rejected',
	'fulfillment.created',
	'fulfillment.create',
];
const register = (types: readonly string[] = TYPES) =>
	desk.river.post('/webhooks', { types, address: receiver.url });

/** What was delivered since the last look. Deliveries of the same moment may overtake each other. */
async function events(): Promise<Event[]> {
	await desk.control.hooks.settled();
	const all = receiver.received.map(({ raw }): Event => JSON.parse(raw));
	receiver.received = [];
	return all.sort((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
}
const typesOf = (all: readonly Event[]) => all.map(({ type }) => type);

async function cancel(quantity: number) {
	const order = desk.control.order('WEB-1');
	const [line] = (await desk.river.get(`/fulfillment-orders/${order?.id}`)).data.items;
	return desk.river.post('/fulfillment-cancellations', {
		fulfillmentOrderId: String(order?.id),
		items: [{ fulfillmentOrderItemId: line.id, quantity }],
	});
}

test('a life is told: pending, backordered, shipped in two shipments', async () => {
	desk.control.addInventoryItem('tee', { available: 1 });
	await register();
	const { data: order } = await desk.create();
	const [pending] = await events();
	expect(pending).toMatchObject({ type: 'fulfillment_order.pending', data: { object: order } });

	await desk.clock.advance(2000);
	const [backordered, ...more] = await events();
	expect(more).toEqual([]);
	expect(backordered).toMatchObject({
		type: 'fulfillment_order.backordered',
		data: {
			object: {
				id: order.id,
				upstreamId: 'WEB-1',
				items: [
					{
						id: order.items[1].id,
						inventoryItemId: 'tee',
						ordered: 3,
						backordered: 2,
						totalBackordered: 2,
						availableTime: '2026-01-22T12:00:02Z',
					},
				],
			},
		},
	});

	await desk.clock.advance(60_000);
	const shipped = await events();
	expect(typesOf(shipped)).toEqual(['fulfillment_order.shipped', 'fulfillment_order.shipped']);
	expect(shipped[0]?.data.object).toMatchObject({
		id: expect.any(String),
		fulfillmentOrderId: String(order.id),
		fulfillmentOrderUpstreamId: 'WEB-1',
		trackingCompany: 'UPS',
		trackingNumber: expect.any(String),
		items: [
			{
				fulfillmentOrderItemId: order.items[0].id,
				fulfillmentOrderItemUpstreamId: '1',
				inventoryItemId: 'mug',
				quantity: 2,
			},
			{ inventoryItemId: 'tee', quantity: 1 },
		],
	});
	expect(shipped[1]?.data.object.items).toMatchObject([{ inventoryItemId: 'tee', quantity: 2 }]);
	expect(shipped[1]?.data.object.id).not.toBe(shipped[0]?.data.object.id);
	expect(new Set([pending, backordered, ...shipped].map((event) => event?.id)).size).toBe(4);
});

test('a cancellation is told, and the order when nothing is left of it', async () => {
	await register();
	await desk.create({ items: [{ inventoryItemId: 'mug', quantity: 3 }] });
	await events();
	await cancel(1);
	const [created, accepted, ...more] = await events();
	expect(more).toEqual([]);
	expect(created?.data.object).toMatchObject({ state: 'pending', items: [{ quantity: 1 }] });
	expect(accepted).toMatchObject({
		type: 'fulfillment_cancellation.accepted',
		data: {
			object: { id: created?.data.object.id, state: 'accepted', items: [{ quantityAccepted: 1 }] },
			previousAttributes: { state: 'pending' },
		},
	});
	await cancel(2);
	const [cancelled, ...rest] = await events();
	expect(typesOf(rest)).toEqual([
		'fulfillment_cancellation.created',
		'fulfillment_cancellation.accepted',
	]);
	expect(cancelled).toMatchObject({
		type: 'fulfillment_order.cancelled',
		data: { object: { state: 'cancelled' }, previousAttributes: { state: 'pending' } },
	});
});

test('a cancellation that is decided later, against it', async () => {
	await register();
	await desk.create();
	desk.control.cancellationMode = 'pending';
	await cancel(2);
	await desk.clock.advance(2999);
	expect(typesOf(await events())).toEqual([
		'fulfillment_order.pending',
		'fulfillment_cancellation.created',
	]);
	desk.control.cancellationMode = 'reject';
	await desk.clock.advance(1);
	expect(typesOf(await events())).toEqual(['fulfillment_cancellation.rejected']);
});

test('only those that are registered for a type hear of it', async () => {
	await register(['fulfillment_order.shipped', 'order.accepted']);
	await desk.create();
	await desk.clock.advance(60_000);
	expect(typesOf(await events())).toEqual(['fulfillment_order.shipped']);
});

test.each(TYPES)('%s is fired, filled from the order that is named', async (type) => {
	const { data: order } = await desk.create();
	await desk.create({ upstreamId: 'WEB-2' });
	await register();
	await desk.control.hooks.fire(type, { fulfillmentOrderUpstreamId: 'WEB-1', extra: 1 });
	await desk.control.hooks.fire(type, { fulfillmentOrderId: 'nobody' });
	const [event, ofNobody] = await events();
	const { object } = event?.data ?? {};
	expect(event).toMatchObject({ type, data: { object: { extra: 1 } } });
	const id = object?.fulfillmentOrderId ?? object?.orderId ?? object?.id;
	const isFulfillment = type.startsWith('fulfillment.');
	expect(String(id)).toBe(isFulfillment ? 'WEB-1' : String(order.id));
	expect(object?.items).toHaveLength(2);
	expect(JSON.stringify(ofNobody)).toContain('nobody');
});

test('the envelope can be set as well, e.g. to what nobody has heard of', async () => {
	await register();
	const event = {
		id: 'evt_1',
		type: 'fulfillment_order.unheard',
		digitalRiverVersion: '2020-12-17',
	};
	await desk.control.hooks.fire('fulfillment_order.shipped', { event });
	await desk.control.hooks.fire('fulfillment_order.cancelled', {
		previousAttributes: { state: 'shipped' },
	});
	expect(await events()).toMatchObject([
		event,
		{ data: { object: { state: 'cancelled' }, previousAttributes: { state: 'shipped' } } },
	]);
});
