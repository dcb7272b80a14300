import type { BrokenRule } from '../shared/broken-rules.mts';
import { problem, type Problem } from '../shared/problem.mts';

/** One of the errors of an answer (Digital River API reference, Errors). */
export interface ApiError {
	code: string;
	parameter?: string;
	message: string;
}

/** An error with a list of its own; without one, the dialect makes one of the sentence. */
export function refusal(status: number, errors: readonly ApiError[]): Problem {
	return problem(status, errors.map(({ message }) => message).join(' '), { errors });
}

/** The 400 for a parameter. How those inside of others are named is not documented. */
export function badParameter(
	parameter: string,
	message: string,
	code = 'invalid_parameter',
): Problem {
	return refusal(400, [{ code, parameter, message }]);
}

const CODES: Readonly<Record<BrokenRule['kind'], string>> = {
	missing: 'missing_parameter',
	unknown: 'unknown_parameter',
	invalid: 'invalid_parameter',
};

/** The 400 for a body that breaks rules; one error for each. */
export function badBody(broken: readonly BrokenRule[]): Problem {
	return refusal(
		400,
		broken.map(({ kind, parameter, message }) => ({
			code: CODES[kind],
			...(parameter === '' ? {} : { parameter }),
			message,
		})),
	);
}
