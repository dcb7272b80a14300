import { id, record, row, text, time, type Json } from '../../read';
import type { OrderEvent } from '../../vocabulary/order-event';
import { EVENT_STATUSES, SPELLINGS } from './event-types';

/**
 * The event in an envelope (Digital River, Events). Its object is the order, or what belongs to one: a
 * shipment for `fulfillment_order.shipped`, a cancellation, a return, a fulfillment.
 */
export function readEvent(payload: Json, digest: string): OrderEvent {
	const told = text(payload.type);
	const eventType = row(SPELLINGS, told) ?? told ?? 'unknown';
	const object = record(record(payload.data)?.object) ?? {};
	const isOrder = eventType.startsWith('fulfillment_order.') && !('fulfillmentOrderId' in object);
	return {
		eventId: id(payload.id) ?? digest,
		eventType,
		provider: 'digitalRiver',
		orderId: id(object.fulfillmentOrderId) ?? (isOrder ? (id(object.id) ?? null) : null),
		externalOrderId:
			id(object.fulfillmentOrderUpstreamId) ??
			// A cancellation or return has it as the order has; a fulfillment names the order of the shop.
			id(object.upstreamId) ??
			(isOrder ? undefined : id(object.orderId)) ??
			null,
		status: row(EVENT_STATUSES, eventType) ?? 'unknown',
		providerStatus: text(object.state) ?? null,
		occurredAt: time(payload.createdTime) ?? null,
	};
}
