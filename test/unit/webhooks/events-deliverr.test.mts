import { deliverrWebhooks } from '../../../nodes/shared/providers/deliverr/webhooks.ts';
import type { Json } from '../../../nodes/shared/read.ts';

const { readEvent, eventTypes } = deliverrWebhooks;

const UPDATE: Json = {
	eventTime: '2023-02-01T10:00:00.000Z',
	eventId: 'f3f6b4b6-3a57-4f8e-9a9f-8f6d1c7d3a11',
	type: 'ORDER_STATUS_UPDATE',
	updateType: 'SHIPPED',
	oldStatus: 'CREATED',
	newStatus: 'SHIPPED',
	orderId: '90000001',
	shipments: [
		{
			trackingNumber: '9400111',
			shippingCarrier: 'USPS',
			shippingService: 'GROUND',
			shippedTime: '2023-02-01T09:58:00.000Z',
			warehouseId: 'TX1',
			status: 'SHIPPED',
		},
	],
};

const READ = {
	eventId: 'f3f6b4b6-3a57-4f8e-9a9f-8f6d1c7d3a11',
	eventType: 'ORDER_STATUS_UPDATE',
	provider: 'deliverr',
	orderId: '90000001',
	externalOrderId: null,
	status: 'shipped',
	providerStatus: 'SHIPPED',
	occurredAt: '2023-02-01T10:00:00.000Z',
};

it('an update of Deliverr about an order is read', () => {
	expect(readEvent(UPDATE, 'digest')).toEqual(READ);
});

it.each([
	['CREATED', 'pending'],
	['PROCESSING', 'processing'],
	['SHIPPED', 'shipped'],
	['PARTIALLY_SHIPPED', 'shipped'],
	['DELIVERED', 'delivered'],
	['CANCELLED', 'cancelled'],
	['ERROR', 'failed'],
	// Once the documents write it so.
	['ORDER_SHIPPED', 'shipped'],
	['ORDER_CANCELLED', 'cancelled'],
	['HELD', 'unknown'],
	['ORDER_', 'unknown'],
	['ORDER_ORDER_SHIPPED', 'unknown'],
	['shipped', 'unknown'],
	['constructor', 'unknown'],
	['ORDER___proto__', 'unknown'],
])('a new status of %s is %s, and stays next to it as it was', (newStatus, status) => {
	const event = readEvent({ ...UPDATE, newStatus }, 'digest');
	expect(event).toEqual({ ...READ, status, providerStatus: newStatus });
});

it.each([
	['missing', undefined],
	['empty', ''],
	['null', null],
	['a number', 7],
])('a new status that is %s is unknown', (_what, newStatus) => {
	const event = readEvent({ ...UPDATE, newStatus }, 'digest');
	expect(event).toEqual({ ...READ, status: 'unknown', providerStatus: null });
});

it('the first update of an order has no old status', () => {
	const payload = { ...UPDATE, oldStatus: undefined, newStatus: 'CREATED', shipments: [] };
	expect(readEvent(payload, 'digest')).toMatchObject({ status: 'pending' });
});

it('IDs are texts, where an account has numbers', () => {
	const event = readEvent({ ...UPDATE, orderId: 90000001, eventId: 5 }, 'digest');
	expect(event).toMatchObject({ orderId: '90000001', eventId: '5' });
});

it.each<[string, Json]>([
	['INVENTORY_UPDATE', { productId: 'D1', externalProductId: 'mug-blue', inventoryAvailable: 100 }],
	['INBOUNDS_STATUS_UPDATE', { inboundId: '7', status: 'RECEIVING' }],
	['UNKNOWN', {}],
])('an event about something else is about no order: %s', (type, data) => {
	const { eventTime, eventId } = UPDATE;
	expect(readEvent({ eventTime, eventId, type, ...data }, 'digest')).toEqual({
		...READ,
		eventType: type,
		orderId: null,
		status: 'unknown',
		providerStatus: null,
	});
});

it('the events that Deliverr documents can be chosen, updates of orders first', () => {
	expect(eventTypes.map(({ value }) => value)).toEqual([
		'ORDER_STATUS_UPDATE',
		'INVENTORY_UPDATE',
		'INBOUNDS_STATUS_UPDATE',
	]);
});
