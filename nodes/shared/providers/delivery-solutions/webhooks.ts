import { createHash } from 'node:crypto';
import { id, number, record, text, time, type Json } from '../../read';
import type { OrderEvent } from '../../vocabulary/order-event';
import type { EventType, WebhookSystem } from '../webhooks/webhook-system';
import { getShipment } from './get-shipment';
import { openDeliverySolutions } from './session';
import { shipmentStatus } from './shipment-status';
import { simplifyShipment } from './simplify-shipment';

const EVENT_TYPES: readonly EventType[] = [
	{
		value: 'order',
		name: 'Order',
		description: 'The state of a shipment changed',
	},
	{
		value: 'communication',
		name: 'Communication',
		description: 'A message was sent to the customer',
	},
];

/**
 * Webhooks of Delivery Solutions. They are set up in its portal: no call for that is documented. The
 * documents for the Shipping Order API only say that webhooks exist; the bodies are those of the
 * classic webhooks, with their names and those of the Shipping Order API understood.
 */
export const deliverySolutionsWebhooks: WebhookSystem = {
	service: 'Delivery Solutions',
	eventTypes: EVENT_TYPES,
	open: openDeliverySolutions,
	readEvent,
	readOrder: async (runtime, { orderId, externalOrderId }) => {
		const value = orderId ?? externalOrderId;
		if (value === null) return undefined;
		const order = await getShipment(await openDeliverySolutions(runtime), value);
		return { order, simplified: simplifyShipment(order) };
	},
};

/** A message to the customer has its order below `order`. */
function readEvent(payload: Json, digest: string): OrderEvent {
	const isMessage = 'medium' in payload || 'contents' in payload;
	const isOrder = 'orderId' in payload || 'orderExternalId' in payload || 'status' in payload;
	const subject = isMessage ? (record(payload.order) ?? {}) : payload;
	return {
		eventId: (isMessage ? undefined : changeId(payload)) ?? digest,
		eventType: isMessage ? 'communication' : isOrder ? 'order' : 'unknown',
		provider: 'deliverySolutions',
		orderId: id(subject.orderId) ?? id(subject.id) ?? id(payload.orderId) ?? null,
		externalOrderId: id(subject.orderExternalId) ?? id(payload.orderExternalId) ?? null,
		status: shipmentStatus(subject),
		providerStatus: text(subject.status) ?? null,
		occurredAt: time(momentOf(subject) ?? payload.sentAt) ?? null,
	};
}

/**
 * There is no ID of an event. One change of state has one moment, which a redelivery repeats; what
 * has no moment is known by its whole body instead.
 */
function changeId(payload: Json): string | undefined {
	const orderId = id(payload.orderId) ?? id(payload.id) ?? id(payload.orderExternalId);
	const moment = momentOf(payload);
	if (orderId === undefined || moment === undefined) return undefined;
	const { webhookType, event, status } = payload;
	const parts = [orderId, ...[webhookType, event, status].map((part) => id(part) ?? ''), moment];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** When the state changed: in Unix milliseconds, or in the Shipping Order API's own name in ISO 8601. */
function momentOf({ receivedAtEpoch, lastUpdatedAt }: Json): number | string | undefined {
	return number(receivedAtEpoch) ?? number(lastUpdatedAt) ?? text(lastUpdatedAt);
}
