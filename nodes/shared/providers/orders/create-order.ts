import { check } from '../../checks/check';
import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { createOnce, trimmedId } from '../create-once';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
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
	const externalId = trimmedId(body, system.keys.externalId);
	const wanted = { ...body, [system.keys.externalId]: externalId };
	const request = system.createRequest(wanted);
	// Where a key protects the order, a quick look is enough; elsewhere the look decides.
	const tries = request.repeat === 'idempotent' ? 2 : undefined;
	return await createOnce(session, externalId, {
		request: {
			...request,
			recover: async () => await findOrder(system, session, externalId, tries),
			ifUnknown: `Running the item again is safe: ${whySafe(system)}, and 'If Order Already Exists' decides what you get then.`,
		},
		find: async () => await findOrder(system, session, externalId),
		lookFirst: options.lookUpFirst || !system.refusesDuplicates,
		isDuplicate: system.isDuplicate,
		failure: system.failure,
		read: (answer) => orderOf(system, answer),
		differs: (existing) => system.differenceOf(existing, wanted),
		created: (order) => created(system, order, externalId),
		existing: (order, difference) => existingOrder(system, order, externalId, difference, options),
	});
}

function whySafe({ service, refusesDuplicates }: OrderSystem): string {
	return refusesDuplicates
		? `${service} refuses a second order with the same external order ID`
		: 'the external order ID is looked for before anything is created';
}
