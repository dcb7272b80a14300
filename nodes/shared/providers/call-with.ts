import type { Failure } from '../failure';
import type { ApiAnswer, ApiRequest, Session } from '../transport/api-request';
import { send } from '../transport/send';
import { isSuccess } from './refusal';

/** Sends a request and gives the answer if it is a success; `words` are better ones for this call. */
type Call<Words> = (session: Session, request: ApiRequest, words?: Words) => Promise<ApiAnswer>;

/** The call of a provider, whose refusals fail with the words of its catalogue. */
export const callWith =
	<Words>(
		failure: (session: Session, request: ApiRequest, answer: ApiAnswer, words?: Words) => Failure,
	): Call<Words> =>
	async (session, request, words) => {
		const answer = await send(session, request);
		if (isSuccess(answer)) return answer;
		throw failure(session, request, answer, words);
	};
