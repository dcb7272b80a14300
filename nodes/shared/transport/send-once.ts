import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failure } from '../failure';
import { record } from '../read';
import type { ApiRequest, Session } from './api-request';
import { readConnectionFault } from './connection-fault';
import { readAnswer } from './read-answer';
import type { Outcome } from './retry-rules';

/**
 * The only place in this package that sends a request to an API. Reads status and headers itself, so
 * that nothing has to be fished out of exceptions, which also carry the credentials.
 */
export async function sendOnce(session: Session, request: ApiRequest): Promise<Outcome> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: session.baseUrl + request.path,
		...(request.asBytes ? { encoding: 'arraybuffer' } : { json: true }),
		returnFullResponse: true,
		// n8n fetches a new token and sends once more when a 401 is thrown, and only then.
		ignoreHttpStatusErrors: session.renewsToken ? { ignore: true, except: [401] } : true,
		// An API that redirects is not the API: following would carry the token elsewhere.
		disableFollowRedirect: session.credential !== undefined,
		timeout: session.timeoutMs,
		...(request.query ? { qs: request.query } : {}),
		...(request.headers ? { headers: request.headers } : {}),
		...(request.body ? { body: request.body } : {}),
	};
	try {
		const response = await hand(session, options);
		return { kind: 'answer', answer: readAnswer(record(response) ?? {}, session.redact) };
	} catch (error) {
		return readThrown(error, session);
	}
}

async function hand({ ctx, credential }: Session, options: IHttpRequestOptions): Promise<unknown> {
	if (credential === undefined) return await ctx.helpers.httpRequest(options);
	return await ctx.helpers.httpRequestWithAuthentication.call(ctx, credential, options);
}

function readThrown(error: unknown, session: Session): Outcome {
	const causes = causesOf(error);
	const failure = causes.find((cause) => cause instanceof Failure);
	if (failure) return { kind: 'notSent', failure };
	const refused = causes.map((cause) => record(record(cause)?.response)).find(isRefusal);
	return refused
		? { kind: 'answer', answer: readAnswer(refused, session.redact) }
		: { kind: 'fault', fault: readConnectionFault(error) };
}

function isRefusal(response: ReturnType<typeof record>): boolean {
	return typeof response?.status === 'number' && response.status >= 400;
}

/** An error and what caused it; n8n wraps what it passes on. */
function causesOf(error: unknown, depth = 0): unknown[] {
	const cause = error instanceof Error ? error.cause : undefined;
	return cause === undefined || depth > 4 ? [error] : [error, ...causesOf(cause, depth + 1)];
}
