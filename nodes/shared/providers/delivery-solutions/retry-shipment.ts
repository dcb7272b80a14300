import { text, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { callShipment } from './about-shipment';
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
	const answer = await callShipment(session, shipmentId, request);
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
			const isMoved = answer && shipmentIn(answer).status !== before.status;
			return isMoved ? answer : undefined;
		},
		ifUnknown: 'Get the shipment to see its status before you run the item again.',
	});

function retried(shipment: Json): string {
	const note = hasFailed(shipment) ? ' It has failed again.' : '';
	return `${shipmentName(shipment)} was sent to a delivery provider again.${note}`;
}

/** An automatic retry that is planned may be brought forward. */
function hasFailed(shipment: Json): boolean {
	return shipmentStatus(shipment) === 'failed' || shipment.status === 'PENDING_AUTORETRY';
}
