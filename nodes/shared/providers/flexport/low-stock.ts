import { inputFailure } from '../../failure';
import { id, number, text, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { listInventory } from './inventory';
import { listProducts } from './products';
import { poolShown } from './product-fields';

/** Which quantity is compared with the threshold. */
export const MEASURES = ['available', 'onHand'] as const;

/** One threshold for all products, or one for each SKU that is named: Flexport's or the merchant's. */
export type Thresholds =
	| { forAll: number }
	| {
			bySku: ReadonlyMap<string, number>;
			/** The parameter that names the SKUs, as the panel shows it. */
			label: string;
	  };

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
	const productBySku = bySku(products);
	const stockBySku = bySku(inventory);
	return [...thresholdsBySku(query.thresholds, productBySku, stockBySku)]
		.map(([sku, threshold]) =>
			toLowStock(sku, threshold, query, stockBySku.get(sku), productBySku.get(sku)),
		)
		.filter(({ belowBy }) => belowBy >= 0)
		.sort((a, b) => b.belowBy - a.belowBy);
}

function bySku(rows: readonly Json[]): Map<string, Json> {
	return new Map(
		rows.flatMap((row) => {
			const sku = id(row.logisticsSku);
			return sku ? [[sku, row] as const] : [];
		}),
	);
}

/** The threshold of each product that is watched, by Flexport's SKU. */
function thresholdsBySku(
	thresholds: Thresholds,
	products: ReadonlyMap<string, Json>,
	stock: ReadonlyMap<string, Json>,
): Map<string, number> {
	if ('forAll' in thresholds) {
		return new Map([...stock.keys()].map((sku) => [sku, thresholds.forAll]));
	}
	const watched = [...thresholds.bySku].flatMap(([named, threshold]) => {
		const skus = skusNamed(named, products, stock);
		if (skus.length > 0) return skus.map((sku) => [sku, threshold] as const);
		throw inputFailure(
			`The SKU "${named}" in the thresholds is not one of this account`,
			"Correct it or remove it. Your own SKUs and Flexport's both work, with the same capitals.",
			thresholds.label,
		);
	});
	return new Map(watched);
}

/** Flexport's SKU itself, or those of all products with this merchant SKU: it need not be unique. */
function skusNamed(
	named: string,
	products: ReadonlyMap<string, Json>,
	stock: ReadonlyMap<string, Json>,
): string[] {
	if (products.has(named) || stock.has(named)) return [named];
	return [...products].flatMap(([sku, row]) => (id(row.merchantSku) === named ? [sku] : []));
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
