import { randomUUID } from 'node:crypto';
import { check } from '../../checks/check';
import { id, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { oneAtATime } from '../one-at-a-time';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
import { apiFailure } from './api-failure';
import { isSuccess } from '../refusal';
import { created, existingOrder } from './create-result';
import { glanceAtOrder, orderIn, orderRequest } from './get-order';
import { ORDER_FIELDS } from './order-fields';
import { readProblem } from './problem';
import { differenceOf } from './same-order';

/**
 * Creates an order, once. Three things stand between a lost answer and a second order: a look for
 * the external id before the request is sent again, the idempotency key that all its sendings share
 * (valid for this item of this run only, so that a later run is a new request), and Flexport's own
 * refusal of a second order with the same external id.
 *
 * @param body body of CreateOrder; checked before anything is sent
 * @throws Failure, also if an order with this external id exists and is a different one
 */
export async function createOrder(
	session: Session,
	body: Json,
	options: CreateOrderOptions,
): Promise<OrderResult> {
	check(body, ORDER_FIELDS, options.naming);
	const externalId = id(body.externalOrderId) ?? '';
	// Two items with the same id in one run must not meet at the API at the same time.
	return await oneAtATime(
		session,
		externalId,
		async () => await createOnce(session, body, externalId, options),
	);
}

async function createOnce(
	session: Session,
	body: Json,
	externalId: string,
	options: CreateOrderOptions,
): Promise<OrderResult> {
	if (options.lookUpFirst) {
		const existing = await findOrder(session, externalId);
		if (existing) return existingOrder(existing, body, options);
	}
	const request = createRequest(session, body, externalId);
	const answer = await send(session, request);
	if (isDuplicate(answer)) {
		const existing = await findOrder(session, externalId).catch(() => undefined);
		if (!existing) throw apiFailure(session, request, answer);
		// After doubt, the order that is in the way can be the one that this request made.
		const isOurs = answer.afterDoubt && differenceOf(existing, body) === undefined;
		return isOurs ? created(existing, externalId) : existingOrder(existing, body, options);
	}
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const order = orderIn(answer);
	return answer.afterDoubt && differenceOf(order, body) !== undefined
		? existingOrder(order, body, options)
		: created(order, externalId);
}

function createRequest(session: Session, body: Json, externalId: string): ApiRequest {
	return {
		method: 'POST',
		path: '/orders',
		headers: { 'idempotency-key': randomUUID() },
		body,
		repeat: 'idempotent',
		recover: async () => await glanceAtOrder(session, { by: 'externalId', value: externalId }),
		ifUnknown:
			"Running the item again is safe: Flexport refuses a second order with the same external order ID, and 'If Order Already Exists' decides what you get then.",
	};
}

/**
 * The order with this external id, or undefined if there is none.
 * @throws Failure if that cannot be found out
 */
async function findOrder(session: Session, externalId: string): Promise<Json | undefined> {
	const request = orderRequest({ by: 'externalId', value: externalId });
	const answer = await send(session, request);
	if (answer.status === 404) return undefined;
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	return orderIn(answer);
}

/** How Flexport refuses a second order with the same external id: DUPLICATE_ORDER, its status is not documented. */
function isDuplicate(answer: ApiAnswer): boolean {
	const isRefusal = answer.status >= 400 && answer.status < 500;
	return (
		isRefusal && (answer.status === 409 || readProblem(answer.body).code === 'DUPLICATE_ORDER')
	);
}
