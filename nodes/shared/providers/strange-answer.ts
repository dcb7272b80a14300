import { Failure } from '../failure';
import type { ApiAnswer } from '../transport/api-request';

/**
 * The failure for a success that does not hold what was asked for.
 * @param what what belongs there, e.g. "a list of orders"
 */
export function strangeAnswer(
	service: string,
	what: string,
	{ status }: ApiAnswer,
	fix = "Check the credential's 'Base URL'.",
): Failure {
	return new Failure({
		kind: 'api',
		what: `${service} answered with something other than ${what}`,
		fix,
		httpCode: String(status),
	});
}
