import { id, number, record, records, row, text, time, type Json } from '../../read';
import type { SimplifiedOrder } from '../../vocabulary/order';
import type { OrderStatus } from '../../vocabulary/order-status';
import { quantitiesOf, squeeze } from '../same-order';

/** Digital River's `state` in the one vocabulary. */
export const STATUSES: Readonly<Record<string, OrderStatus>> = {
	pending: 'pending',
	backordered: 'processing',
	shipped: 'shipped',
	cancelled: 'cancelled',
};

export function providerStatus(order: Json): string | undefined {
	return text(order.state);
}

export function orderStatus(order: Json): OrderStatus {
	return row(STATUSES, providerStatus(order)) ?? 'unknown';
}

/** The line items: a flat list, or one that is nested as in the examples of the 2021-02-23 page. */
export function linesOf(order: Json): Json[] {
	const items: readonly unknown[] = Array.isArray(order.items) ? order.items : [];
	return records(items.flat());
}

/** Units of a line that can still be cancelled. Its counters add up to its quantity; some may be missing. */
export function openUnits(line: Json): number {
	const pending = number(line.pending);
	const backordered = number(line.backordered);
	if (pending !== undefined || backordered !== undefined)
		return (pending ?? 0) + (backordered ?? 0);
	if (line.state === 'shipped' || line.state === 'cancelled') return 0;
	const gone = [line.shipped, line.cancelled, line.returned].map((count) => number(count) ?? 0);
	return gone.reduce((left, count) => left - count, number(line.quantity) ?? 0);
}

/** What differs between an order that exists and one that was to be created, or undefined. */
export function differenceOf(existing: Json, wanted: Json): string | undefined {
	const lines = (order: Json) =>
		quantitiesOf(linesOf(order).map((line) => [line.inventoryItemId, line.quantity]));
	if (lines(existing) !== lines(wanted)) return 'its line items differ';
	const there = partsOf(existing);
	const here = partsOf(wanted);
	const differs = Object.keys(there).find((name) => there[name] !== here[name]);
	return differs && `its ${differs} differs`;
}

function partsOf(order: Json): Readonly<Record<string, string>> {
	const shipTo = record(order.shipTo) ?? {};
	const address = record(shipTo.address) ?? {};
	return {
		country: squeeze(address.country),
		'postal code': squeeze(address.postalCode).slice(0, 5),
		"recipient's name": squeeze(shipTo.name),
	};
}

/** A fulfillment order as Digital River gives it, in the one vocabulary. It tells no tracking numbers. */
export function simplifyOrder(order: Json): SimplifiedOrder {
	return {
		id: id(order.id) ?? null,
		externalOrderId: id(order.upstreamId) ?? null,
		provider: 'digitalRiver',
		status: orderStatus(order),
		providerStatus: providerStatus(order) ?? null,
		retriable: false,
		error: null,
		trackingNumbers: [],
		shippedAt: time(order.shippedTime) ?? null,
		deliveredAt: null,
	};
}
