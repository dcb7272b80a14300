import { id, number, text, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { listInventory } from './inventory';
import { listProducts } from './products';
import { poolShown } from './product-fields';
import { rowsBySku, thresholdsBySku, type Thresholds } from './thresholds';

/** Which quantity is compared with the threshold. */
export const MEASURES = ['available', 'onHand'] as const;

export interface LowStockQuery {
	thresholds: Thresholds;
	measure: (typeof MEASURES)[number];
	/** Empty leaves it to Flexport. */
	poolName: string;
}

/** A product that is low. Quantities are units. */
export type LowStock = {
	sku: string;
	name: string | null;
	merchantSku: string | null;
	available: number;
	onHand: number;
	measure: LowStockQuery['measure'];
	threshold: number;
	/** How far below the threshold it is; 0 if it is just at it. */
	belowBy: number;
	pool: string;
};

/**
 * The products at or below their threshold, the one that is furthest below first.
 *
 * A SKU that is named counts as 0 if Flexport lists the product without stock.
 * @throws Failure of kind `input` for a SKU that the account does not have
 */
export async function listLowStock(session: Session, query: LowStockQuery): Promise<LowStock[]> {
	const [products, inventory] = await Promise.all([
		listProducts(session, Infinity),
		listInventory(session, Infinity, query.poolName),
	]);
	const productBySku = rowsBySku(products);
	const stockBySku = rowsBySku(inventory);
	return [...thresholdsBySku(query.thresholds, productBySku, stockBySku)]
		.map(([sku, threshold]) =>
			toLowStock(sku, threshold, query, stockBySku.get(sku), productBySku.get(sku)),
		)
		.filter(({ belowBy }) => belowBy >= 0)
		.sort((a, b) => b.belowBy - a.belowBy);
}

function toLowStock(
	sku: string,
	threshold: number,
	{ measure, poolName }: LowStockQuery,
	stock: Json | undefined,
	product: Json | undefined,
): LowStock {
	const quantities = {
		available: number(stock?.available) ?? 0,
		onHand: number(stock?.onHand) ?? 0,
	};
	return {
		sku,
		name: text(product?.name) ?? null,
		merchantSku: id(product?.merchantSku) ?? null,
		...quantities,
		measure,
		threshold,
		belowBy: threshold - quantities[measure],
		pool: poolShown(poolName),
	};
}
