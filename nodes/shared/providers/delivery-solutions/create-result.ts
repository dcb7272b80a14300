import type { Json } from '../../read';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { createdMessage, existingMessage } from '../create-words';
import { shipmentStatus } from './shipment-status';

/** The result for a shipment that was made. */
export function created(shipment: Json, externalId: string): ShipmentResult<Json> {
	const message = createdMessage({ noun: 'Shipment', externalId, note: stateNote(shipment) });
	return { shipment, outcome: 'created', message };
}

/**
 * The result where Delivery Solutions has a shipment with this external id already.
 * @param difference what makes it a different shipment, if something does
 * @throws Failure if that is a different shipment, or if the person wants to be told
 */
export function existingShipment(
	shipment: Json,
	externalId: string,
	difference: string | undefined,
	ifExists: 'return' | 'fail',
	code = 'DUPLICATE_ID',
): ShipmentResult<Json> {
	const message = existingMessage({
		noun: 'Shipment',
		service: 'Delivery Solutions',
		externalId,
		difference,
		ifExists,
		code,
		httpCode: '422',
		note: stateNote(shipment),
	});
	return { shipment, outcome: 'alreadyExisted', message };
}

/** What a person must know of a shipment that will not be delivered as it stands; empty for others. */
function stateNote(shipment: Json): string {
	const status = shipmentStatus(shipment);
	if (status === 'cancelled') {
		return " It is cancelled, so nothing will be delivered. To ship it, give a new 'External Order ID'.";
	}
	return status === 'failed' ? ' But it has failed. Correct it with Update, then use Retry.' : '';
}
