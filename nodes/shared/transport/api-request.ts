import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Json } from '../read';
import type { Pace } from './pace';

/** Any n8n context that can send with a credential. */
export type ApiContext =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;

/**
 * When a request may be sent again after it failed in a way that does not say whether it was done:
 * - `always`: it only reads
 * - `keyed`: it writes, and carries an idempotency key that makes the API do it once
 * - `never`: it writes, and nothing protects it
 */
export type Repeat = 'always' | 'keyed' | 'never';

export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path below the session's base URL, starting with a slash, already percent-encoded. */
	path: string;
	query?: IDataObject;
	headers?: Record<string, string>;
	body?: Json;
	repeat: Repeat;
	/**
	 * Asked when the fate of a write is unknown, before it is sent again and before it is given up:
	 * looks whether it was done. What it finds is taken as the answer.
	 */
	recover?: () => Promise<ApiAnswer | undefined>;
	/** What a person should do if it stays unknown whether the write was done. */
	ifUnknown?: string;
	/** Tries before a server that keeps failing is believed; fewer than usual for a mere look. */
	tries?: number;
}

export interface ApiAnswer {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: unknown;
	/**
	 * True if an earlier sending of the same request got no readable answer, so that
	 * "exists already" may mean this very request.
	 */
	afterDoubt?: boolean;
}

/** What all requests of one execution to one account share. */
export interface Session {
	readonly ctx: ApiContext;
	/** The provider's name as people know it, for messages. */
	readonly service: string;
	/** n8n's name of the credential type. */
	readonly credential: string;
	/** No slash at the end. */
	readonly baseUrl: string;
	readonly pace: Pace;
	/** Fires when the execution is cancelled or the node gives up. */
	readonly signal: AbortSignal;
	readonly timeoutMs: number;
	/** Takes secrets out of a text that came from outside. */
	readonly redact: (value: string) => string;
}
