import type { Reservation } from './stock.mts';
import type { StoredOrder } from './stored-order.mts';
import type { Label, Package, PackageLine, Shipment } from './order-types.mts';
import type { Dimensions } from './product-types.mts';
import type { World } from './world.mts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Above this many units, a shipment goes out in two packages. */
const UNITS_PER_PACKAGE = 10;

const CARRIERS = [
	{ carrier: 'USPS', shippingMethod: 'USPS.PRIORITY' },
	{ carrier: 'FEDEX', shippingMethod: 'FEDEX.GROUND' },
	{ carrier: 'UPS', shippingMethod: 'UPS.GROUND' },
	{ carrier: 'DHL', shippingMethod: 'DHL.EXPRESS' },
] as const;

const BOX: Dimensions = {
	length: 12,
	width: 9,
	height: 4,
	lengthUnit: 'in',
	weight: 16,
	weightUnit: 'oz',
};

/** Days that a ship method takes. The mapping is not documented; unrecognised is five days. */
const SPEEDS: readonly (readonly [RegExp, number])[] = [
	[/overnight|next.?day|same.?day/i, 1],
	[/express|priority|(2|two).?day/i, 2],
	[/(3|three).?day/i, 3],
];

function iso(ms: number): string {
	return new Date(ms).toISOString();
}

/** When the order should arrive: the promise, else deliveryDays, else what the ship method means. */
function estimates(order: StoredOrder): { shipTime: string; deliveryTime: string } {
	const created = Date.parse(order.createdAt);
	const ship =
		order.promisedShipByTime === null ? created + DAY_MS : Date.parse(order.promisedShipByTime);
	const method = order.request.shipMethod ?? '';
	const days =
		order.request.deliveryDays ?? SPEEDS.find(([pattern]) => pattern.test(method))?.[1] ?? 5;
	return {
		shipTime: iso(ship),
		deliveryTime: order.promisedDeliveryByTime ?? iso(ship + days * DAY_MS),
	};
}

/** One shipment for each warehouse that serves the order. */
export function createShipments(world: World, order: StoredOrder): Shipment[] {
	const { shipTime, deliveryTime } = estimates(order);
	const warehouses = [...new Set(order.reservations.map(({ warehouseId }) => warehouseId))];
	return warehouses.map((warehouseId) => {
		const id = String(world.next.shipment());
		return {
			packages: [],
			id,
			createdAt: world.timestamp(),
			status: 'CREATED',
			estimatedDeliveryTime: deliveryTime,
			lineItems: order.reservations
				.filter((reservation) => reservation.warehouseId === warehouseId)
				.map(({ logisticsSku, quantity }) => ({ logisticsSku, quantity })),
			shippedAt: null,
			estimatedShipTime: shipTime,
			labelPrintTime: null,
			warehouseId,
			warehouseOrderId: `${warehouseId}-${id}`,
		};
	});
}

/** What is in the boxes, lot by lot. */
function linesOf(reservation: Reservation): PackageLine[] {
	const { logisticsSku, quantity } = reservation;
	const fromLots = reservation.lots.map(({ lot, quantity: part }): PackageLine => ({
		expirationDate: lot.expirationDate ?? null,
		logisticsSku,
		lotNumber: lot.lotNumber ?? null,
		quantity: part,
	}));
	const rest = quantity - fromLots.reduce((sum, line) => sum + line.quantity, 0);
	return rest > 0
		? [...fromLots, { expirationDate: null, logisticsSku, lotNumber: null, quantity: rest }]
		: fromLots;
}

/** Splits lines so that the first part holds so many units. */
function splitLines(lines: readonly PackageLine[], units: number): [PackageLine[], PackageLine[]] {
	const first: PackageLine[] = [];
	const second: PackageLine[] = [];
	let room = units;
	for (const line of lines) {
		const part = Math.min(room, line.quantity);
		room -= part;
		if (part > 0) first.push({ ...line, quantity: part });
		if (line.quantity > part) second.push({ ...line, quantity: line.quantity - part });
	}
	return [first, second];
}

function createLabel(world: World, lines: readonly PackageLine[]): Label {
	const number = world.next.label();
	const { carrier, shippingMethod } = CARRIERS[number % CARRIERS.length] ?? CARRIERS[0];
	const trackingCode = `9400${String(number).padStart(16, '1')}`;
	const [only] = lines;
	const single = lines.length === 1 && only?.quantity === 1 ? only.logisticsSku : '';
	return {
		carrier,
		createdAt: world.timestamp(),
		id: String(number),
		labelFormat: 'PDF',
		labelUrl: `https://labels.example.com/${number}.pdf`,
		packageDimensions: world.productsBySku.get(single)?.product.dimensions ?? BOX,
		shippingMethod,
		trackingCode,
		trackingUrl: `https://tracker.flexport.com/${trackingCode}`,
	};
}

/** The boxes of a shipment, labelled and handed to the carrier. */
export function packShipment(world: World, order: StoredOrder, shipment: Shipment): Package[] {
	const now = world.timestamp();
	const lines = order.reservations
		.filter(({ warehouseId }) => warehouseId === shipment.warehouseId)
		.flatMap(linesOf);
	const units = lines.reduce((sum, line) => sum + line.quantity, 0);
	const boxes = units > UNITS_PER_PACKAGE ? splitLines(lines, Math.ceil(units / 2)) : [lines];
	return boxes.map((lineItems) => ({
		attemptedDeliveryTime: null,
		carrierDeliveryTime: null,
		carrierPickUpTime: now,
		carrierShipTime: now,
		createdAt: now,
		id: String(world.next.package()),
		label: createLabel(world, lineItems),
		labelCreateTime: now,
		lineItems,
	}));
}
