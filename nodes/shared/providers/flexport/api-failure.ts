import type { Failure } from '../../failure';
import { row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { isUnreadable } from '../../transport/retry-rules';
import type { FailureWords, HttpErrorEntry } from '../error-entry';
import { refusalFailure } from '../refusal';
import { CODE_ERRORS, HTTP_ERRORS, OTHER_ERROR, SERVER_ERROR, UNREADABLE } from './http-errors';
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
		entry: entryFor(answer, code),
		words: words[answer.status],
		code,
		message,
		requestId: text(answer.headers['x-correlation-id']),
	});
}

function entryFor(answer: ApiAnswer, code: string | undefined): HttpErrorEntry {
	const byCode = row(CODE_ERRORS, code);
	if (byCode) return byCode;
	if (isUnreadable(answer)) return UNREADABLE;
	return HTTP_ERRORS[answer.status] ?? (answer.status >= 500 ? SERVER_ERROR : OTHER_ERROR);
}
