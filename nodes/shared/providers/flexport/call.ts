import { inputFailure } from '../../failure';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { isUnreadable } from '../../transport/retry-rules';
import { send } from '../../transport/send';
import { apiFailure, type FailureWords } from './api-failure';

/**
 * Sends a request to Flexport and gives the answer if it is a success.
 * @throws Failure with the catalogue's words, or with `words` for a status of this call
 */
export async function call(
	session: Session,
	request: ApiRequest,
	words: Readonly<Record<number, FailureWords>> = {},
): Promise<ApiAnswer> {
	const answer = await send(session, request);
	if (isSuccess(answer)) return answer;
	throw apiFailure(session, request, answer, words);
}

export function isSuccess(answer: ApiAnswer): boolean {
	return answer.status >= 200 && answer.status < 300 && !isUnreadable(answer);
}

/**
 * A value as one segment of a path. Ids may hold `/` and `#`, so they are percent-encoded.
 * @throws Failure of kind `input` for an empty value, and for `.` and `..`, which a URL swallows
 */
export function pathSegment(value: string, label: string): string {
	const trimmed = value.trim();
	if (trimmed === '') {
		throw inputFailure(
			`'${label}' is empty`,
			'Fill it in, or map it from the incoming item.',
			label,
		);
	}
	if (/^\.{1,2}$/.test(trimmed)) {
		throw inputFailure(`'${label}' is "${trimmed}", which is not an ID`, 'Give an ID.', label);
	}
	return encodeURIComponent(trimmed);
}
