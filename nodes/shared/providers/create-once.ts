import { Failure } from '../failure';
import { id, type Json } from '../read';
import type { ApiAnswer, ApiRequest, Session } from '../transport/api-request';
import { ifUnknown } from '../transport/give-up';
import { send } from '../transport/send';
import { oneAtATime } from './one-at-a-time';
import { isSuccess } from './refusal';

/** How one thing is created, and what is made of it once it is there. */
export interface Creation<Result> {
	/** Looked for before it is sent again. */
	request: ApiRequest & Required<Pick<ApiRequest, 'recover'>>;
	/** The answer that has a thing with this external id, or undefined if there is none. */
	find: () => Promise<ApiAnswer | undefined>;
	/** Whether to look for it before it is created. */
	lookFirst: boolean;
	/** Whether an answer refuses it because its external id is known. */
	isDuplicate: (answer: ApiAnswer) => boolean;
	failure: (session: Session, request: ApiRequest, answer: ApiAnswer) => Failure;
	/** The thing in an answer that must hold one. */
	read: (answer: ApiAnswer) => Json;
	/** What differs between the thing that exists and the one to be created, or undefined. */
	differs: (existing: Json) => string | undefined;
	created: (made: Json) => Result;
	/**
	 * @param difference what `differs` says
	 * @param answer the refusal, or the success that came after doubt; none if a look came first
	 */
	existing: (existing: Json, difference: string | undefined, answer?: ApiAnswer) => Result;
}

/**
 * Creates one thing, once: it is looked for before the request is sent again, and an API that refuses
 * a second one with the same external id may mean the one that this very request made.
 *
 * @throws Failure if there is none, and if nobody knows whether there is one
 */
export async function createOnce<Result>(
	session: Session,
	externalId: string,
	creation: Creation<Result>,
): Promise<Result> {
	// Two items with the same id in one run must not meet at the API at the same time.
	return await oneAtATime(session, externalId, async () => await create(session, creation));
}

/** An external id without blanks around it: looks leave them out, and would never find it again. */
export function trimmedId(body: Json, key: string): string {
	return (id(body[key]) ?? '').trim();
}

async function create<Result>(session: Session, creation: Creation<Result>): Promise<Result> {
	const { request, find, read, differs } = creation;
	const before = creation.lookFirst ? await find() : undefined;
	if (before) {
		const there = read(before);
		return creation.existing(there, differs(there));
	}
	const answer = await send(session, request);
	const isRefused = creation.isDuplicate(answer);
	if (!isRefused && !isSuccess(answer)) throw creation.failure(session, request, answer);
	const found = isRefused ? await find().catch(() => undefined) : answer;
	if (!found) throw duplicateUnseen(session, creation, answer);
	const thing = read(found);
	if (!isRefused && !answer.afterDoubt) return creation.created(thing);
	// After doubt, the one that is there can be the one that this request made.
	const difference = differs(thing);
	const isOurs = answer.afterDoubt === true && difference === undefined;
	return isOurs ? creation.created(thing) : creation.existing(thing, difference, answer);
}

/** After doubt, one that is in the way and cannot be seen may be the one that this request made. */
function duplicateUnseen<Result>(
	session: Session,
	{ request, failure }: Creation<Result>,
	answer: ApiAnswer,
): Failure {
	const refusal = failure(session, request, answer);
	if (!answer.afterDoubt) return refusal;
	return new Failure({ ...refusal.facts, fix: ifUnknown(session, request) });
}
