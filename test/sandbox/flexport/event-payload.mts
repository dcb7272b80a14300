import type { Json } from '../shared/json.mts';
import { idForApi } from './order-view.mts';
import type { StoredOrder } from './stored-order.mts';
import type { Account, World } from './world.mts';

/** The order that is named, or else the newest. */
function orderOf(world: World, account: Account, named: Json): StoredOrder | undefined {
	const { orderId, externalOrderId } = named;
	if (orderId === undefined && externalOrderId === undefined) return account.orders.at(-1);
	const order =
		orderId === undefined
			? account.ordersByExternalId.get(String(externalOrderId))
			: world.ordersById.get(String(orderId));
	return order?.account === account.name ? order : undefined;
}

/** Order.* and Shipment.*: ids, and nothing else. Without an order to tell of, they are made up. */
function orderPayload(world: World, account: Account, type: string, details: Json): Json {
	const order = orderOf(world, account, details);
	const orderId = details.orderId ?? (order ? idForApi(world, order.id) : '127000001');
	const shipmentId = order?.shipments.at(-1)?.id ?? '88000001';
	return {
		id: type.startsWith('Shipment.') ? shipmentId : orderId,
		orderId,
		externalOrderId: order?.externalOrderId ?? `WEB-${String(orderId)}`,
	};
}

function inventoryPayload(world: World, account: Account): Json {
	return {
		adjustmentId: `adjustment-${world.timestamp()}`,
		reason: 'COUNT',
		adjustments: [
			{
				logisticsSKU: account.products[0]?.product.logisticsSku ?? 'D0000000001',
				changes: [{ state: 'AVAILABLE', delta: -1 }],
			},
		],
	};
}

/** The return object, as the Returns API answers it. */
function returnPayload(world: World): Json {
	return {
		id: 310_001,
		status: 'RECEIVED_FOR_PROCESSING',
		rma: 'RMA-310001',
		externalReturnId: 'RET-1',
		shippingLabel: {
			carrier: 'USPS',
			trackingCode: '9400111111111111111111',
			trackingStatus: 'DELIVERED',
			trackingUrl: 'https://tracker.flexport.com/9400111111111111111111',
		},
		returnItems: [
			{
				identifier: 'TEE-WHT-M',
				expectedQuantity: 1,
				inspectedItems: [
					{ receivedCondition: 'NEW', finalCondition: 'NEW', disposition: 'RETURN_TO_STOCK' },
				],
			},
		],
		receivedAt: world.timestamp(),
	};
}

function parcelPayload(world: World): Json {
	return {
		trackingCode: '9400111111111111111111',
		status: 'OUT_FOR_DELIVERY',
		message: 'Out for delivery',
		eventTime: world.timestamp(),
		location: { city: 'Austin', state: 'TX', country: 'US', zip: '78701' },
	};
}

/** What this event holds is not documented: here what the Freight API tells of a bill of lading. */
function freightPayload(world: World): Json {
	return {
		bolStatus: 'IN_TRANSIT',
		carrierName: 'Maersk',
		mode: 'OCEAN',
		events: [{ type: 'DEPARTED', time: world.timestamp(), location: 'Shanghai' }],
		updatedAt: world.timestamp(),
	};
}

const KINDS: Readonly<Record<string, (world: World, account: Account) => Json>> = {
	'Inventory.Adjusted': inventoryPayload,
	'Inbound.Received': () => ({ type: 'SELLABLE', amount: 24, shipmentItemId: 540_001 }),
	'Inbound.ShipmentStatusChanged': () => ({ status: 'ARRIVED', shipmentId: '550001' }),
	'Return.Updated': returnPayload,
	'Parcel.TrackingUpdated': parcelPayload,
	'Freight.TrackingUpdated': freightPayload,
};

/**
 * The believable payload of an event, with what a test wants in it. Of a type that the documents do
 * not list it is what the test wants, and of an order also its ids.
 */
export function eventPayload(world: World, account: Account, type: string, details: Json): Json {
	const usual = /^(Order|Shipment)\./.test(type)
		? orderPayload(world, account, type, details)
		: (KINDS[type]?.(world, account) ?? {});
	return { ...usual, ...details };
}
