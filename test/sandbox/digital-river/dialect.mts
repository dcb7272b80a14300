import type { Dialect } from '../shared/dialect.mts';
import { problem } from '../shared/problem.mts';

export const PREFIX = '/digital-river';

/** The `type` of each status (Digital River API reference, Errors). */
const TYPES: Readonly<Record<number, string>> = {
	400: 'bad_request',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'not_found',
	405: 'method_not_allowed',
	406: 'not_acceptable',
	408: 'request_timeout',
	409: 'conflict',
	429: 'too_many_requests',
	500: 'internal_server_error',
	502: 'bad_gateway',
	503: 'service_unavailable',
	504: 'gateway_timeout',
};

/** Codes of the errors inside, where they are documented; the other ones repeat the type. */
const CODES: Readonly<Record<number, string>> = { 400: 'invalid_parameter', 409: 'already_exists' };

function typeOf(status: number): string {
	return TYPES[status] ?? (status < 500 ? 'bad_request' : 'internal_server_error');
}

/** The errors of the Digital River API: a type and a list. */
export const DIGITAL_RIVER_DIALECT: Dialect = {
	prefix: PREFIX,
	headers: (correlationId) => ({ 'x-dr-requestid': correlationId }),
	word({ status, detail, members, headers }) {
		const type = typeOf(status);
		const usual = [{ code: CODES[status] ?? type, message: detail }];
		const body = JSON.stringify({ type, errors: usual, ...members });
		return { status, headers, contentType: 'application/json', body };
	},
	expiredToken: () => problem(401, 'The API key has expired.'),
};
