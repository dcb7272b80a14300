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
 * - `idempotent`: it writes, and twice is the same as once: it carries an idempotency key, or it only
 *   sets values
 * - `checked`: it writes, and is sent again once `recover` has looked and found that it was not done
 * - `never`: it writes, and nothing protects it
 */
export type Repeat = 'always' | 'idempotent' | 'checked' | 'never';

export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path below the session's base URL, starting with a slash, already percent-encoded. */
	path: string;
	query?: IDataObject;
	headers?: Record<string, string>;
	body?: Json;
	/** The answer is a file: its body comes as bytes. */
	asBytes?: boolean;
	repeat: Repeat;
	/**
	 * Asked when the fate of a write is unknown, before it is sent again and before it is given up:
	 * looks whether it was done. What it finds is taken as the answer; undefined means that it found
	 * nothing, and a failure that it could not look.
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
	 * True if an earlier sending of the same request got an answer that does not rule out that it was
	 * done, so that "exists already" may mean this very request.
	 */
	afterDoubt?: boolean;
}

/**
 * - `transient`: it passes, and the request is sent again like one that the server failed to process
 * - `final`: it stays, whatever the status is
 */
export type Verdict = 'transient' | 'final';

/** What all requests of one execution to one account share. */
export interface Session {
	readonly ctx: ApiContext;
	/** The provider's name as people know it, for messages. */
	readonly service: string;
	/** n8n's name of the credential type; undefined for what needs none. */
	readonly credential?: string;
	/** No slash at the end. */
	readonly baseUrl: string;
	readonly pace: Pace;
	/** Fires when the execution is cancelled or the node gives up. */
	readonly signal: AbortSignal;
	readonly timeoutMs: number;
	/** True if n8n is to fetch a new token and send again when the API answers 401. */
	readonly renewsToken?: boolean;
	/** What a refusal is where the API says so by its own code and not by the status. */
	readonly verdict?: (answer: ApiAnswer) => Verdict | undefined;
	/** Takes secrets out of a text that came from outside. */
	readonly redact: (value: string) => string;
}
