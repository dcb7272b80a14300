import { check } from '../../checks/check';
import type { Naming } from '../../checks/field';
import { inputFailure } from '../../failure';
import { id, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { callShipment } from './about-shipment';
import { findShipment, shipmentIn } from './get-shipment';
import { CHANGE_FIELDS } from './shipment-fields';
import { changedPackageRule } from './shipment-rules';

/**
 * Changes what `body` holds of a shipment, and nothing else. Whether the API merges an object that
 * is given in part is not documented, so that addresses and contacts have to be whole.
 *
 * @param body body of edit; checked before anything is sent. null clears a time window
 * @param forceUpdate asks the delivery provider for the newest state (query `force_update`)
 */
export async function updateShipment(
	session: Session,
	shipmentId: string,
	body: Json,
	{ naming, forceUpdate }: { naming: Naming; forceUpdate: boolean },
): Promise<Json> {
	if (Object.keys(body).length === 0) {
		throw inputFailure(
			'There is nothing to change',
			naming === 'json'
				? "Put at least one field into 'JSON Body'."
				: "Add at least one field under 'Update Fields' or 'Clear Fields'.",
			naming === 'json' ? 'JSON Body' : 'Update Fields',
		);
	}
	check(body, CHANGE_FIELDS, naming, [changedPackageRule]);
	const newId = id(body.orderExternalId)?.trim();
	// A new ID takes the old one out of the path, so that the change cannot be sent a second time.
	const renamed = newId !== undefined && newId !== shipmentId.trim() ? newId : undefined;
	const answer = await callShipment(
		session,
		shipmentId,
		(segment) => ({
			method: 'PUT',
			path: `/shipments/${segment}`,
			...(forceUpdate ? { query: { force_update: true } } : {}),
			body,
			// It only sets values, so that twice is the same as once.
			repeat: 'idempotent',
			...(renamed === undefined
				? {}
				: { recover: async () => await findShipment(session, renamed) }),
			ifUnknown:
				renamed === undefined
					? 'Running the item again is safe: it sets the same values.'
					: 'Get the shipment by its new external order ID: if it is there, this was done.',
		}),
		WORDS,
	);
	return shipmentIn(answer);
}

const TAKEN: FailureWords = {
	what: 'Another shipment has this external order ID already',
	fix: "Give another 'External Order ID'. Nothing was changed.",
};

const WORDS: Readonly<Record<string, FailureWords>> = {
	DUPLICATE_ID: TAKEN,
	DUPLICATE_NAME: TAKEN,
	DUPLICATE_RESOURCE: TAKEN,
};
