import { Failure } from '../../failure';
import { id, type Json } from '../../read';
import type { ShipmentResult } from '../../vocabulary/shipment';
import { differenceOf } from './same-shipment';
import { shipmentStatus } from './shipment-status';

/** The result for a shipment that was made. */
export function created(shipment: Json, externalId: string): ShipmentResult<Json> {
	const message = `Shipment "${externalId}" was created.${stateNote(shipment)}`;
	return { shipment, outcome: 'created', message };
}

/**
 * The result where Delivery Solutions has a shipment with this external id already.
 * @throws Failure if that is a different shipment, or if the person wants to be told
 */
export function existingShipment(
	existing: Json,
	body: Json,
	ifExists: 'return' | 'fail',
	code = 'DUPLICATE_ID',
): ShipmentResult<Json> {
	const externalId = id(body.orderExternalId) ?? '';
	const known = `Delivery Solutions already has a shipment with the external order ID "${externalId}"`;
	const facts = {
		kind: 'api',
		code,
		httpCode: '422',
		transient: false,
		field: 'External Order ID',
	} as const;
	const difference = differenceOf(existing, body);
	if (difference !== undefined) {
		throw new Failure({
			...facts,
			what: `${known}, and it is a different shipment: ${difference}`,
			fix: "Nothing was created. Give each shipment an 'External Order ID' of its own.",
		});
	}
	if (ifExists === 'fail') {
		throw new Failure({
			...facts,
			what: known,
			fix: "Nothing was created. To get the one that exists instead, set 'If Shipment Already Exists' to 'Return It' in Options.",
		});
	}
	return {
		shipment: existing,
		outcome: 'alreadyExisted',
		message: `${known}. It was not made again.${stateNote(existing)}`,
	};
}

/** What a person must know of a shipment that will not be delivered as it stands; empty for others. */
function stateNote(shipment: Json): string {
	const status = shipmentStatus(shipment);
	if (status === 'cancelled') {
		return " It is cancelled, so nothing will be delivered. To ship it, give a new 'External Order ID'.";
	}
	return status === 'failed' ? ' But it has failed. Correct it with Update, then use Retry.' : '';
}
