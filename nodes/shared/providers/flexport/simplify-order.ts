import { flag, id, record, records, row, text, time, type Json } from '../../read';
import type { OrderErrorNote, SimplifiedOrder } from '../../vocabulary/order';
import { errorNote } from '../orders/error-note';
import { ORDER_ERRORS } from './order-errors';
import { orderStatus, providerStatus } from './order-status';

/** An order as Flexport gives it (Orders API, FulfillmentOrder), in the one vocabulary. */
export function simplifyOrder(order: Json): SimplifiedOrder {
	return {
		id: id(order.id) ?? null,
		externalOrderId: id(order.externalOrderId) ?? null,
		provider: 'flexport',
		status: orderStatus(order),
		providerStatus: providerStatus(order) ?? null,
		retriable: isRetriable(order),
		error: noteError(order),
		trackingNumbers: trackingNumbers(order),
		shippedAt: time(order.shippedAt) ?? null,
		deliveredAt: time(order.deliveredAt) ?? null,
	};
}

/** Whether a failed order may be retried: Flexport's word, or the catalogue's where it is silent. */
export function isRetriable(order: Json): boolean {
	const error = record(order.error);
	if (!error || orderStatus(order) !== 'failed') return false;
	return flag(error.retriable) ?? row(ORDER_ERRORS, text(error.type))?.transient ?? false;
}

/** Why an order failed, with what to do. */
export function noteError(order: Json): OrderErrorNote | null {
	const error = record(order.error);
	if (!error) return null;
	const note = errorNote(error, ORDER_ERRORS, (type) => ({
		what: `Flexport stopped the order: ${type}`,
		fix: 'Look at the order in the Flexport portal.',
	}));
	const lines = records(error.lineItemErrors);
	return { ...note, lineItems: lines.flatMap((line) => id(line.logisticsSku) ?? []) };
}

function trackingNumbers(order: Json): string[] {
	const codes = records(order.shipments)
		.flatMap((shipment) => records(shipment.packages))
		.flatMap((parcel) => id(record(parcel.label)?.trackingCode) ?? []);
	return [...new Set(codes)];
}
