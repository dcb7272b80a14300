/** Something that happened, as GetEvents lists it. */
export interface FlexportEvent {
	id: string;
	type: string;
	time: string;
	payload: Record<string, unknown>;
}

export interface CreateWebhookBody {
	type: string;
	url: string;
	method: 'POST' | 'PUT';
	authMethod?: 'NONE' | 'BASIC_AUTH' | 'TOKEN';
	username?: string;
	password?: string;
	token?: string;
	tokenHeader?: string;
}

/** A registered webhook; the credentials come back as they were given. */
export interface StoredWebhook extends CreateWebhookBody {
	id: number;
}
