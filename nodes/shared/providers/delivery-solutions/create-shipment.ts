import { check } from '../../checks/check';
import type { Naming } from '../../checks/field';
import { Failure } from '../../failure';
import { id, type Json } from '../../read';
import { ifUnknown } from '../../transport/give-up';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { oneAtATime } from '../one-at-a-time';
import { isSuccess } from '../refusal';
import { apiFailure, refusalType } from './api-failure';
import { created, existingShipment } from './create-result';
import { findShipment, shipmentIn } from './get-shipment';
import { differenceOf } from './same-shipment';
import { SHIPMENT_FIELDS } from './shipment-fields';
import { newPackageRule, pickupRule } from './shipment-rules';

export interface CreateShipmentOptions {
	/** What to do if the account already has a shipment with this external id. */
	ifExists: 'return' | 'fail';
	/** Asks for the external id before creating, instead of relying on the API's refusal. */
	lookUpFirst: boolean;
	/** Whether findings name panel fields or places in the JSON. */
	naming: Naming;
}

/**
 * Creates a shipment, once. The API takes no idempotency key, so that two things stand between a
 * lost answer and a second shipment: the external id is looked for before the request is sent again,
 * and the API refuses an id that exists (DUPLICATE_ID and its like).
 *
 * @param body body of create; checked before anything is sent
 * @throws Failure, also if a shipment with this external id exists and is a different one
 */
export async function createShipment(
	session: Session,
	body: Json,
	options: CreateShipmentOptions,
): Promise<ShipmentResult<Json>> {
	check(body, SHIPMENT_FIELDS, options.naming, [pickupRule, newPackageRule]);
	const externalId = id(body.orderExternalId) ?? '';
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
	options: CreateShipmentOptions,
): Promise<ShipmentResult<Json>> {
	if (options.lookUpFirst) {
		const existing = await findShipment(session, externalId);
		if (existing) return existingShipment(shipmentIn(existing), body, options.ifExists);
	}
	const request: ApiRequest = {
		method: 'POST',
		path: '/shipments',
		body,
		repeat: 'checked',
		recover: async () => await findShipment(session, externalId),
		ifUnknown:
			"Running the item again with 'Look Up First' in Options is safe: it looks for the external order ID before it creates anything.",
	};
	const answer = await send(session, request);
	if (isDuplicate(answer)) {
		const existing = await findShipment(session, externalId).catch(() => undefined);
		if (!existing)
			throw answer.afterDoubt
				? inDoubt(session, request, answer)
				: apiFailure(session, request, answer);
		return settle(shipmentIn(existing), body, answer, options);
	}
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const shipment = shipmentIn(answer);
	return answer.afterDoubt
		? settle(shipment, body, answer, options)
		: created(shipment, externalId);
}

/** After doubt, the shipment that is there can be the one that this request made. */
function settle(
	existing: Json,
	body: Json,
	answer: ApiAnswer,
	{ ifExists }: CreateShipmentOptions,
): ShipmentResult<Json> {
	const isOurs = answer.afterDoubt === true && differenceOf(existing, body) === undefined;
	return isOurs
		? created(existing, id(body.orderExternalId) ?? '')
		: existingShipment(
				existing,
				body,
				ifExists,
				isSuccess(answer) ? undefined : refusalType(answer),
			);
}

function inDoubt(session: Session, request: ApiRequest, answer: ApiAnswer): Failure {
	const { facts } = apiFailure(session, request, answer);
	return new Failure({ ...facts, fix: ifUnknown(session, request) });
}

function isDuplicate(answer: ApiAnswer): boolean {
	return !isSuccess(answer) && (refusalType(answer) ?? '').startsWith('DUPLICATE_');
}
