import { isObject, type Json } from '../shared/json.mts';
import { linesOf } from './counters.mts';
import { backorderOf } from './event-objects.mts';
import type { StoredOrder } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import { newShipment } from './shipments.mts';
import type { DigitalRiverEvent } from './webhook-types.mts';
import type { Account, World } from './world.mts';

/** By what an order can be named, besides its own keys: those of a shipment and of a cancellation. */
const OWN_IDS = ['fulfillmentOrderId', 'orderId', 'id'];
const UPSTREAM_IDS = ['fulfillmentOrderUpstreamId', 'upstreamId'];

function namedBy(details: Json, names: readonly string[]): string | undefined {
	const name = names.find((each) => details[each] !== undefined);
	return name === undefined ? undefined : String(details[name]);
}

/** The order that is named, or else the newest; or one that nobody made. */
function orderOf(world: World, { orders }: Account, details: Json): StoredOrder {
	const id = namedBy(details, OWN_IDS);
	const upstreamId = namedBy(details, UPSTREAM_IDS);
	const found =
		(id === undefined ? undefined : orders.find(id)) ??
		orders.all.find(({ order }) => upstreamId !== undefined && order.upstreamId === upstreamId);
	const any = id === undefined && upstreamId === undefined ? orders.all.at(-1) : undefined;
	return (
		(found ?? any)?.order ?? {
			id: id ?? 9_200_000_001,
			createdTime: world.timestamp(),
			currency: 'USD',
			upstreamId: upstreamId ?? 'WEB-1',
			items: [{ id: '449800001', upstreamId: '1', inventoryItemId: 'mug-blue', quantity: 1 }],
			state: 'pending',
			liveMode: false,
		}
	);
}

const quantities = (order: StoredOrder) =>
	linesOf(order).map((line) => ({ line, units: Number(line.quantity) }));

/** A cancellation or a return; they differ in little. */
function requestOf(world: World, order: StoredOrder, state: string, id: string): Json {
	const accepted = (quantity: number) => (state === 'accepted' ? quantity : 0);
	return {
		id,
		createdTime: world.timestamp(),
		fulfillmentOrderId: String(order.id),
		...(order.upstreamId === undefined ? {} : { upstreamId: order.upstreamId }),
		items: quantities(order).map(({ line, units }) => ({
			fulfillmentOrderItemId: String(line.id),
			...(line.upstreamId === undefined ? {} : { fulfillmentOrderItemUpstreamId: line.upstreamId }),
			inventoryItemId: line.inventoryItemId,
			quantity: units,
			quantityAccepted: accepted(units),
			state,
		})),
		reason: 'requested_by_customer',
		state,
		livemode: false,
	};
}

function fulfillmentOf(world: World, order: StoredOrder): Json {
	const shipment = newShipment(world, { order }, quantities(order));
	const { id, trackingCompany, trackingNumber, trackingUrl } = shipment;
	return {
		id: `ful_${String(id)}`,
		createdTime: world.timestamp(),
		orderId: String(order.upstreamId ?? order.id),
		shipmentId: id,
		items: quantities(order).map(({ line, units }) => ({
			itemId: String(line.upstreamId ?? line.id),
			quantity: units,
			cancelQuantity: 0,
		})),
		liveMode: false,
		metadata: {},
		trackingCompany,
		trackingNumber,
		trackingUrl,
	};
}

/** What an event is about. The object of fulfillment_order.shipped is a shipment. */
function objectOf(world: World, order: StoredOrder, type: string): Json {
	const [family = '', word = ''] = type.split('.');
	switch (family) {
		case 'fulfillment_order': {
			if (word === 'shipped') return newShipment(world, { order }, quantities(order));
			if (word === 'backordered') return backorderOf(world, order, quantities(order));
			return { ...orderForApi(world, order), state: word };
		}
		case 'fulfillment_cancellation':
			return requestOf(world, order, word === 'created' ? 'pending' : word, 'ret_5800000001');
		case 'fulfillment_return': {
			const request = requestOf(world, order, word, 'ret_5900000001');
			return { ...request, type: 'client', location: 'sandbox-warehouse-1' };
		}
		case 'fulfillment':
			return fulfillmentOf(world, order);
		default:
			return {};
	}
}

/**
 * An event as a test wants it. Its details go into `data.object`, but for `previousAttributes` and
 * for `event`, which is what to set in the envelope, e.g. `{ event: { id: 'evt_1' } }`.
 */
export function firedEvent(
	world: World,
	account: Account,
	type: string,
	details: Json,
): DigitalRiverEvent {
	const { event, previousAttributes, ...rest } = details;
	const object = { ...objectOf(world, orderOf(world, account, details), type), ...rest };
	return {
		...world.newEvent(type, object, isObject(previousAttributes) ? previousAttributes : {}),
		envelope: isObject(event) ? event : {},
	};
}
