import type { CreateWebhookBody } from '../shared/credential-webhooks.mts';
import type { Json } from '../shared/json.mts';

/** Types of events (Deliverr Webhooks API reference). */
export const EVENT_TYPES = [
	'ORDER_STATUS_UPDATE',
	'INVENTORY_UPDATE',
	'INBOUNDS_STATUS_UPDATE',
	'UNKNOWN',
] as const;

/** A registered webhook. Unlike its successor's, the id is a text. */
export interface StoredWebhook extends CreateWebhookBody {
	id: string;
}

/** Something that happened, with the keys of its payload. */
export interface DeliverrEvent extends Json {
	eventId: string;
	eventTime: string;
	type: string;
}
