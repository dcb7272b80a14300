import { check } from '../../checks/check';
import type { Naming } from '../../checks/field';
import { inputFailure } from '../../failure';
import { readOffsetList } from '../../paging/offset-pages';
import { id, record, records, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { keyedPost } from '../keyed-post';
import { call } from './call';
import { LOGISTICS_SKU, PRODUCT_FIELDS } from './product-fields';

/** Rows of one page: "capped at 100" (Products API, GetProducts). */
export const PAGE_SIZE = 100;

/**
 * CreateProduct. There is no look-up by merchant SKU, so the idempotency key alone protects a
 * request whose answer was lost.
 */
export async function createProduct(session: Session, body: Json, naming: Naming): Promise<Json> {
	check(body, PRODUCT_FIELDS, naming);
	const request: ApiRequest = {
		...keyedPost('/products'),
		body,
		ifUnknown:
			'Look for the merchant SKU in the list of products before you run the item again, so that the product is not made twice.',
	};
	return record((await call(session, request)).body) ?? {};
}

/**
 * GetProduct.
 * @param logisticsSku Flexport's own SKU
 */
export async function getProduct(session: Session, logisticsSku: string): Promise<Json> {
	const sku = readSku(logisticsSku);
	const request: ApiRequest = { method: 'GET', path: `/products/${sku}`, repeat: 'always' };
	return record((await call(session, request, { 404: noProduct(sku) })).body) ?? {};
}

/** GetProducts, from the first page on. */
export async function listProducts(session: Session, wanted: number): Promise<Json[]> {
	return await readOffsetList({
		readPage: async (offset, limit) => await readProductPage(session, offset, limit),
		pageSize: PAGE_SIZE,
		wanted,
		keyOf: (product) => id(product.logisticsSku),
	});
}

/** One page of GetProducts. */
export async function readProductPage(
	session: Session,
	offset: number,
	limit: number,
): Promise<Json[]> {
	const query = { limit, offset };
	const request: ApiRequest = { method: 'GET', path: '/products', query, repeat: 'always' };
	return records((await call(session, request)).body);
}

/** A Flexport SKU that can be one. */
export function readSku(value: string): string {
	const sku = value.trim();
	if (LOGISTICS_SKU.test(sku)) return sku;
	throw inputFailure(
		sku === '' ? "'Product' is empty" : `'Product' is "${sku}", which is not a Flexport SKU`,
		"Choose a product from the list, or give Flexport's own SKU: D and ten letters or digits.",
		'Product',
	);
}

export function noProduct(sku: string): FailureWords {
	return {
		what: `Flexport has no product with the SKU ${sku}`,
		fix: 'Choose a product from the list, and check whether the credential is for the account that has it.',
	};
}
