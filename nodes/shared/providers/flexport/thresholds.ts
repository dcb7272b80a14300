import { inputFailure } from '../../failure';
import { id, type Json } from '../../read';

/** One threshold for all products, or one for each SKU that is named: Flexport's or the merchant's. */
export type Thresholds =
	| { forAll: number }
	| {
			bySku: ReadonlyMap<string, number>;
			/** The parameter that names the SKUs, as the panel shows it. */
			label: string;
	  };

/** Rows of products or of stock by Flexport's SKU. */
export type RowsBySku = ReadonlyMap<string, Json>;

export function rowsBySku(rows: readonly Json[]): RowsBySku {
	return new Map(
		rows.flatMap((row) => {
			const sku = id(row.logisticsSku);
			return sku ? [[sku, row] as const] : [];
		}),
	);
}

/** Whether the stock alone tells which products are meant, as no merchant SKU is among the names. */
export function isKnownByStock(thresholds: Thresholds, stock: RowsBySku): boolean {
	return 'forAll' in thresholds || [...thresholds.bySku.keys()].every((sku) => stock.has(sku));
}

/**
 * The threshold of each product that is watched, by Flexport's SKU.
 * @throws Failure of kind `input` for a SKU that the account does not have
 */
export function thresholdsBySku(
	thresholds: Thresholds,
	products: RowsBySku,
	stock: RowsBySku,
): ReadonlyMap<string, number> {
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
function skusNamed(named: string, products: RowsBySku, stock: RowsBySku): string[] {
	if (products.has(named) || stock.has(named)) return [named];
	return [...products].flatMap(([sku, row]) => (id(row.merchantSku) === named ? [sku] : []));
}
