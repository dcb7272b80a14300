import type { Json } from '../shared/json.mts';
import type { StoredOrder } from './order-types.mts';
import { statusUpdate } from './status-update.mts';
import type { DeliverrEvent } from './webhook-types.mts';
import type { Account, World } from './world.mts';

/** The order that is named, or else the newest. */
function orderOf({ records, byExternalId }: Account, named: Json): StoredOrder | undefined {
	const { orderId, externalOrderId } = named;
	if (orderId !== undefined) {
		return records.find(({ order }) => order.orderId === String(orderId))?.order;
	}
	const record =
		externalOrderId === undefined ? records.at(-1) : byExternalId.get(String(externalOrderId));
	return record?.order;
}

/**
 * The payload has no externalOrderId, so that of a stored order only chooses the order. Of an order
 * that nobody made the id is made up.
 */
function orderUpdate(world: World, account: Account, details: Json): Json {
	const order = orderOf(account, details);
	const { externalOrderId, ...rest } = details;
	const kept = order === undefined && externalOrderId !== undefined ? { externalOrderId } : {};
	const told = String(details.newStatus ?? 'SHIPPED');
	const usual = statusUpdate(world, order ?? { orderId: '90000001', shipments: [] }, {
		oldStatus: told === 'CREATED' ? undefined : 'CREATED',
		newStatus: told,
	});
	return { ...usual, ...kept, ...rest };
}

function inventoryUpdate({ products }: Account, details: Json): Json {
	const [first] = products.keys();
	const externalProductId = String(details.externalProductId ?? first ?? 'mug-blue');
	return {
		productId: `D-${externalProductId}`,
		externalProductId,
		inventoryAvailable: products.get(externalProductId)?.inventory ?? 100,
		...details,
	};
}

/**
 * An event as a test, or the call for mock events, wants it. What the others of the four types hold
 * is not documented: here nothing but what every event has.
 */
export function firedEvent(
	world: World,
	account: Account,
	type: string,
	details: Json,
): DeliverrEvent {
	if (type === 'ORDER_STATUS_UPDATE') {
		return world.newEvent(type, orderUpdate(world, account, details));
	}
	const isInventory = type === 'INVENTORY_UPDATE';
	return world.newEvent(type, isInventory ? inventoryUpdate(account, details) : details);
}
