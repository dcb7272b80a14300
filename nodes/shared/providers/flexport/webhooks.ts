import { id, row, text, time, type Json } from '../../read';
import type { OrderEvent } from '../../vocabulary/order-event';
import { orderOfEvent } from '../webhooks/order-of-event';
import { tokenRegistrar } from '../webhooks/token-registrar';
import type { WebhookSystem } from '../webhooks/webhook-system';
import { apiFailure } from './api-failure';
import { flexportOrders } from './flexport-orders';
import { EVENT_STATUSES, EVENT_TYPES, TRACKING_STATUSES } from './event-types';
import { openFlexport } from './session';

/** Webhooks of the Logistics API. It signs nothing: what proves a delivery is the token. */
export const flexportWebhooks: WebhookSystem = {
	service: 'Flexport',
	eventTypes: EVENT_TYPES,
	open: openFlexport,
	registrar: tokenRegistrar({
		path: '/webhooks',
		portal: 'in the Flexport portal or by its API',
		failure: apiFailure,
	}),
	readEvent,
	readOrder: orderOfEvent(flexportOrders),
};

/** The payload is flat; the names of the event itself stand beside its data (Webhooks API, Events). */
function readEvent(payload: Json, digest: string): OrderEvent {
	const eventType = text(payload.logisticsEventType) ?? 'unknown';
	const providerStatus = text(payload.status) ?? null;
	const told = eventType.startsWith('Parcel.')
		? row(TRACKING_STATUSES, providerStatus ?? undefined)
		: row(EVENT_STATUSES, eventType);
	return {
		eventId: id(payload.logisticsEventId) ?? digest,
		eventType,
		provider: 'flexport',
		orderId: id(payload.orderId) ?? null,
		externalOrderId: id(payload.externalOrderId) ?? null,
		status: told ?? 'unknown',
		providerStatus,
		occurredAt: time(payload.logisticsEventTime) ?? null,
	};
}
