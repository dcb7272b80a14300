import { flag, id, record, records, row, text, time, type Json } from '../../read';
import type { OrderErrorNote, SimplifiedOrder } from '../../vocabulary/order';
import type { OrderStatus } from '../../vocabulary/order-status';
import { errorNote } from '../orders/error-note';
import { ORDER_ERRORS } from './order-errors';

/** Deliverr's `status` in the one vocabulary. */
export const STATUSES: Readonly<Record<string, OrderStatus>> = {
	CREATED: 'pending',
	PROCESSING: 'processing',
	SHIPPED: 'shipped',
	PARTIALLY_SHIPPED: 'shipped',
	DELIVERED: 'delivered',
	CANCELLED: 'cancelled',
	ERROR: 'failed',
};

export function providerStatus(order: Json): string | undefined {
	return text(order.status);
}

export function orderStatus(order: Json): OrderStatus {
	return row(STATUSES, providerStatus(order)) ?? 'unknown';
}

/**
 * Why an order failed. Where an order tells that is not documented, so that `error` and `errors` are
 * looked at; an order that failed without a word has a note of its own.
 */
export function noteError(order: Json): OrderErrorNote | null {
	if (orderStatus(order) !== 'failed') return null;
	const error = record(order.error) ?? records(order.errors)[0] ?? {};
	return errorNote(error, ORDER_ERRORS, () => ({
		what: 'Deliverr stopped the order and does not say why',
		fix: 'Look at the order in the Seller Portal.',
	}));
}

/** Deliverr does not say which orders a retry can mend; one that failed for good is left out. */
export function isRetriable(order: Json): boolean {
	const note = noteError(order);
	if (!note) return false;
	const own = flag(record(order.error)?.retriable);
	return own ?? row(ORDER_ERRORS, note.type)?.transient ?? true;
}

/** An order as Deliverr gives it (Deliverr API, Order), in the one vocabulary. */
export function simplifyOrder(order: Json): SimplifiedOrder {
	const codes = records(order.shipments).flatMap(({ trackingNumber }) => id(trackingNumber) ?? []);
	return {
		id: id(order.orderId) ?? id(order.id) ?? null,
		externalOrderId: id(order.externalOrderId) ?? null,
		provider: 'deliverr',
		status: orderStatus(order),
		providerStatus: providerStatus(order) ?? null,
		retriable: isRetriable(order),
		error: noteError(order),
		trackingNumbers: [...new Set(codes)],
		shippedAt: time(order.orderShippedTime) ?? null,
		deliveredAt: time(order.orderDeliveredTime) ?? null,
	};
}
