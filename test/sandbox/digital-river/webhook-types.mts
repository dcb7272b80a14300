import type { Json } from '../shared/json.mts';

/** The body of a webhook's create. */
export interface WebhookBody {
	types: string[];
	address: string;
	enabled?: boolean;
	apiVersion?: string;
	transportType?: 'HTTP' | 'OAUTH';
	authentication?: { username: string; password: string };
	oauth?: Json;
}

/** A webhook, with the keys of the API's answer. */
export interface StoredWebhook extends WebhookBody {
	id: string;
	createdTime: string;
	updatedTime: string;
	enabled: boolean;
	apiVersion: string;
	transportType: 'HTTP' | 'OAUTH';
}

/** A webhook and what no answer tells of it. */
export interface WebhookRecord {
	webhook: StoredWebhook;
	/** Signs its deliveries. Only the Dashboard shows it. */
	secret: string;
	/** Since when every delivery has failed. */
	failingSince: number | undefined;
}

/** Something that happened. */
export interface DigitalRiverEvent {
	id: string;
	type: string;
	createdTime: string;
	object: Json;
	previousAttributes: Json;
	/** Keys to set beside `data`, where a test wants them otherwise. */
	envelope: Json;
}
