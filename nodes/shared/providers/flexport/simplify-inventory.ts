import { id, number, records, time, type Json } from '../../read';
import { poolShown } from './product-fields';

/** Stock of one product as it leaves a node with Simplify on. Units are pieces. */
export type SimplifiedInventory = {
	/** Flexport's own SKU. */
	sku: string | null;
	onHand: number | null;
	available: number | null;
	unavailable: number | null;
	unitsPerPack: number | null;
	/** ISO 8601; the lot that expires first. */
	earliestExpiration: string | null;
	/** Number of lots that are tracked. */
	lots: number;
	/** Number of pack sizes in the breakdown. */
	packs: number;
	/** The pool that was asked for. */
	pool: string;
};

/** @param asked the SKU that was asked for; the answer need not repeat it (Products API, GetInventory) */
export function simplifyInventory(
	row: Json,
	poolName: string,
	asked?: string,
): SimplifiedInventory {
	const lots = records(row.lotTrackingDetails);
	const expirations = lots.flatMap((lot) => time(lot.expirationDate) ?? []).sort();
	return {
		sku: id(row.logisticsSku) ?? asked ?? null,
		onHand: number(row.onHand) ?? null,
		available: number(row.available) ?? null,
		unavailable: number(row.unavailable) ?? null,
		unitsPerPack: number(row.unitsPerPack) ?? null,
		earliestExpiration: expirations[0] ?? null,
		lots: lots.length,
		packs: records(row.breakdown).length,
		pool: poolShown(poolName),
	};
}

/** Stock of one product at one warehouse. */
export type WarehouseStock = {
	sku: string | null;
	warehouseId: string | null;
	available: number | null;
	pool: string;
};

/** One entry for each warehouse that has the product (GetWarehouseDetails). */
export function simplifyWarehouses(row: Json, poolName: string): WarehouseStock[] {
	return records(row.warehouseDetails).map((detail) => ({
		sku: id(row.logisticsSku) ?? null,
		warehouseId: id(detail.warehouseId) ?? null,
		available: number(detail.available) ?? null,
		pool: poolShown(poolName),
	}));
}
