import { check } from '../../checks/check';
import type { Naming } from '../../checks/field';
import { inputFailure } from '../../failure';
import { id, type Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { isSuccess } from '../refusal';
import {
	askAboutShipment,
	isUnknownId,
	shipmentFailure,
	unseen,
	type Asked,
} from './about-shipment';
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
	const asked = await askAboutShipment(session, shipmentId, (segment) => ({
		method: 'PUT',
		path: `/shipments/${segment}`,
		...(forceUpdate ? { query: { force_update: true } } : {}),
		body,
		// It only sets values, so that twice is the same as once.
		repeat: 'idempotent',
		...(renamed === undefined
			? { ifUnknown: 'Running the item again is safe: it sets the same values.' }
			: {
					recover: async () => await findRenamed(session, shipmentId, renamed),
					ifUnknown: `Look whether there is a shipment with the external order ID "${renamed}": if there is, this was done.`,
				}),
	}));
	const answer = isSuccess(asked.answer)
		? asked.answer
		: await renamedBefore(session, asked, renamed);
	if (!answer) throw shipmentFailure(session, shipmentId, asked, WORDS);
	return shipmentIn(answer);
}

/**
 * The shipment, if it has its new ID. Found by that ID alone it could be another one, which had the ID
 * before: the old one must not be there any more.
 */
async function findRenamed(
	session: Session,
	shipmentId: string,
	renamed: string,
): Promise<ApiAnswer | undefined> {
	const there = await findShipment(session, shipmentId);
	if (!there) return await findShipment(session, renamed);
	return id(shipmentIn(there).orderExternalId) === renamed ? there : undefined;
}

/** After doubt, "not found" can mean that an earlier sending of this request gave it the new ID. */
async function renamedBefore(
	session: Session,
	asked: Asked,
	renamed: string | undefined,
): Promise<ApiAnswer | undefined> {
	const { request, answer } = asked;
	if (renamed === undefined || !answer.afterDoubt || !isUnknownId(answer, request))
		return undefined;
	return await findShipment(session, renamed).catch((failure: unknown) => {
		throw unseen(session, asked, failure);
	});
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
