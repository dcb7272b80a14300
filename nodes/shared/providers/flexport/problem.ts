import { id, record, text } from '../../read';
import { CODE_ERRORS } from './http-errors';

/** What an error answer says. */
export interface Problem {
	/** The API's own code, if one is to be found. */
	code?: string;
	/** The API's own sentence. */
	message?: string;
}

/**
 * Reads an error body: problem+json (RFC 7807), `{ code, message }`, or the bare `{ message }` of
 * the gateway in front of the API. Where the six-digit codes stand is not documented, so they are
 * looked for in `code`, at the end of the `type` URL, and in the texts.
 */
export function readProblem(body: unknown): Problem {
	const problem = record(body) ?? {};
	const said = text(problem.detail) ?? text(problem.message) ?? text(problem.title);
	const ownCode = id(problem.code);
	const places = [ownCode, text(problem.type), text(problem.title), said].filter(
		(place) => place !== undefined,
	);
	const known = Object.keys(CODE_ERRORS).find((code) =>
		places.some((place) => new RegExp(`(^|\\W)${code}(\\W|$)`).test(place)),
	);
	const code = known ?? ownCode;
	return { ...(code ? { code } : {}), ...(said ? { message: said } : {}) };
}
