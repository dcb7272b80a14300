import { row, text, type Json } from '../../read';
import type { OrderStatus } from '../../vocabulary/order-status';

/** The 26 states of a shipment (Shipping Order API), with their names and what they are in the one vocabulary. */
export const SHIPMENT_STATUSES: Readonly<Record<string, { name: string; status: OrderStatus }>> = {
	ESTIMATES_FAILED: { name: 'Estimates Failed', status: 'failed' },
	ESTIMATES_RECEIVED: { name: 'Estimates Received', status: 'pending' },
	ERROR_EXCEPTION: { name: 'Exception at Provider', status: 'failed' },
	IN_TRANSIT: { name: 'In Transit', status: 'shipped' },
	ORDER_ASSIGNED: { name: 'Order Assigned', status: 'processing' },
	ORDER_AT_LOCATION: { name: 'Order at Location', status: 'shipped' },
	ORDER_CANCELLED: { name: 'Order Cancelled', status: 'cancelled' },
	ORDER_DELAYED: { name: 'Order Delayed', status: 'shipped' },
	ORDER_DELIVERED: { name: 'Order Delivered', status: 'delivered' },
	ORDER_DISPATCHED: { name: 'Order Dispatched', status: 'processing' },
	ORDER_FAILED: { name: 'Order Failed', status: 'failed' },
	ORDER_REDELIVERY: { name: 'Order Redelivery', status: 'shipped' },
	ORDER_UNASSIGNED: { name: 'Order Unassigned', status: 'processing' },
	ORDER_UNDELIVERABLE: { name: 'Order Undeliverable', status: 'failed' },
	OUT_FOR_DELIVERY: { name: 'Out for Delivery', status: 'shipped' },
	PARTIAL_CANCELLED: { name: 'Partial Cancelled', status: 'cancelled' },
	PARTIAL_DELIVERED: { name: 'Partial Delivered', status: 'shipped' },
	PARTIAL_EXCEPTION: { name: 'Partial Exception', status: 'failed' },
	PARTIAL_IN_TRANSIT: { name: 'Partial in Transit', status: 'shipped' },
	PENDING_AUTORETRY: { name: 'Pending Autoretry', status: 'pending' },
	PENDING_DISPATCH: { name: 'Pending Dispatch', status: 'pending' },
	PENDING_RELEASE: { name: 'Pending Release', status: 'pending' },
	PICKUP_COMPLETED: { name: 'Pickup Completed', status: 'shipped' },
	PICKUP_STARTED: { name: 'Pickup Started', status: 'processing' },
	REQUEST_RECEIVED: { name: 'Request Received', status: 'pending' },
	STAGED: { name: 'Staged', status: 'processing' },
};

/** The state of a shipment, or of an entry of its history, in the one vocabulary. */
export function shipmentStatus({ status }: Json): OrderStatus {
	return row(SHIPMENT_STATUSES, text(status))?.status ?? 'unknown';
}
