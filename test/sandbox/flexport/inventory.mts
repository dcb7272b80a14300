import { unprocessable } from '../shared/validation.mts';
import type { FlexportEndpoint } from './call.mts';
import type { Pool } from './enums.mts';
import { validateWarehouseQuestion } from './product-schema.mts';
import { productOfPath } from './products.mts';
import { flagOf, pageOf, poolOf } from './query.mts';
import type { PoolLevels, StoredProduct } from './stock.mts';
import type { Account, World } from './world.mts';

interface InventoryRow {
	logisticsSku: string;
	onHand: number;
	available: number;
	unavailable: number;
	unitsPerPack?: number;
	lotTrackingDetails: { expirationDate?: string; available: number }[];
	breakdown?: InventoryRow[];
}

/** Levels that may be told: none until the dimensions are verified (Products API, dimsLocked). */
function toldLevels(stored: StoredProduct, pool: Pool): PoolLevels | undefined {
	return stored.product.dimsLocked ? stored.pools.get(pool) : undefined;
}

function rowOf(stored: StoredProduct, pool: Pool): InventoryRow {
	const levels = toldLevels(stored, pool);
	return {
		logisticsSku: stored.product.logisticsSku,
		onHand: levels?.onHand ?? 0,
		available: levels?.available ?? 0,
		unavailable: levels?.unavailable ?? 0,
		...(levels?.unitsPerPack === undefined ? {} : { unitsPerPack: levels.unitsPerPack }),
		lotTrackingDetails: (levels?.lots ?? []).map(({ expirationDate, available }) => ({
			...(expirationDate === undefined ? {} : { expirationDate }),
			available,
		})),
	};
}

/** How packs are added up is not documented: here in single units, each SKU listed in its own packs. */
function aggregatedRow(account: Account, stored: StoredProduct, pool: Pool): InventoryRow {
	const sku = stored.product.logisticsSku;
	const packs = account.products.filter((candidate) => candidate.packOf === sku);
	const breakdown = [stored, ...packs].map((each) => rowOf(each, pool));
	const total = (key: 'onHand' | 'available' | 'unavailable') =>
		breakdown.reduce((sum, row) => sum + row[key] * (row.unitsPerPack ?? 1), 0);
	return {
		...rowOf(stored, pool),
		onHand: total('onHand'),
		available: total('available'),
		unavailable: total('unavailable'),
		breakdown,
	};
}

/** Every SKU must exist; that an unknown one is refused, and how, is not documented. */
function knownProducts(world: World, account: Account, skus: readonly string[]): StoredProduct[] {
	const unknown: string[] = [];
	const found: StoredProduct[] = [];
	skus.forEach((sku, index) => {
		const stored = world.productsBySku.get(sku);
		if (stored === undefined || stored.account !== account.name) {
			unknown.push(`/logisticsSkus/${index} names no product: ${sku}`);
		} else found.push(stored);
	});
	if (unknown.length > 0) throw unprocessable(unknown);
	return found;
}

/** Endpoints of stock levels. */
export function inventoryEndpoints(world: World): FlexportEndpoint[] {
	return [
		{
			method: 'GET',
			path: '/products/:logisticsSku/inventory',
			scope: 'read_logistics_products',
			handle(call) {
				const pool = poolOf(call);
				const aggregate = flagOf(call, 'aggregatePacks');
				const stored = productOfPath(world, call);
				const body = aggregate ? aggregatedRow(call.account, stored, pool) : rowOf(stored, pool);
				return { status: 200, body };
			},
		},
		{
			method: 'GET',
			path: '/products/inventory/all',
			scope: 'read_logistics_products',
			handle(call) {
				const pool = poolOf(call);
				const rows = pageOf(call, call.account.products).map((stored) => rowOf(stored, pool));
				return { status: 200, body: rows };
			},
		},
		{
			method: 'POST',
			path: '/products/warehouse',
			// It changes nothing, so reading must be enough. Not documented.
			scope: 'read_logistics_products',
			handle(call) {
				const pool = poolOf(call);
				const { logisticsSkus } = call.body(validateWarehouseQuestion);
				const body = knownProducts(world, call.account, logisticsSkus).map((stored) => ({
					logisticsSku: stored.product.logisticsSku,
					warehouseDetails: (toldLevels(stored, pool)?.warehouses ?? []).map(
						({ available, warehouseId }) => ({ available, warehouseId }),
					),
				}));
				return { status: 200, body };
			},
		},
	];
}
