import { record, records, row, text, type Json } from '../../read';
import type { OrderStatus } from '../../vocabulary/order-status';

/** Flexport's `state.internalStatus` in the one vocabulary. CREATED depends on the shipments. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
	SHIPPED: 'shipped',
	DELIVERED: 'delivered',
	CANCELLED: 'cancelled',
	ERROR: 'failed',
};

/** Flexport's own word for the state of an order. */
export function providerStatus(order: Json): string | undefined {
	return text(record(order.state)?.internalStatus);
}

/** The state of an order in the one vocabulary; `unknown` for a word that is new. */
export function orderStatus(order: Json): OrderStatus {
	const status = providerStatus(order);
	if (status === 'CREATED') return records(order.shipments).length > 0 ? 'processing' : 'pending';
	return row(STATUSES, status) ?? 'unknown';
}
