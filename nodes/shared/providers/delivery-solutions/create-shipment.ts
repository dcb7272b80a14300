import { check } from '../../checks/check';
import type { Naming } from '../../checks/field';
import type { Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { createOnce, trimmedId } from '../create-once';
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
	const externalId = trimmedId(body, 'orderExternalId');
	const wanted = { ...body, orderExternalId: externalId };
	const find = async () => await findShipment(session, externalId);
	return await createOnce(session, externalId, {
		request: {
			method: 'POST',
			path: '/shipments',
			body: wanted,
			repeat: 'checked',
			recover: find,
			ifUnknown:
				"Running the item again with 'Look Up First' in Options is safe: it looks for the external order ID before it creates anything.",
		},
		find,
		lookFirst: options.lookUpFirst,
		isDuplicate: (answer) => typeOf(answer)?.startsWith('DUPLICATE_') === true,
		failure: apiFailure,
		read: shipmentIn,
		differs: (existing) => differenceOf(existing, wanted),
		created: (shipment) => created(shipment, externalId),
		existing: (shipment, difference, answer) =>
			existingShipment(
				shipment,
				externalId,
				difference,
				options.ifExists,
				answer && typeOf(answer),
			),
	});
}

function typeOf(answer: ApiAnswer): string | undefined {
	return isSuccess(answer) ? undefined : refusalType(answer);
}
