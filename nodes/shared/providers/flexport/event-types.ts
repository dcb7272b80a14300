import type { OrderStatus } from '../../vocabulary/order-status';
import type { EventType } from '../webhooks/webhook-system';

/** The events that the Webhooks API names; it calls its list examples. */
export const EVENT_TYPES: readonly EventType[] = [
	{
		value: 'Inbound.Received',
		name: 'Inbound Received',
		description: 'Units of an inbound shipment were received',
	},
	{
		value: 'Inbound.ShipmentStatusChanged',
		name: 'Inbound Shipment Status Changed',
		description: 'An inbound shipment moved on',
	},
	{
		value: 'Inventory.Adjusted',
		name: 'Inventory Adjusted',
		description: 'The stock of a product changed',
	},
	{ value: 'Order.Cancelled', name: 'Order Cancelled', description: 'An order was cancelled' },
	{
		value: 'Order.Shipped',
		name: 'Order Shipped',
		description: 'All shipments of an order are on their way',
	},
	{
		value: 'Parcel.TrackingUpdated',
		name: 'Parcel Tracking Updated',
		description: 'The carrier told something about a parcel',
	},
	{ value: 'Return.Updated', name: 'Return Updated', description: 'A return moved on' },
	{
		value: 'Shipment.Cancelled',
		name: 'Shipment Cancelled',
		description: 'A shipment of an order was cancelled',
	},
	{
		value: 'Shipment.Created',
		name: 'Shipment Created',
		description: 'An order was handed to a warehouse; there are several if it is split',
	},
	{
		value: 'Shipment.Shipped',
		name: 'Shipment Shipped',
		description: 'A shipment of an order left the warehouse',
	},
];

/**
 * What an event says about its order, as its payload has no status. That one shipment was cancelled
 * does not say what becomes of the order.
 */
export const EVENT_STATUSES: Readonly<Record<string, OrderStatus>> = {
	'Order.Shipped': 'shipped',
	'Order.Cancelled': 'cancelled',
	'Shipment.Created': 'processing',
	'Shipment.Shipped': 'shipped',
};

/** What the carrier says of a parcel (Parcels API, TrackingStatus). */
export const TRACKING_STATUSES: Readonly<Record<string, OrderStatus>> = {
	PRE_TRANSIT: 'processing',
	IN_TRANSIT: 'shipped',
	OUT_FOR_DELIVERY: 'shipped',
	DELIVERED: 'delivered',
	RETURN_TO_SENDER: 'failed',
	FAILURE: 'failed',
};
