import { isObject, type Json } from '../shared/json.mts';
import type { OrderRecord } from './order-types.mts';
import type { World } from './world.mts';

/** Units of a line that leave, or are otherwise spoken of. */
export interface UnitsOfLine {
	line: Json;
	units: number;
}

function itemOf(world: World, { line, units }: UnitsOfLine, tracking: Json): Json {
	const { trackingNumber, trackingUrl } = tracking;
	return {
		id: String(world.next.shipmentItem()),
		fulfillmentOrderItemId: String(line.id),
		...(line.upstreamId === undefined ? {} : { fulfillmentOrderItemUpstreamId: line.upstreamId }),
		inventoryItemId: line.inventoryItemId,
		partNumber: String(line.inventoryItemId).toUpperCase(),
		quantity: units,
		trackingUrls: [{ trackingNumber, trackingUrl }],
		unitAttributes: [],
	};
}

/** A shipment of some units of an order (Digital River API reference, Shipments). */
export function newShipment(
	world: World,
	{ order }: Pick<OrderRecord, 'order'>,
	units: readonly UnitsOfLine[],
): Json {
	const number = world.next.shipment();
	const trackingNumber = `1Z999AA1${String(number).slice(-10)}`;
	const tracking = {
		trackingCompanyId: '0001',
		trackingCompany: 'UPS',
		trackingNumber,
		trackingUrl: `https://www.ups.com/track?tracknum=${trackingNumber}`,
	};
	const { shippingChoice } = order;
	return {
		id: String(number),
		createdTime: world.timestamp(),
		fulfillmentOrderId: String(order.id),
		...(order.upstreamId === undefined ? {} : { fulfillmentOrderUpstreamId: order.upstreamId }),
		shippingChoiceId: (isObject(shippingChoice) ? shippingChoice.id : undefined) ?? 'SG',
		...tracking,
		items: units.map((each) => itemOf(world, each, tracking)),
		liveMode: false,
	};
}
