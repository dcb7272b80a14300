import type { Failure } from '../../failure';
import { row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { refusalFailure } from '../refusal';
import { entryByStatus } from '../status-errors';
import * as catalogue from './http-errors';
import { readProblem } from './problem';

/**
 * An answer that is no success, as a failure with the catalogue's words. The API's own code decides
 * before the status does.
 *
 * @param words better words for some statuses of this call, e.g. which order was not found
 */
export function apiFailure(
	session: Session,
	request: ApiRequest,
	answer: ApiAnswer,
	words: Readonly<Record<number, FailureWords>> = {},
): Failure {
	const { code, message } = readProblem(answer.body);
	return refusalFailure(session, request, answer, {
		entry: row(catalogue.CODE_ERRORS, code) ?? entryByStatus(answer, catalogue),
		words: words[answer.status],
		code,
		message,
		requestId: text(answer.headers['x-correlation-id']),
	});
}
