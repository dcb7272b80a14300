import type { IHttpRequestOptions } from 'n8n-workflow';
import { record } from '../read';
import type { ApiAnswer, ApiRequest, Session } from './api-request';
import { readConnectionFault } from './connection-fault';
import type { Outcome } from './retry-rules';

/**
 * The only place in this package that sends a request. Reads status and headers itself, so that
 * nothing has to be fished out of exceptions, which also carry the credentials.
 */
export async function sendOnce(session: Session, request: ApiRequest): Promise<Outcome> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: session.baseUrl + request.path,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// An API that redirects is not the API: following would carry the token elsewhere.
		disableFollowRedirect: true,
		timeout: session.timeoutMs,
		...(request.query ? { qs: request.query } : {}),
		...(request.headers ? { headers: request.headers } : {}),
		...(request.body ? { body: request.body } : {}),
	};
	try {
		const response: unknown = await session.ctx.helpers.httpRequestWithAuthentication.call(
			session.ctx,
			session.credential,
			options,
		);
		return { kind: 'answer', answer: readAnswer(response, session.redact) };
	} catch (error) {
		return { kind: 'fault', fault: readConnectionFault(error) };
	}
}

function readAnswer(response: unknown, redact: Session['redact']): ApiAnswer {
	const { statusCode, headers, body } = record(response) ?? {};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		headers: readHeaders(headers, redact),
		body: withoutSecrets(body, redact),
	};
}

/** An API that repeats the token in an answer must not bring it into an item, an error or a log. */
function withoutSecrets(value: unknown, redact: Session['redact']): unknown {
	if (typeof value === 'string') return redact(value);
	if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, redact));
	const fields = record(value);
	if (!fields) return value;
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [redact(name), withoutSecrets(field, redact)]),
	);
}

function readHeaders(headers: unknown, redact: Session['redact']): Record<string, string> {
	const entries = Object.entries(record(headers) ?? {});
	return Object.fromEntries(
		entries
			.filter(([, value]) => typeof value === 'string')
			.map(([name, value]) => [name.toLowerCase(), redact(String(value))]),
	);
}
