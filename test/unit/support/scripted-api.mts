import {
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	NodeApiError,
} from 'n8n-workflow';
import { Failure, type FailureFacts } from '../../../nodes/shared/failure.ts';
import type { ApiRequest, Session } from '../../../nodes/shared/transport/api-request.ts';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { partialFake } from './partial-fake.mts';

/** The secret that must never come out of the transport. */
export const TOKEN = 'tok-3f9c1a77';

export const NODE: INode = {
	id: 'n1',
	name: 'Fulfillment Order',
	type: 'n8n-nodes-fulfillment.fulfillmentOrder',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** What the scripted API does with one request. */
export type Step = (options: IHttpRequestOptions) => unknown;

export function answers(
	statusCode: number,
	body: unknown = {},
	headers: Record<string, string> = {},
): Step {
	return () => ({ statusCode, headers, body });
}

export function asksToWait(retryAfter?: string, headers: Record<string, string> = {}): Step {
	return answers(
		429,
		{ title: 'Too Many Requests' },
		{ ...headers, ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) },
	);
}

/** A fault of the connection. */
export function breaksWith(code: string): Step {
	return (options) => {
		throw helperError(code, options);
	};
}

/** What n8n's request helper throws: an axios error with the whole request in it, as the cause. */
export function helperError(code: string, options: object = {}): NodeApiError {
	const config = { ...options, headers: { Authorization: `Bearer ${TOKEN}` } };
	const cause = new Error(`connect ${code} with Bearer ${TOKEN}`);
	// The helper's own call is not typed either: the constructor wants JSON and is given an error.
	return Reflect.construct(NodeApiError, [NODE, Object.assign(cause, { code, config })]);
}

/** No token could be had: what n8n's helper throws then holds the failure as its cause. */
export function getsNoToken(facts: Partial<FailureFacts> = {}): Step {
	return () => {
		const failure = new Failure({ kind: 'api', what: 'No token', fix: 'Wait.', ...facts });
		throw Reflect.construct(NodeApiError, [NODE, failure]);
	};
}

/** An answer that n8n's helper throws: an axios error with the whole request in it, as the cause. */
export function throwsAnswer(
	status: number,
	data: unknown = {},
	headers: Record<string, string> = {},
): Step {
	return (options) => {
		const config = { ...options, headers: { Authorization: `Bearer ${TOKEN}` } };
		const response = { status, statusText: 'Refused', headers, data, config };
		const cause = new Error(`Request failed with Bearer ${TOKEN}`);
		throw Reflect.construct(NodeApiError, [NODE, Object.assign(cause, { config, response })]);
	};
}

export interface Sending {
	/** Fake time in milliseconds since the script began. */
	at: number;
	/** n8n's name of the credential; undefined for what is sent without one. */
	credential: string | undefined;
	options: IHttpRequestOptions;
}

export interface ScriptedApi {
	session: Session;
	sendings: Sending[];
	/** When the requests were sent, in milliseconds since the script began. */
	times(): number[];
	mostInFlight(): number;
	/** Ends the work, as a cancelled execution does. */
	stop(): void;
}

export interface Script {
	limit?: number;
	/** How long each answer takes. */
	takesMs?: number;
	/** Sends without a credential of n8n. */
	anonymous?: boolean;
	/** What the session has beside or instead of the usual. */
	changes?: Partial<Session>;
}

/**
 * A session whose requests are answered from a script, in the order in which they are sent. The last
 * step holds for all further requests.
 */
export function scriptedApi(
	steps: readonly Step[],
	{ limit = 32, takesMs = 0, anonymous = false, changes = {} }: Script = {},
): ScriptedApi {
	const start = Date.now();
	const stop = new AbortController();
	const sendings: Sending[] = [];
	let inFlight = 0;
	let most = 0;
	const request = async (
		credential: string | undefined,
		options: IHttpRequestOptions,
	): Promise<unknown> => {
		const step = steps[Math.min(sendings.length, steps.length - 1)];
		if (!step) throw new Error('The script is empty');
		sendings.push({ at: Date.now() - start, credential, options });
		most = Math.max(most, ++inFlight);
		try {
			if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
			return await step(options);
		} finally {
			inFlight -= 1;
		}
	};
	const helpers = partialFake<IExecuteFunctions['helpers']>({
		httpRequestWithAuthentication: request,
		httpRequest: async (options: IHttpRequestOptions) => await request(undefined, options),
	});
	const session: Session = {
		ctx: partialFake<IExecuteFunctions>({ helpers }),
		pace: new Pace(limit, stop.signal),
		signal: stop.signal,
		service: 'Flexport',
		...(anonymous ? {} : { credential: 'flexportApi' }),
		baseUrl: 'https://logistics.example',
		timeoutMs: 30_000,
		redact: (value) => value.replaceAll(TOKEN, '***'),
		...changes,
	};
	return {
		session,
		sendings,
		times: () => sendings.map(({ at }) => at),
		mostInFlight: () => most,
		stop: () => stop.abort(),
	};
}

export const READ: ApiRequest = { method: 'GET', path: '/orders/1', repeat: 'always' };

export const UNKEYED_WRITE: ApiRequest = {
	method: 'POST',
	path: '/orders/1/cancel',
	repeat: 'never',
};

export const KEYED_WRITE: ApiRequest = {
	method: 'POST',
	path: '/orders',
	headers: { 'idempotency-key': 'k-1' },
	body: { externalOrderId: 'WEB-1' },
	repeat: 'idempotent',
};

/** A write that is looked for before it is sent again; the look is the test's own. */
export const CHECKED_WRITE: ApiRequest = {
	method: 'POST',
	path: '/shipments',
	body: { orderExternalId: 'SHOP-1' },
	repeat: 'checked',
};
