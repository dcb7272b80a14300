import { check } from '../../checks/check';
import { id, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { oneAtATime } from '../one-at-a-time';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
import { isSuccess } from '../refusal';
import { created, existingOrder } from './create-result';
import type { OrderSystem } from './order-system';
import { findOrder, orderOf } from './read-order';

/**
 * Creates an order, once. Three things stand between a lost answer and a second order: a look for
 * the external id before the request is sent again; the idempotency key that all its sendings share,
 * where the system takes one (valid for this item of this run only, so that a later run is a new
 * request); and the system's own refusal of a second order with the same external id.
 *
 * @param body body of the request; checked before anything is sent
 * @throws Failure, also if an order with this external id exists and is a different one
 */
export async function createOrder(
	system: OrderSystem,
	session: Session,
	body: Json,
	options: CreateOrderOptions,
): Promise<OrderResult> {
	check(body, system.fields, options.naming, system.rules);
	// Looks leave out blanks around an id; an order that has them would never be found again.
	const externalId = (id(body[system.keys.externalId]) ?? '').trim();
	const wanted = { ...body, [system.keys.externalId]: externalId };
	// Two items with the same id in one run must not meet at the API at the same time.
	return await oneAtATime(
		session,
		externalId,
		async () => await createOnce(system, session, wanted, externalId, options),
	);
}

async function createOnce(
	system: OrderSystem,
	session: Session,
	body: Json,
	externalId: string,
	options: CreateOrderOptions,
): Promise<OrderResult> {
	if (options.lookUpFirst || !system.refusesDuplicates) {
		const existing = await findOrder(system, session, externalId);
		if (existing) return existingOrder(system, orderOf(system, existing), body, options);
	}
	const request = recoverable(system, session, body, externalId);
	const answer = await send(session, request);
	if (system.isDuplicate(answer)) {
		const existing = await findOrder(system, session, externalId).catch(() => undefined);
		if (!existing) throw system.failure(session, request, answer);
		const order = orderOf(system, existing);
		// After doubt, the order that is in the way can be the one that this request made.
		const isOurs = answer.afterDoubt && system.differenceOf(order, body) === undefined;
		return isOurs
			? created(system, order, externalId)
			: existingOrder(system, order, body, options);
	}
	if (!isSuccess(answer)) throw system.failure(session, request, answer);
	const order = orderOf(system, answer);
	return answer.afterDoubt && system.differenceOf(order, body) !== undefined
		? existingOrder(system, order, body, options)
		: created(system, order, externalId);
}

function recoverable(
	system: OrderSystem,
	session: Session,
	body: Json,
	externalId: string,
): ApiRequest {
	const request = system.createRequest(body);
	// Where a key protects the order, a quick look is enough; elsewhere the look decides.
	const tries = request.repeat === 'idempotent' ? 2 : undefined;
	const why = system.refusesDuplicates
		? `${system.service} refuses a second order with the same external order ID`
		: 'the external order ID is looked for before anything is created';
	return {
		...request,
		recover: async () => await findOrder(system, session, externalId, tries),
		ifUnknown: `Running the item again is safe: ${why}, and 'If Order Already Exists' decides what you get then.`,
	};
}
