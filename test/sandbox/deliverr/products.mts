import { HOME } from './complete-order.mts';
import type { ErrorType } from './error-types.mts';
import type { CompleteOrderBody } from './order-types.mts';

/** What a test or another process says of a product. */
export interface ProductInput {
	externalProductId: string;
	name?: string;
	/** Units that can be ordered; default 100, or none if it was never inbounded. */
	inventory?: number;
	/** Whether a warehouse has ever received it; default true. */
	inbounded?: boolean;
	/** Approved for sale; default true. */
	approved?: boolean;
	/** Whether it has customs information; default true. */
	customs?: boolean;
}

export type Product = Required<ProductInput>;
export type Products = Map<string, Product>;

/** A product with nothing left open. */
export function completeProduct(input: ProductInput): Product {
	const { externalProductId, name = externalProductId, inbounded = true } = input;
	const { inventory = inbounded ? 100 : 0, approved = true, customs = true } = input;
	return { externalProductId, name, inventory, inbounded, approved, customs };
}

/**
 * What is wrong with the products of an order. Which of the two types of products that were never
 * inbounded is meant for which is not documented: here PRODUCT_NOT_AVAILABLE is for a product that
 * is not known or of which nothing is left.
 */
export function productFault(products: Products, body: CompleteOrderBody): ErrorType | undefined {
	const ordered = body.lineItems.map((line) => products.get(line.externalProductId));
	if (ordered.some((product) => product?.inbounded === false)) {
		return 'ORDER_INVENTORY_DSKU_NEVER_INBOUNDED';
	}
	if (ordered.some((product) => product === undefined || product.inventory <= 0)) {
		return 'PRODUCT_NOT_AVAILABLE';
	}
	if (ordered.some((product) => product?.approved === false)) {
		return 'PRODUCT_NOT_APPROVED_FOR_SALE';
	}
	const goesAbroad = body.shiptoAddress.countryCode !== HOME;
	if (goesAbroad && ordered.some((product) => product?.customs === false)) {
		return 'ORDER_PRODUCT_MISSING_CUSTOMS';
	}
	return undefined;
}

function unitsByProduct({ lineItems }: CompleteOrderBody): Map<string, number> {
	const units = new Map<string, number>();
	for (const { externalProductId, quantity } of lineItems) {
		units.set(externalProductId, (units.get(externalProductId) ?? 0) + quantity);
	}
	return units;
}

/** Takes the units of an order out of the inventory, or none if there are not enough. */
export function takeUnits(products: Products, body: CompleteOrderBody): boolean {
	const wanted = [...unitsByProduct(body)];
	if (wanted.some(([id, units]) => (products.get(id)?.inventory ?? 0) < units)) return false;
	move(products, wanted, -1);
	return true;
}

/** Puts the units of an order back. */
export function giveBackUnits(products: Products, body: CompleteOrderBody): void {
	move(products, [...unitsByProduct(body)], 1);
}

function move(products: Products, units: [id: string, units: number][], sign: 1 | -1): void {
	for (const [id, count] of units) {
		const product = products.get(id);
		if (product !== undefined) product.inventory += sign * count;
	}
}
