import { wordAsProblem, type Dialect } from '../shared/dialect.mts';
import { Problem } from '../shared/problem.mts';
import { ERROR_DOCS } from './error-docs.mts';

/** Flexport's errors. The sandbox words its own in the same way. */
export const FLEXPORT_DIALECT: Dialect = {
	prefix: '/flexport',
	headers: (correlationId) => ({ 'x-correlation-id': correlationId }),
	word(error, { correlationId }) {
		if (error.status !== 504) return wordAsProblem(error, ERROR_DOCS, correlationId);
		// A 504 comes from API Gateway, which knows only a bare `message`.
		const body = JSON.stringify({ message: 'Endpoint request timed out' });
		return { status: 504, headers: error.headers, contentType: 'application/json', body };
	},
	expiredToken: () =>
		new Problem(401, 'Unauthorized', 'The token has expired.', {
			code: 401,
			message: 'The token has expired.',
		}),
};
