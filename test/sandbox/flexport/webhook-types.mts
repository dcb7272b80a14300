import type { CreateWebhookBody } from '../shared/credential-webhooks.mts';

/** Something that happened, as GetEvents lists it. */
export interface FlexportEvent {
	id: string;
	type: string;
	time: string;
	payload: Record<string, unknown>;
}

/** A registered webhook; the credentials come back as they were given. */
export interface StoredWebhook extends CreateWebhookBody {
	id: number;
}
