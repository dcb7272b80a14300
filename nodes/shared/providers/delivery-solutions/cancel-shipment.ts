import type { Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { isSuccess } from '../refusal';
import { askAboutShipment, shipmentFailure, unseen } from './about-shipment';
import { refusalType } from './api-failure';
import { findShipment, getShipment, shipmentIn, shipmentName } from './get-shipment';
import { shipmentStatus } from './shipment-status';

/**
 * Cancels a shipment, with Delivery Solutions and with the delivery provider. One that is cancelled
 * already is a success that says so (Shipping Order API: 409 ORDER_ALREADY_CANCELED).
 *
 * @throws Failure if the provider does not allow it, or could not do it any more
 */
export async function cancelShipment(
	session: Session,
	shipmentId: string,
): Promise<ShipmentResult<Json>> {
	const asked = await askAboutShipment(session, shipmentId, cancelRequest(session, shipmentId));
	const { answer } = asked;
	if (isSuccess(answer)) return accepted(shipmentIn(answer));
	if (refusalType(answer) === 'ORDER_ALREADY_CANCELED') {
		const shipment = await getShipment(session, shipmentId).catch((failure: unknown) => {
			throw unseen(session, asked, failure);
		});
		return already(shipment, answer);
	}
	throw shipmentFailure(session, shipmentId, asked);
}

const cancelRequest =
	(session: Session, shipmentId: string) =>
	(segment: string): ApiRequest => ({
		method: 'DELETE',
		path: `/shipments/${segment}`,
		// A second cancellation finds the first one done.
		repeat: 'idempotent',
		recover: async () => {
			const answer = await findShipment(session, shipmentId);
			return answer && isCancelled(shipmentIn(answer)) ? answer : undefined;
		},
		ifUnknown: 'Get the shipment to see its status before you run the item again.',
	});

function accepted(shipment: Json): ShipmentResult<Json> {
	if (isCancelled(shipment)) return cancelled(shipment);
	const message = `Delivery Solutions accepted the cancellation of ${shipmentName(shipment)}, and has not finished it yet.`;
	return { shipment, outcome: 'cancelRequested', message };
}

/** After doubt it was an earlier sending of this very request that cancelled it. */
function already(shipment: Json, { afterDoubt }: ApiAnswer): ShipmentResult<Json> {
	if (afterDoubt) return cancelled(shipment);
	const message = `${shipmentName(shipment)} was already cancelled. Nothing was changed.`;
	return { shipment, outcome: 'alreadyCancelled', message };
}

function cancelled(shipment: Json): ShipmentResult<Json> {
	return { shipment, outcome: 'cancelled', message: `${shipmentName(shipment)} was cancelled.` };
}

function isCancelled(shipment: Json): boolean {
	return shipmentStatus(shipment) === 'cancelled';
}
