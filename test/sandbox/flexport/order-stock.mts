import { orderError } from './failures.mts';
import type { OrderError } from './order-types.mts';
import { release, reserve, ship, type Reservation } from './stock.mts';
import type { StoredOrder } from './stored-order.mts';
import type { World } from './world.mts';

function giveBack(world: World, reservations: readonly Reservation[]): void {
	for (const reservation of reservations) {
		const stored = world.productsBySku.get(reservation.logisticsSku);
		if (stored !== undefined) release(stored, reservation);
	}
}

/** Sets all lines aside, or none; the answer is the shortage. */
export function reserveOrder(world: World, order: StoredOrder): OrderError | undefined {
	if (order.reservations.length > 0) return undefined;
	const made: Reservation[] = [];
	const short: string[] = [];
	for (const { logisticsSku, quantity } of order.lineItems) {
		const stored = world.productsBySku.get(logisticsSku);
		const reservation = stored === undefined ? undefined : reserve(stored, quantity);
		if (reservation === undefined) short.push(logisticsSku);
		else made.push(reservation);
	}
	if (short.length === 0) {
		order.reservations = made;
		return undefined;
	}
	giveBack(world, made);
	return orderError('STOCKOUT_AT_INGESTION', { skus: short });
}

/** Gives back what was set aside for an order. */
export function releaseOrder(world: World, order: StoredOrder): void {
	giveBack(world, order.reservations);
	order.reservations = [];
}

/** What was set aside leaves the building; Inventory.Adjusted tells of it. */
export function shipFromStock(world: World, order: StoredOrder): void {
	for (const reservation of order.reservations) {
		const stored = world.productsBySku.get(reservation.logisticsSku);
		if (stored !== undefined) ship(stored, reservation);
	}
	world.emit(world.accountNamed(order.account), 'Inventory.Adjusted', {
		adjustmentId: `shipped-${order.id}`,
		reason: 'SHIPPED',
		adjustments: order.reservations.map(({ logisticsSku, quantity }) => ({
			logisticsSKU: logisticsSku,
			changes: [{ state: 'AVAILABLE', delta: -quantity }],
		})),
	});
}
