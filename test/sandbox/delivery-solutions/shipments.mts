import type { Answer } from '../shared/endpoints.mts';
import type { Call, ShippingEndpoint } from './call.mts';
import { createShipment } from './create.mts';
import { editShipment } from './edit.mts';
import { shipmentOf } from './find.mts';
import { historyEntry } from './history-entry.mts';
import type { Life } from './life.mts';
import { listShipments } from './list.mts';
import { chooseProvider } from './providers.mts';
import { refusal } from './refusal.mts';
import { PICKED_UP, RETRIABLE } from './statuses.mts';
import { isCarriedForGood, locationOfRecord, parcelOf, proposedOf } from './stored-fields.mts';
import { failIfTold } from './told-failures.mts';
import type { World } from './world.mts';

function get(call: Call): Answer {
	return { status: 200, body: shipmentOf(call, 'get').shipment };
}

function cancel(life: Life, call: Call): Answer {
	const record = shipmentOf(call, 'cancel');
	const { status } = record.shipment;
	if (status === 'ORDER_CANCELLED') throw refusal('cancel', 'ORDER_ALREADY_CANCELED');
	if (PICKED_UP.has(status)) {
		const carrier = 'UPS Shipping';
		const type = 'NON_CANCELABLE_DELIVERY';
		const message = 'The shipment has been picked up';
		const inner = [{ type, message, entityId: carrier, entity: carrier }];
		throw refusal('cancel', 'ORDER_CANCELLATION_FAILED', { inner });
	}
	if (isCarriedForGood(record.shipment)) throw refusal('cancel', 'CANCELLATION_NOT_ALLOWED');
	life.hold(record);
	life.enter(record, 'ORDER_CANCELLED');
	return { status: 200, body: record.shipment };
}

function retry(world: World, life: Life, call: Call): Answer {
	const record = shipmentOf(call, 'retry');
	if (!RETRIABLE.has(record.shipment.status)) throw refusal('retry', 'INVALID_OPERATION');
	const chosen = chooseProvider({
		providers: locationOfRecord(world.locations, record)?.providers ?? ['UPS'],
		proposed: proposedOf(record.shipment),
		parcel: parcelOf(record.shipment),
	});
	if (typeof chosen === 'string') throw refusal('retry', chosen);
	life.retry(record, chosen);
	return { status: 201, body: record.shipment };
}

function history(world: World, call: Call): Answer {
	const { account } = call;
	const record = call.shipment();
	// The table of this call has no 404: what an unknown id gives is not documented.
	if (record === undefined) return { status: 200, body: [] };
	const { id, orderExternalId, tenantId, orderAttributes } = record.shipment;
	failIfTold(account, 'history', orderExternalId, orderAttributes);
	const entries = record.history.map((step) => historyEntry(step, world.switches.historyTimes));
	const unique = entries.filter(
		({ status }, index) => entries.findIndex((other) => other.status === status) === index,
	);
	const orderStatus = call.query('is_unique') === 'true' ? unique : entries;
	return { status: 200, body: [{ orderId: id, tenantId, orderStatus }] };
}

/** The seven calls on shipments. */
export function shippingEndpoints(world: World, life: Life): ShippingEndpoint[] {
	const one = '/shipments/:id';
	return [
		{
			method: 'POST',
			path: '/shipments',
			handle: (call) => createShipment(world, life, call),
		},
		{ method: 'POST', path: '/shipments/list', handle: (call) => listShipments(world, call) },
		{ method: 'GET', path: one, handle: (call) => get(call) },
		{ method: 'DELETE', path: one, handle: (call) => cancel(life, call) },
		{ method: 'PUT', path: one, handle: (call) => editShipment(world, life, call) },
		{
			method: 'GET',
			path: `${one}/status-history`,
			handle: (call) => history(world, call),
		},
		{ method: 'POST', path: `${one}/retry`, handle: (call) => retry(world, life, call) },
	];
}
