import {
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	NodeApiError,
} from 'n8n-workflow';
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

export interface Sending {
	/** Fake time in milliseconds since the script began. */
	at: number;
	credential: string;
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

/**
 * A session whose requests are answered from a script, in the order in which they are sent. The last
 * step holds for all further requests.
 *
 * @param takesMs how long each answer takes
 */
export function scriptedApi(steps: readonly Step[], { limit = 32, takesMs = 0 } = {}): ScriptedApi {
	const start = Date.now();
	const stop = new AbortController();
	const sendings: Sending[] = [];
	let inFlight = 0;
	let most = 0;
	const request = async (credential: string, options: IHttpRequestOptions): Promise<unknown> => {
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
	});
	const session: Session = {
		ctx: partialFake<IExecuteFunctions>({ helpers }),
		pace: new Pace(limit, stop.signal),
		signal: stop.signal,
		service: 'Flexport',
		credential: 'flexportApi',
		baseUrl: 'https://logistics.example',
		timeoutMs: 30_000,
		redact: (value) => value.replaceAll(TOKEN, '***'),
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
