import { id, row, text, time, type Json } from '../../read';
import type { OrderEvent } from '../../vocabulary/order-event';
import { orderOfEvent } from '../webhooks/order-of-event';
import { tokenRegistrar } from '../webhooks/token-registrar';
import type { EventType, WebhookSystem } from '../webhooks/webhook-system';
import { apiFailure } from './api-failure';
import { deliverrOrders } from './deliverr-orders';
import { STATUSES } from './order-status';
import { openDeliverr } from './session';

const EVENT_TYPES: readonly EventType[] = [
	{
		value: 'ORDER_STATUS_UPDATE',
		name: 'Order Status Updated',
		description: 'An order was created, shipped or cancelled',
	},
	{
		value: 'INVENTORY_UPDATE',
		name: 'Inventory Updated',
		description: 'The stock of a product changed',
	},
	{
		value: 'INBOUNDS_STATUS_UPDATE',
		name: 'Inbound Status Updated',
		description: 'An inbound shipment moved on',
	},
];

/** Webhooks of the Deliverr API. It signs nothing: what proves a delivery is the token. */
export const deliverrWebhooks: WebhookSystem = {
	service: 'Deliverr',
	eventTypes: EVENT_TYPES,
	open: openDeliverr,
	registrar: tokenRegistrar({
		path: '/webhooks/v1/webhook',
		portal: 'in the Seller Portal or by its API',
		failure: apiFailure,
	}),
	readEvent,
	readOrder: orderOfEvent(deliverrOrders),
};

function readEvent(payload: Json, digest: string): OrderEvent {
	const providerStatus = text(payload.newStatus) ?? null;
	// The documents once write ORDER_SHIPPED for SHIPPED.
	const status = row(STATUSES, providerStatus?.replace(/^ORDER_/, ''));
	return {
		eventId: id(payload.eventId) ?? digest,
		eventType: text(payload.type) ?? 'unknown',
		provider: 'deliverr',
		orderId: id(payload.orderId) ?? null,
		externalOrderId: id(payload.externalOrderId) ?? null,
		status: status ?? 'unknown',
		providerStatus,
		occurredAt: time(payload.eventTime) ?? null,
	};
}
