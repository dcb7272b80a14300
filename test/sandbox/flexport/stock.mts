import type { Pool } from './enums.mts';
import type { Product } from './product-types.mts';

export interface Lot {
	lotNumber?: string;
	expirationDate?: string;
	available: number;
}

export interface WarehouseStock {
	warehouseId: string;
	available: number;
}

/** What is there of one product in one pool. */
export interface PoolLevels {
	onHand: number;
	available: number;
	unavailable: number;
	unitsPerPack?: number;
	lots: Lot[];
	warehouses: WarehouseStock[];
}

/** Levels as given. What is left out follows: available = onHand - unavailable, one warehouse. */
export interface PoolInput {
	onHand: number;
	available?: number;
	unavailable?: number;
	unitsPerPack?: number;
	lots?: Lot[];
	warehouses?: WarehouseStock[];
}

/** A product and its stock. A product without any pool was never inbounded. */
export interface StoredProduct {
	product: Product;
	account: string;
	pools: Map<Pool, PoolLevels>;
	/** The product that this one is a pack of. */
	packOf: string | undefined;
}

/** Units set aside for one line of an order. */
export interface Reservation {
	logisticsSku: string;
	quantity: number;
	warehouseId: string;
	fromWarehouse: number;
	lots: { lot: Lot; quantity: number }[];
	shipped: boolean;
}

export const DEFAULT_WAREHOUSE = 'PHL1';

/** Levels with everything that was left out. */
export function completeLevels(input: PoolInput): PoolLevels {
	const unavailable = input.unavailable ?? 0;
	const available = input.available ?? Math.max(0, input.onHand - unavailable);
	return {
		onHand: input.onHand,
		available,
		unavailable,
		...(input.unitsPerPack === undefined ? {} : { unitsPerPack: input.unitsPerPack }),
		lots: (input.lots ?? []).map((lot) => ({ ...lot })),
		warehouses: (input.warehouses ?? [{ warehouseId: DEFAULT_WAREHOUSE, available }]).map(
			(warehouse) => ({ ...warehouse }),
		),
	};
}

function takeFromLots(lots: Lot[], quantity: number): Reservation['lots'] {
	const taken: Reservation['lots'] = [];
	let missing = quantity;
	// What expires first leaves first.
	const byExpiry = [...lots].sort((a, b) =>
		(a.expirationDate ?? '9999').localeCompare(b.expirationDate ?? '9999'),
	);
	for (const lot of byExpiry) {
		const part = Math.min(missing, lot.available);
		if (part <= 0) continue;
		lot.available -= part;
		missing -= part;
		taken.push({ lot, quantity: part });
	}
	return taken;
}

/** Sets units of the DEFAULT pool aside, which is the pool that orders are served from. */
export function reserve(stored: StoredProduct, quantity: number): Reservation | undefined {
	const levels = stored.pools.get('DEFAULT');
	if (levels === undefined || !stored.product.dimsLocked || levels.available < quantity) {
		return undefined;
	}
	levels.available -= quantity;
	const warehouse =
		levels.warehouses.find((candidate) => candidate.available >= quantity) ?? levels.warehouses[0];
	const fromWarehouse = Math.min(quantity, warehouse?.available ?? 0);
	if (warehouse !== undefined) warehouse.available -= fromWarehouse;
	return {
		logisticsSku: stored.product.logisticsSku,
		quantity,
		warehouseId: warehouse?.warehouseId ?? DEFAULT_WAREHOUSE,
		fromWarehouse,
		lots: levels.lots.length === 0 ? [] : takeFromLots(levels.lots, quantity),
		shipped: false,
	};
}

/** Gives back what was set aside and has not left. */
export function release(stored: StoredProduct, reservation: Reservation): void {
	const levels = stored.pools.get('DEFAULT');
	if (levels === undefined || reservation.shipped) return;
	levels.available += reservation.quantity;
	const warehouse = levels.warehouses.find(
		(candidate) => candidate.warehouseId === reservation.warehouseId,
	);
	if (warehouse !== undefined) warehouse.available += reservation.fromWarehouse;
	for (const { lot, quantity } of reservation.lots) lot.available += quantity;
}

/** The units leave the building. */
export function ship(stored: StoredProduct, reservation: Reservation): void {
	const levels = stored.pools.get('DEFAULT');
	if (levels === undefined || reservation.shipped) return;
	reservation.shipped = true;
	levels.onHand = Math.max(0, levels.onHand - reservation.quantity);
}
