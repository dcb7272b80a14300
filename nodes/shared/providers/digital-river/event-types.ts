import type { OrderStatus } from '../../vocabulary/order-status';
import type { EventType } from '../webhooks/webhook-system';

/** The events of fulfillment (Digital River, Events). */
export const EVENT_TYPES: readonly EventType[] = [
	{
		value: 'fulfillment_cancellation.accepted',
		name: 'Cancellation Accepted',
		description: 'A cancellation was accepted, of all or of some units',
	},
	{
		value: 'fulfillment_cancellation.created',
		name: 'Cancellation Created',
		description: 'A cancellation was asked for',
	},
	{
		value: 'fulfillment_cancellation.rejected',
		name: 'Cancellation Rejected',
		description: 'A cancellation was refused',
	},
	{
		value: 'fulfillment.created',
		name: 'Fulfillment Created',
		description: 'Goods of an order were fulfilled or cancelled',
	},
	{
		value: 'fulfillment_order.backordered',
		name: 'Fulfillment Order Backordered',
		description: 'An order waits for stock',
	},
	{
		value: 'fulfillment_order.cancelled',
		name: 'Fulfillment Order Cancelled',
		description: 'An order was cancelled',
	},
	{
		value: 'fulfillment_order.pending',
		name: 'Fulfillment Order Pending',
		description: 'An order was taken in',
	},
	{
		value: 'fulfillment_order.shipped',
		name: 'Fulfillment Order Shipped',
		description: 'A shipment of an order left; it has the tracking number',
	},
	{
		value: 'fulfillment_return.accepted',
		name: 'Return Accepted',
		description: 'A return was accepted',
	},
	{
		value: 'fulfillment_return.created',
		name: 'Return Created',
		description: 'A return was announced',
	},
	{
		value: 'fulfillment_return.pending',
		name: 'Return Pending',
		description: 'A return is awaited',
	},
	{
		value: 'fulfillment_return.rejected',
		name: 'Return Rejected',
		description: 'A return was refused',
	},
];

/** The documentation writes one type in two ways. */
export const SPELLINGS: Readonly<Record<string, string>> = {
	'fulfillment.create': 'fulfillment.created',
};

/** What an event says about its order. A cancellation may be one of some units only. */
export const EVENT_STATUSES: Readonly<Record<string, OrderStatus>> = {
	'fulfillment_order.pending': 'pending',
	'fulfillment_order.backordered': 'processing',
	'fulfillment_order.shipped': 'shipped',
	'fulfillment_order.cancelled': 'cancelled',
};
