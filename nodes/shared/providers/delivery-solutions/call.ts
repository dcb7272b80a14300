import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { FailureWords } from '../error-entry';
import { isSuccess } from '../refusal';
import { apiFailure } from './api-failure';

/**
 * Sends a request to Delivery Solutions and gives the answer if it is a success.
 * @throws Failure with the catalogue's words, or with `words` for a type of this call
 */
export async function call(
	session: Session,
	request: ApiRequest,
	words: Readonly<Record<string, FailureWords>> = {},
): Promise<ApiAnswer> {
	const answer = await send(session, request);
	if (isSuccess(answer)) return answer;
	throw apiFailure(session, request, answer, words);
}
