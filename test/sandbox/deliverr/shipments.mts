import { scrambled } from '../shared/ids.mts';
import type { LineItem, Shipment, StoredOrder } from './order-types.mts';

/** Who carries, in turn. */
const CARRIERS = [
	['UPS', 'UPS_GROUND', 'https://www.ups.com/track?tracknum='],
	['FEDEX', 'FEDEX_HOME_DELIVERY', 'https://www.fedex.com/fedextrack/?trknbr='],
	['USPS', 'USPS_PRIORITY', 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
] as const;

/** More units than this leave in two shipments. */
export const UNITS_IN_A_SHIPMENT = 10;

export function unitsOf({ lineItems }: Pick<StoredOrder, 'lineItems'>): number {
	return lineItems.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The units of some lines from one to another, counted through all lines. */
function unitsBetween(lines: readonly LineItem[], from: number, to: number) {
	let before = 0;
	return lines.flatMap(({ externalProductId, quantity }) => {
		const start = Math.max(from, before);
		const end = Math.min(to, before + quantity);
		before += quantity;
		return end > start ? [{ externalProductId, quantity: end - start }] : [];
	});
}

/** A shipment of the units of an order from one to another. */
export function shipmentOf(
	{ lineItems }: StoredOrder,
	units: { from: number; to: number },
	at: { shippedTime: string; tracking: number },
): Shipment {
	const [carrier, service, url] = CARRIERS[at.tracking % CARRIERS.length] ?? CARRIERS[0];
	const trackingNumber = `${carrier === 'UPS' ? '1Z' : '94'}${scrambled(at.tracking)}`;
	return {
		trackingNumber,
		shippingCarrier: carrier,
		shippingService: service,
		shippedTime: at.shippedTime,
		warehouseId: 'sandbox-warehouse-1',
		status: 'SHIPPED',
		trackingUrl: url + trackingNumber,
		shippedItems: unitsBetween(lineItems, units.from, units.to),
	};
}
