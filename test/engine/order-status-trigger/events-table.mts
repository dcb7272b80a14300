import type { Json } from '../../sandbox/shared/json.mts';
import type { OrderEvent } from './events-told.mts';
import type { REGISTERING } from '../support/trigger-desk.mts';

/** What an output says of an event, besides what every event has. */
export type Told = Partial<Pick<OrderEvent, 'orderId' | 'externalOrderId' | 'providerStatus'>> & {
	status: string;
};

/** The type, what is in the payload, and what the output must say. */
export type EventRow = [type: string, details: Json, told: Told];

const FLEXPORT_ORDER = { orderId: '127000077', externalOrderId: 'SHOP-7' };
const order = (status: string): Told => ({ ...FLEXPORT_ORDER, status });
const nothing: Told = { status: 'unknown' };

const FLEXPORT: EventRow[] = [
	['Order.Shipped', FLEXPORT_ORDER, order('shipped')],
	['Order.Cancelled', FLEXPORT_ORDER, order('cancelled')],
	['Shipment.Created', FLEXPORT_ORDER, order('processing')],
	['Shipment.Shipped', FLEXPORT_ORDER, order('shipped')],
	// One shipment of several may be cancelled while the order goes on.
	['Shipment.Cancelled', FLEXPORT_ORDER, order('unknown')],
	['Inventory.Adjusted', {}, nothing],
	['Inbound.Received', {}, nothing],
	['Inbound.ShipmentStatusChanged', {}, { ...nothing, providerStatus: 'ARRIVED' }],
	['Return.Updated', { status: 'PROCESSED' }, { ...nothing, providerStatus: 'PROCESSED' }],
	...[
		['PRE_TRANSIT', 'processing'],
		['IN_TRANSIT', 'shipped'],
		['OUT_FOR_DELIVERY', 'shipped'],
		['DELIVERED', 'delivered'],
		['RETURN_TO_SENDER', 'failed'],
		['FAILURE', 'failed'],
		['UNKNOWN', 'unknown'],
		['LOST_AT_SEA', 'unknown'],
	].map(([providerStatus = '', status = '']): EventRow => [
		'Parcel.TrackingUpdated',
		{ status: providerStatus },
		{ providerStatus, status },
	]),
];

const DELIVERR: EventRow[] = [
	...[
		['CREATED', 'pending'],
		['SHIPPED', 'shipped'],
		['CANCELLED', 'cancelled'],
		// The documents once write it so.
		['ORDER_SHIPPED', 'shipped'],
		['ON_THE_MOON', 'unknown'],
	].map(([newStatus = '', status = '']): EventRow => [
		'ORDER_STATUS_UPDATE',
		{ orderId: '90000077', newStatus },
		{ orderId: '90000077', providerStatus: newStatus, status },
	]),
	['INVENTORY_UPDATE', {}, nothing],
	['INBOUNDS_STATUS_UPDATE', {}, nothing],
];

const RIVER_ORDER = { id: 9_200_000_077, upstreamId: 'SHOP-7' };
const ofOrder = (state: string, status: string): EventRow => [
	`fulfillment_order.${state}`,
	RIVER_ORDER,
	{ orderId: '9200000077', externalOrderId: 'SHOP-7', providerStatus: state, status },
];
const RIVER_SHIPMENT = {
	id: 'shp_1',
	fulfillmentOrderId: 9_200_000_077,
	fulfillmentOrderUpstreamId: 'SHOP-7',
};
const ofRequest = (type: string, state: string): EventRow => [
	type,
	{ fulfillmentOrderId: '9200000077', upstreamId: 'SHOP-7', state },
	{
		orderId: '9200000077',
		externalOrderId: 'SHOP-7',
		providerStatus: state,
		status: 'unknown',
	},
];

const DIGITAL_RIVER: EventRow[] = [
	ofOrder('pending', 'pending'),
	ofOrder('cancelled', 'cancelled'),
	[
		'fulfillment_order.backordered',
		{ ...RIVER_ORDER, state: 'pending' },
		{
			orderId: '9200000077',
			externalOrderId: 'SHOP-7',
			providerStatus: 'pending',
			status: 'processing',
		},
	],
	[
		'fulfillment_order.shipped',
		RIVER_SHIPMENT,
		{ orderId: '9200000077', externalOrderId: 'SHOP-7', status: 'shipped' },
	],
	ofRequest('fulfillment_cancellation.created', 'pending'),
	ofRequest('fulfillment_cancellation.accepted', 'accepted'),
	ofRequest('fulfillment_cancellation.rejected', 'rejected'),
	ofRequest('fulfillment_return.created', 'created'),
	ofRequest('fulfillment_return.pending', 'pending'),
	ofRequest('fulfillment_return.accepted', 'accepted'),
	ofRequest('fulfillment_return.rejected', 'rejected'),
	// A fulfillment names the order of the shop.
	['fulfillment.created', { orderId: 'SHOP-7' }, { externalOrderId: 'SHOP-7', status: 'unknown' }],
];

/** Every documented event of the panel, and what may stand in it. */
export const EVENTS: Readonly<Record<(typeof REGISTERING)[number], EventRow[]>> = {
	flexport: FLEXPORT,
	deliverr: DELIVERR,
	digitalRiver: DIGITAL_RIVER,
};
