import { text, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { askAboutShipment, shipmentFailure, unseen, type Asked } from './about-shipment';
import { refusalType } from './api-failure';
import { isSuccess } from '../refusal';
import { findShipment, getShipment, shipmentIn, shipmentName } from './get-shipment';
import { shipmentStatus } from './shipment-status';

/**
 * Sends a shipment that failed to a provider again. It is read first, so that one that did not fail
 * is left alone with `onlyIfFailed`, and so that a lost answer can be told from a retry that was done.
 *
 * @throws Failure if it can no longer be retried (409 INVALID_OPERATION)
 */
export async function retryShipment(
	session: Session,
	shipmentId: string,
	{ onlyIfFailed }: { onlyIfFailed: boolean },
): Promise<ShipmentResult<Json>> {
	const before = await getShipment(session, shipmentId);
	if (onlyIfFailed && !hasFailed(before)) {
		const message = `${shipmentName(before)} has not failed: its status is ${text(before.status) ?? 'unknown'}. It was left alone.`;
		return { shipment: before, outcome: 'notFailed', message };
	}
	const request = retryRequest(session, shipmentId, before);
	const asked = await askAboutShipment(session, shipmentId, request);
	const answer = isSuccess(asked.answer)
		? asked.answer
		: await doneBefore(session, shipmentId, before, asked);
	const shipment = shipmentIn(answer);
	return { shipment, outcome: 'retried', message: retried(shipment) };
}

const retryRequest =
	(session: Session, shipmentId: string, before: Json) =>
	(segment: string): ApiRequest => ({
		method: 'POST',
		path: `/shipments/${segment}/retry`,
		repeat: 'checked',
		recover: async () => {
			const answer = await findShipment(session, shipmentId);
			return answer && isMoved(before, shipmentIn(answer)) ? answer : undefined;
		},
		ifUnknown: 'Get the shipment to see its status before you run the item again.',
	});

/** After doubt, "can no longer be retried" can mean that an earlier sending of this request did it. */
async function doneBefore(
	session: Session,
	shipmentId: string,
	before: Json,
	asked: Asked,
): Promise<ApiAnswer> {
	const refused = shipmentFailure(session, shipmentId, asked);
	if (!asked.answer.afterDoubt || refusalType(asked.answer) !== 'INVALID_OPERATION') throw refused;
	const found = await findShipment(session, shipmentId).catch((failure: unknown) => {
		throw unseen(session, asked, failure);
	});
	if (found && isMoved(before, shipmentIn(found))) return found;
	throw refused;
}

/** A retry that failed again has the same status, but not the same time. */
function isMoved(before: Json, now: Json): boolean {
	return now.status !== before.status || now.lastUpdatedAt !== before.lastUpdatedAt;
}

function retried(shipment: Json): string {
	const note = hasFailed(shipment) ? ' It has failed again.' : '';
	return `${shipmentName(shipment)} was sent to a delivery provider again.${note}`;
}

/** An automatic retry that is planned may be brought forward. */
function hasFailed(shipment: Json): boolean {
	return shipmentStatus(shipment) === 'failed' || shipment.status === 'PENDING_AUTORETRY';
}
