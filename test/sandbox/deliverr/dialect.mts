import type { Dialect } from '../shared/dialect.mts';
import { problem } from '../shared/problem.mts';

export const PREFIX = '/deliverr';

/**
 * The errors of the legacy API: a number, a sentence, and of a bad order a type. That the number is
 * the HTTP status is not documented.
 */
export const DELIVERR_DIALECT: Dialect = {
	prefix: PREFIX,
	headers: () => ({}),
	word: ({ status, detail, members, headers }) => ({
		status,
		headers,
		contentType: 'application/json',
		body: JSON.stringify({ code: status, message: detail, ...members }),
	}),
	expiredToken: () => problem(401, 'The access token has expired.'),
};
