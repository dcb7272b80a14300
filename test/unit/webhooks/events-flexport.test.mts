import { flexportWebhooks } from '../../../nodes/shared/providers/flexport/webhooks.ts';
import type { Json } from '../../../nodes/shared/read.ts';

const { readEvent, eventTypes } = flexportWebhooks;

const envelope = (logisticsEventType: string): Json => ({
	logisticsAccountId: 'acct-1',
	logisticsEventId: '6b1f8f9e-1f5c-4a53-b0ba-6f3a6a6f2c11',
	logisticsEventType,
	logisticsEventTime: '2026-01-15T07:30:00.000-05:00',
});

/** The same for every event: what the envelope says. */
const told = (eventType: string) => ({
	eventId: '6b1f8f9e-1f5c-4a53-b0ba-6f3a6a6f2c11',
	eventType,
	provider: 'flexport',
	occurredAt: '2026-01-15T12:30:00.000Z',
});

const ORDER: Json = { id: '127000001', orderId: '127000001', externalOrderId: 'SHOP-1' };
const SHIPMENT: Json = { id: '88000001', orderId: '127000001', externalOrderId: 'SHOP-1' };
const RETURN: Json = {
	id: 310001,
	status: 'RECEIVED_FOR_PROCESSING',
	rma: 'RMA-310001',
	externalReturnId: 'RET-1',
	shippingLabel: { carrier: 'USPS', trackingCode: '9400111', trackingStatus: 'DELIVERED' },
	returnItems: [
		{
			identifier: 'TEE-WHT-M',
			expectedQuantity: 1,
			inspectedItems: [{ receivedCondition: 'NEW', finalCondition: 'NEW', disposition: 'RESTOCK' }],
		},
	],
	receivedAt: '2026-01-15T12:30:00.000Z',
};
const PARCEL: Json = {
	trackingCode: '9400111',
	message: 'Your parcel moved',
	eventTime: '2026-01-15T12:29:00.000Z',
	location: { city: 'Austin', state: 'TX', country: 'US', zip: '78701' },
};
const ADJUSTED: Json = {
	adjustmentId: 'adj-1',
	reason: 'COUNT',
	adjustments: [
		{ logisticsSKU: 'DABCDEF1234', changes: [{ state: 'AVAILABLE', delta: -1 }] },
		{ logisticsSku: 'DABCDEF1235', changes: [{ state: 'UNAVAILABLE', delta: 1 }] },
	],
};

describe('an event of Flexport about an order', () => {
	it.each<[string, Json, string]>([
		['Order.Shipped', ORDER, 'shipped'],
		['Order.Cancelled', ORDER, 'cancelled'],
		['Order.Held', ORDER, 'unknown'],
		['Shipment.Created', SHIPMENT, 'processing'],
		['Shipment.Shipped', SHIPMENT, 'shipped'],
		// That one shipment was cancelled does not say what becomes of the order.
		['Shipment.Cancelled', SHIPMENT, 'unknown'],
	])('is read: %s', (type, data, status) => {
		expect(readEvent({ ...envelope(type), ...data }, 'digest')).toEqual({
			...told(type),
			orderId: '127000001',
			externalOrderId: 'SHOP-1',
			status,
			providerStatus: null,
		});
	});

	it('has its IDs as texts, where live data has numbers', () => {
		const payload = { ...envelope('Order.Shipped'), ...ORDER, orderId: 127000001 };
		expect(readEvent(payload, 'digest').orderId).toBe('127000001');
	});
});

describe('an event of Flexport about something else', () => {
	it.each<[string, Json, string, string | null]>([
		['Inventory.Adjusted', ADJUSTED, 'unknown', null],
		['Inbound.Received', { type: 'SELLABLE', amount: 24, shipmentItemId: 540001 }, 'unknown', null],
		['Return.Updated', RETURN, 'unknown', 'RECEIVED_FOR_PROCESSING'],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'PRE_TRANSIT' }, 'processing', 'PRE_TRANSIT'],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'IN_TRANSIT' }, 'shipped', 'IN_TRANSIT'],
		[
			'Parcel.TrackingUpdated',
			{ ...PARCEL, status: 'OUT_FOR_DELIVERY' },
			'shipped',
			'OUT_FOR_DELIVERY',
		],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'DELIVERED' }, 'delivered', 'DELIVERED'],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'FAILURE' }, 'failed', 'FAILURE'],
		[
			'Parcel.TrackingUpdated',
			{ ...PARCEL, status: 'RETURN_TO_SENDER' },
			'failed',
			'RETURN_TO_SENDER',
		],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'UNKNOWN' }, 'unknown', 'UNKNOWN'],
		['Parcel.TrackingUpdated', { ...PARCEL, status: 'LOST_AT_SEA' }, 'unknown', 'LOST_AT_SEA'],
		['Parcel.TrackingUpdated', PARCEL, 'unknown', null],
		['Freight.TrackingUpdated', { bolStatus: 'IN_TRANSIT', events: [] }, 'unknown', null],
	])('is read, and is about no order: %s, %j', (type, data, status, providerStatus) => {
		expect(readEvent({ ...envelope(type), ...data }, 'digest')).toEqual({
			...told(type),
			orderId: null,
			externalOrderId: null,
			status,
			providerStatus,
		});
	});

	it.each([
		'PENDING',
		'READY_TO_SHIP',
		'IN_TRANSIT',
		'ARRIVED',
		'PREPARING_FOR_DISTRIBUTION',
		'IN_PREP',
		'FORWARDING',
		'RECEIVING',
		'COMPLETED',
	])('is read, and an inbound shipment that is %s says nothing of an order', (providerStatus) => {
		const data = { status: providerStatus, shipmentId: '550001' };
		const payload = { ...envelope('Inbound.ShipmentStatusChanged'), ...data };
		expect(readEvent(payload, 'digest')).toMatchObject({ status: 'unknown', providerStatus });
	});
});

it('the events that Flexport documents can be chosen', () => {
	expect(eventTypes.map(({ value }) => value).sort()).toEqual([
		'Inbound.Received',
		'Inbound.ShipmentStatusChanged',
		'Inventory.Adjusted',
		'Order.Cancelled',
		'Order.Shipped',
		'Parcel.TrackingUpdated',
		'Return.Updated',
		'Shipment.Cancelled',
		'Shipment.Created',
		'Shipment.Shipped',
	]);
});

it('an event of Flexport without its envelope is known by its body', () => {
	expect(readEvent(ORDER, 'digest')).toEqual({
		eventId: 'digest',
		eventType: 'unknown',
		provider: 'flexport',
		orderId: '127000001',
		externalOrderId: 'SHOP-1',
		status: 'unknown',
		providerStatus: null,
		occurredAt: null,
	});
});
