import { Failure } from '../failure';
import type { ApiAnswer, ApiRequest, Session } from '../transport/api-request';
import { ifUnknown } from '../transport/give-up';
import { readRetryAfter } from '../transport/retry-after';
import { isUncertain, isUnreadable } from '../transport/retry-rules';
import type { FailureWords, HttpErrorEntry } from './error-entry';

/** What a provider makes of an answer that is no success. */
export interface Refusal {
	/** The row of its catalogue. */
	entry: HttpErrorEntry;
	/** Better words for this call, e.g. which order was not found. */
	words?: FailureWords | undefined;
	code?: string | undefined;
	/** What the API said. */
	message?: string | undefined;
	requestId?: string | undefined;
	/** The parameter concerned, as the panel shows it. */
	field?: string | undefined;
	/** What else the API found, each a sentence without a full stop. */
	alsoFound?: readonly string[];
}

/** An answer that is no success, as a failure with the provider's words for it. */
export function refusalFailure(
	session: Session,
	request: ApiRequest,
	answer: ApiAnswer,
	{ entry, words, ...facts }: Refusal,
): Failure {
	const { what, fix } = words ?? entry;
	const { code, message, requestId, field, alsoFound = [] } = facts;
	const quote = message && entry.quotesApi ? `: ${message.replace(/\.+$/, '')}` : '';
	const retryAfterMs = readRetryAfter(answer.headers);
	const isOpen = isUncertain(answer) && session.verdict?.(answer) !== 'final';
	const unknown = isFateUnknown(request, answer, isOpen) ? [ifUnknown(session, request)] : [];
	return new Failure({
		kind: 'api',
		what: `${what}${quote} (HTTP ${answer.status})`,
		fix: isOpen ? (unknown[0] ?? fix) : [fix, ...unknown].join(' '),
		httpCode: String(answer.status),
		transient: entry.transient,
		...(field ? { field } : {}),
		...(code ? { code } : {}),
		...(message ? { apiMessage: message } : {}),
		...(requestId ? { requestId } : {}),
		...(alsoFound.length > 0 ? { alsoFound: [...alsoFound] } : {}),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

/** Refused before the request itself was looked at, so that they say nothing of an earlier sending. */
const REFUSED_AT_THE_DOOR: ReadonlySet<number> = new Set([401, 403, 423, 429]);

/** True if it is not known whether a write was done: by this sending, or by an earlier one. */
function isFateUnknown(request: ApiRequest, answer: ApiAnswer, isOpen: boolean): boolean {
	const earlier = answer.afterDoubt === true && REFUSED_AT_THE_DOOR.has(answer.status);
	return request.repeat !== 'always' && (isOpen || earlier);
}

export function isSuccess(answer: ApiAnswer): boolean {
	return answer.status >= 200 && answer.status < 300 && !isUnreadable(answer);
}
