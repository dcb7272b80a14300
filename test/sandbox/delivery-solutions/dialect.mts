import type { Dialect, Incident, WordedError } from '../shared/dialect.mts';
import type { Problem } from '../shared/problem.mts';
import { EnvelopeProblem, GatewayProblem, invalidToken } from './refusal.mts';

export const PREFIX = '/delivery-solutions';
export const TOKEN_PATH = `${PREFIX}/ent-services/security/v1/oauth/token`;
export const API_PATH = `${PREFIX}/shipping/v1`;
export const LABEL_PATH = `${PREFIX}/api/v2/label`;

/** A header cannot hold every sign that a message can. */
function headerText(text: string): string {
	return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 500);
}

function errorHeaders(code: string, message: string): Record<string, string> {
	return { apierrorcode: headerText(code), apierrormsg: headerText(message) };
}

function json(status: number, headers: WordedError['headers'], body: object): WordedError {
	return { status, headers, contentType: 'application/json', body: JSON.stringify(body) };
}

function asEnvelope({ status, headers, type, text, inner }: EnvelopeProblem): WordedError {
	const body = { type, message: text, errors: inner };
	return json(status, { ...headers, ...errorHeaders(type, text) }, body);
}

function asGateway(error: GatewayProblem, { headers, correlationId }: Incident): WordedError {
	const { status, code, text } = error;
	const { transid } = headers;
	return json(
		status,
		{
			...error.headers,
			bkndtransid: correlationId,
			transId: typeof transid === 'string' ? headerText(transid) : correlationId,
			...errorHeaders(code, text),
		},
		{ response: { errors: [{ code, message: text }] } },
	);
}

/** Types of the errors that no call of the API raised by itself, e.g. those that it was told to give. */
const TYPES: Readonly<Record<number, string>> = {
	400: 'VALIDATION_ERROR',
	409: 'INVALID_OPERATION',
	422: 'UNMAPPED_ERROR',
	429: 'TOO_MANY_REQUESTS',
	500: 'INTERNAL_SERVER_ERROR',
};

const TEXTS: Readonly<Record<number, string>> = {
	422: 'Request received unidentifiable error response.',
	429: 'Too many requests received per second.',
	500: 'Internal Server Error: An unexpected error occurred while processing the request',
};

/**
 * Puts an error that the shared parts raised into one of the two shapes. Which of them a path that
 * does not exist, a 403 or a 502 has is not documented: here the gateway's, which answers those.
 */
function translated(error: Problem, path: string): EnvelopeProblem | GatewayProblem {
	const { status, detail } = error;
	if (status === 401) return invalidToken();
	const type = TYPES[status];
	if (type === undefined || !path.startsWith(`${API_PATH}/`)) {
		return new GatewayProblem(status, String(status), detail);
	}
	const innerType = status === 500 ? 'SERVER_ERROR' : type;
	const inner = { type: innerType, message: detail, parameter: null, entityId: null, entity: null };
	return new EnvelopeProblem(status, type, TEXTS[status] ?? detail, [inner]);
}

/** The errors of the Shipping Order API: an envelope, and in front of it a gateway with its own. */
export const DELIVERY_SOLUTIONS_DIALECT: Dialect = {
	prefix: PREFIX,
	headers: () => ({}),
	word(error, at) {
		if (error instanceof EnvelopeProblem) return asEnvelope(error);
		if (error instanceof GatewayProblem) return asGateway(error, at);
		const own = translated(error, at.path);
		const worded = own instanceof EnvelopeProblem ? asEnvelope(own) : asGateway(own, at);
		return { ...worded, headers: { ...error.headers, ...worded.headers } };
	},
	expiredToken: invalidToken,
};
