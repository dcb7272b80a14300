import { Failure } from '../../failure';
import { id, record, records, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { ifUnknown } from '../../transport/give-up';
import { send } from '../../transport/send';
import type { FailureWords } from '../error-entry';
import { pathSegment } from '../path-segment';
import { isSuccess } from '../refusal';
import { apiFailure, refusalType } from './api-failure';
import { call } from './call';

/** The request about a shipment, for an id that is ready for a path. */
export type RequestFor = (segment: string) => ApiRequest;

/** Better words for some types of a call. */
export type Words = Readonly<Record<string, FailureWords>>;

/** A request about a shipment, with the answer that it got. */
export interface Asked {
	request: ApiRequest;
	answer: ApiAnswer;
}

/**
 * As `askAboutShipment`, for who needs a success.
 * @throws Failure with the catalogue's words, or with `words` for a type of this call
 */
export async function callShipment(
	session: Session,
	shipmentId: string,
	requestFor: RequestFor,
	words: Words = {},
): Promise<ApiAnswer> {
	const asked = await askAboutShipment(session, shipmentId, requestFor);
	if (isSuccess(asked.answer)) return asked.answer;
	throw shipmentFailure(session, shipmentId, asked, words);
}

/**
 * Sends a request about one shipment. Whether its path takes the shipment's own id or the external
 * one is not documented for certain, so that an id which is not found is looked up in the list, and
 * the request is sent once more with the id that stands there.
 */
export async function askAboutShipment(
	session: Session,
	shipmentId: string,
	requestFor: RequestFor,
): Promise<Asked> {
	const request = requestFor(pathSegment(shipmentId, 'Shipment'));
	const answer = await send(session, request);
	if (!isUnknownId(answer, request)) return { request, answer };
	const found = await findInList(session, shipmentId).catch(() => undefined);
	const ownId = id(found?.id);
	if (ownId === undefined || ownId === shipmentId.trim()) return { request, answer };
	const again = requestFor(pathSegment(ownId, 'Shipment'));
	return { request: again, answer: await send(session, again) };
}

/** A refusal of a request about a shipment, naming it where it was not found. */
export function shipmentFailure(
	session: Session,
	shipmentId: string,
	{ request, answer }: Asked,
	words: Words = {},
): Failure {
	return apiFailure(session, request, answer, {
		NOT_FOUND: {
			what: `Delivery Solutions has no shipment with the ID "${shipmentId}"`,
			fix: 'Check the ID, and whether the credential is for the account that has the shipment.',
		},
		...words,
	});
}

/**
 * What a failed look says after a request that an earlier sending may have done: that, and what to
 * check. Without doubt it keeps its own words.
 */
export function unseen(session: Session, { request, answer }: Asked, failure: unknown): unknown {
	if (answer.afterDoubt !== true || !(failure instanceof Failure)) return failure;
	return new Failure({ ...failure.facts, fix: ifUnknown(session, request) });
}

/**
 * NOT_FOUND, or INVALID_DATA: "Invalid Order Id" (Shipping Order API, get and retry). For an edit the
 * latter means a value of the change.
 */
export function isUnknownId(answer: ApiAnswer, { method }: Pick<ApiRequest, 'method'>): boolean {
	const type = isSuccess(answer) ? undefined : refusalType(answer);
	return type === 'NOT_FOUND' || (type === 'INVALID_DATA' && method !== 'PUT');
}

/** The shipment that the list has for an external id. */
export async function findInList(session: Session, externalId: string): Promise<Json | undefined> {
	const wanted = externalId.trim();
	const answer = await call(session, {
		method: 'POST',
		path: '/shipments/list',
		body: { limit: 1, orderExternalIds: [wanted] },
		repeat: 'always',
	});
	const shipments = records(record(answer.body)?.data);
	const found = shipments.find((shipment) => id(shipment.orderExternalId) === wanted);
	if (found || shipments.length === 0) return found;
	// Others than those asked for: the answer does not say whether the shipment is there.
	throw new Failure({
		kind: 'api',
		what: `Delivery Solutions was asked for the external order ID "${wanted}" and answered with other shipments`,
		fix: "Nothing was changed. Check the credential's 'Base URL'.",
		httpCode: String(answer.status),
	});
}
