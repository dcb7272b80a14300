import { Failure } from '../../failure';
import { id, number, records, text, time, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { listInventory } from './inventory';
import type { LowStockQuery } from './low-stock';
import { getProduct, listProducts } from './products';
import { isKnownByStock, rowsBySku, thresholdsBySku, type RowsBySku } from './thresholds';

/** A lot of a product. A lot has no ID (Products API, Inventory): its expiration tells it from others. */
export interface Lot {
	/** ISO 8601. */
	expiresAt: string;
	available: number;
}

/** The stock of a product that is watched, in units. */
export interface StockLevel {
	sku: string;
	available: number;
	onHand: number;
	/** The one of the two that is compared. */
	quantity: number;
	threshold: number;
	lots: Lot[];
}

export interface StockLevels {
	levels: StockLevel[];
	/** Every product that the list had, watched or not. */
	listed: ReadonlySet<string>;
	/** The account's products, if they had to be read. */
	products: RowsBySku | undefined;
}

/**
 * The stock of every product that is watched. The products themselves are read only if a merchant SKU
 * has to be looked up.
 * @throws Failure of kind `input` for a SKU that the account does not have
 */
export async function readStockLevels(
	session: Session,
	{ thresholds, measure, poolName }: LowStockQuery,
): Promise<StockLevels> {
	const stock = rowsBySku(await listInventory(session, Infinity, poolName));
	const products = isKnownByStock(thresholds, stock)
		? undefined
		: rowsBySku(await listProducts(session, Infinity));
	const watched = thresholdsBySku(thresholds, products ?? new Map(), stock);
	const levels = [...watched].map(([sku, threshold]) => {
		const row = stock.get(sku) ?? {};
		const quantities = { available: number(row.available) ?? 0, onHand: number(row.onHand) ?? 0 };
		return { sku, threshold, ...quantities, quantity: quantities[measure], lots: lotsOf(row) };
	});
	return { levels, listed: new Set(stock.keys()), products };
}

/** Text that is no date passes through `time`. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** Lots that expire at the same time are told as one: nothing else tells them apart. */
function lotsOf(row: Json): Lot[] {
	const units = new Map<string, number>();
	for (const lot of records(row.lotTrackingDetails)) {
		const expiresAt = time(lot.expirationDate) ?? '';
		if (!ISO_TIME.test(expiresAt)) continue;
		units.set(expiresAt, (units.get(expiresAt) ?? 0) + (number(lot.available) ?? 0));
	}
	return [...units].map(([expiresAt, available]) => ({ expiresAt, available }));
}

/** What a person knows a product by. */
export interface ProductName {
	name: string | null;
	merchantSku: string | null;
}

/** Beyond so many products, the whole list takes fewer requests. */
const READ_ONE_BY_ONE = 20;

/** The names of some products. One that is gone has none. */
export async function readProductNames(
	session: Session,
	skus: readonly string[],
	known: RowsBySku | undefined,
): Promise<(sku: string) => ProductName> {
	const rows = known ?? (await readProducts(session, [...new Set(skus)]));
	return (sku) => {
		const product = rows.get(sku);
		return { name: text(product?.name) ?? null, merchantSku: id(product?.merchantSku) ?? null };
	};
}

async function readProducts(session: Session, skus: readonly string[]): Promise<RowsBySku> {
	if (skus.length > READ_ONE_BY_ONE) return rowsBySku(await listProducts(session, Infinity));
	const rows = await Promise.all(skus.map(async (sku) => await productIfAny(session, sku)));
	return rowsBySku(rows);
}

async function productIfAny(session: Session, sku: string): Promise<Json> {
	return await getProduct(session, sku).catch((error: unknown) => {
		if (error instanceof Failure && error.facts.httpCode === '404') return {};
		throw error;
	});
}
