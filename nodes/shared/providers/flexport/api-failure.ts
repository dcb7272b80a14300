import { Failure } from '../../failure';
import { row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { readRetryAfter } from '../../transport/retry-after';
import { isUncertain, isUnreadable } from '../../transport/retry-rules';
import { ifUnknown } from '../../transport/send';
import type { ErrorEntry } from '../error-entry';
import {
	CODE_ERRORS,
	HTTP_ERRORS,
	OTHER_ERROR,
	SERVER_ERROR,
	UNREADABLE,
	type HttpErrorEntry,
} from './http-errors';
import { readProblem } from './problem';

/** Words that say more than the catalogue, for one call. */
export type FailureWords = Pick<ErrorEntry, 'what' | 'fix'>;

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
	const entry = entryFor(answer, code);
	const { what, fix } = words[answer.status] ?? entry;
	const quote = message && entry.quotesApi ? `: ${message.replace(/\.+$/, '')}` : '';
	const requestId = text(answer.headers['x-correlation-id']);
	const retryAfterMs = readRetryAfter(answer.headers);
	const unknown = isFateUnknown(request, answer) ? [ifUnknown(session, request)] : [];
	return new Failure({
		kind: 'api',
		what: `${what}${quote} (HTTP ${answer.status})`,
		fix: isUncertain(answer) ? (unknown[0] ?? fix) : [fix, ...unknown].join(' '),
		httpCode: String(answer.status),
		transient: entry.transient,
		...(code ? { code } : {}),
		...(message ? { apiMessage: message } : {}),
		...(requestId ? { requestId } : {}),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

/** Refused before the request itself was looked at, so that they say nothing of an earlier sending. */
const REFUSED_AT_THE_DOOR: ReadonlySet<number> = new Set([401, 403, 423, 429]);

/** True if it is not known whether a write was done: by this sending, or by an earlier one. */
function isFateUnknown(request: ApiRequest, answer: ApiAnswer): boolean {
	const earlier = answer.afterDoubt === true && REFUSED_AT_THE_DOOR.has(answer.status);
	return request.repeat !== 'always' && (isUncertain(answer) || earlier);
}

function entryFor(answer: ApiAnswer, code: string | undefined): HttpErrorEntry {
	const byCode = row(CODE_ERRORS, code);
	if (byCode) return byCode;
	if (isUnreadable(answer)) return UNREADABLE;
	return HTTP_ERRORS[answer.status] ?? (answer.status >= 500 ? SERVER_ERROR : OTHER_ERROR);
}
