import { digitalRiverWebhooks } from '../../../nodes/shared/providers/digital-river/webhooks.ts';
import type { Json } from '../../../nodes/shared/read.ts';

const { readEvent, eventTypes } = digitalRiverWebhooks;

const envelope = (type: string, object: Json): Json => ({
	id: '0f5c8c0e-6d0a-4a5e-9b53-0b9b4d1f7a10',
	type,
	data: { object, previousAttributes: {} },
	liveMode: false,
	createdTime: '2023-03-01T08:15:30Z',
	digitalriverVersion: '2021-12-13',
	pendingWebhooks: 1,
});

const read = (type: string, object: Json) => readEvent(envelope(type, object), 'digest');

const told = (eventType: string) => ({
	eventId: '0f5c8c0e-6d0a-4a5e-9b53-0b9b4d1f7a10',
	eventType,
	provider: 'digitalRiver',
	occurredAt: '2023-03-01T08:15:30.000Z',
});

const ORDER: Json = {
	id: 5774321009,
	createdTime: '2023-03-01T08:00:00Z',
	currency: 'USD',
	upstreamId: 'SHOP-1',
	items: [{ id: '449800001', inventoryItemId: 'mug-blue', quantity: 2 }],
	liveMode: false,
};

const SHIPMENT: Json = {
	id: '29016544906',
	createdTime: '2023-03-01T08:15:00Z',
	fulfillmentOrderId: '5774321009',
	fulfillmentOrderUpstreamId: 'SHOP-1',
	shippingChoiceId: 'SG',
	trackingCompany: 'Fedex',
	trackingNumber: '5678901234',
	trackingUrl: 'https://www.fedex.example?code=5678901234',
	items: [{ id: '1', fulfillmentOrderItemId: '449800001', quantity: 2 }],
};

/** A cancellation or a return: `upstreamId` is that of the order (API reference, Cancellations). */
const REQUEST: Json = {
	id: 'ret_5823594809',
	createdTime: '2023-03-01T08:15:00Z',
	fulfillmentOrderId: '5774321009',
	upstreamId: 'SHOP-1',
	items: [{ fulfillmentOrderItemId: '449800001', quantity: 1, quantityAccepted: 1 }],
	reason: 'requested_by_customer',
};

describe('an event of Digital River about an order', () => {
	it.each([
		['fulfillment_order.pending', 'pending', 'pending'],
		['fulfillment_order.backordered', 'backordered', 'processing'],
		['fulfillment_order.cancelled', 'cancelled', 'cancelled'],
		['fulfillment_order.held', 'held', 'unknown'],
	])('is read: %s', (type, state, status) => {
		expect(read(type, { ...ORDER, state })).toEqual({
			...told(type),
			orderId: '5774321009',
			externalOrderId: 'SHOP-1',
			status,
			providerStatus: state,
		});
	});

	it('that was shipped is about its shipment, and tells the order', () => {
		expect(read('fulfillment_order.shipped', SHIPMENT)).toMatchObject({
			...told('fulfillment_order.shipped'),
			orderId: '5774321009',
			externalOrderId: 'SHOP-1',
			status: 'shipped',
		});
	});

	it('without an external ID has none', () => {
		const order = { ...ORDER, upstreamId: undefined };
		expect(read('fulfillment_order.pending', order).externalOrderId).toBeNull();
	});
});

describe('an event of Digital River about what belongs to an order', () => {
	it.each([
		['fulfillment_cancellation.created', 'pending'],
		['fulfillment_cancellation.accepted', 'accepted'],
		['fulfillment_cancellation.rejected', 'rejected'],
		['fulfillment_return.created', 'created'],
		['fulfillment_return.pending', 'pending'],
		['fulfillment_return.accepted', 'accepted'],
		['fulfillment_return.rejected', 'rejected'],
	])('tells the order, and does not say what becomes of it: %s', (type, state) => {
		expect(read(type, { ...REQUEST, state })).toEqual({
			...told(type),
			orderId: '5774321009',
			externalOrderId: 'SHOP-1',
			status: 'unknown',
			providerStatus: state,
		});
	});

	it.each(['fulfillment.created', 'fulfillment.create'])(
		'that is a fulfillment is read, by either of its two names: %s',
		(type) => {
			const object = { id: 'ful_1', orderId: 'SHOP-1', shipmentId: '29016544906', items: [] };
			expect(read(type, object)).toEqual({
				...told('fulfillment.created'),
				orderId: null,
				externalOrderId: 'SHOP-1',
				status: 'unknown',
				providerStatus: null,
			});
		},
	);
});

describe('an event of Digital River that is not of fulfillment', () => {
	it.each(['order.accepted', 'sku.updated', 'logistics_return.received', 'charge.succeeded'])(
		'passes with its own type, and names no order by the ID of something else: %s',
		(type) => {
			expect(read(type, { id: 'other_1', state: 'accepted' })).toMatchObject({
				...told(type),
				orderId: null,
				status: 'unknown',
			});
		},
	);
});

it.each<[string, Json]>([
	['no data', { data: undefined }],
	['data of null', { data: null }],
	['no object', { data: {} }],
	['a list for an object', { data: { object: [ORDER] } }],
	['a text for an object', { data: { object: 'order' } }],
])('an event of Digital River with %s tells no order', (_what, changes) => {
	const payload = { ...envelope('fulfillment_order.cancelled', ORDER), ...changes };
	expect(readEvent(payload, 'digest')).toEqual({
		...told('fulfillment_order.cancelled'),
		orderId: null,
		externalOrderId: null,
		status: 'cancelled',
		providerStatus: null,
	});
});

it('an event of Digital River without an ID is known by its body', () => {
	const payload = { ...envelope('fulfillment_order.pending', ORDER), id: undefined };
	expect(readEvent(payload, 'digest').eventId).toBe('digest');
});

it('the events of fulfillment can be chosen', () => {
	expect(eventTypes.map(({ value }) => value).sort()).toEqual([
		'fulfillment.created',
		'fulfillment_cancellation.accepted',
		'fulfillment_cancellation.created',
		'fulfillment_cancellation.rejected',
		'fulfillment_order.backordered',
		'fulfillment_order.cancelled',
		'fulfillment_order.pending',
		'fulfillment_order.shipped',
		'fulfillment_return.accepted',
		'fulfillment_return.created',
		'fulfillment_return.pending',
		'fulfillment_return.rejected',
	]);
});
