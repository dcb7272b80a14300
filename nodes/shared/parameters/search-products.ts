import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { takeNew } from '../paging/seen-rows';
import { id, text, type Json } from '../read';
import { nodeError } from '../runner/item-failure';
import { PAGE_SIZE, readProductPage } from '../providers/flexport/products';
import { openFlexport } from '../providers/flexport/session';
import type { Session } from '../transport/api-request';
import { runtimeWithoutItems } from '../runner/runtime-without-items';

/** Matches shown before the person has to scroll for more. */
const ENOUGH = 25;

/**
 * The account's products for a resource locator, by name and SKU, page by page. The API has no
 * search, so pages are read until there is enough to show.
 */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		refuseOthers(this.getCurrentNodeParameter('provider'));
		const session = await openFlexport(runtimeWithoutItems(this));
		return await findProducts(session, filter ?? '', Number(paginationToken ?? 0) || 0);
	} catch (failure) {
		throw nodeError(this.getNode(), failure);
	}
}

/** Of the providers of orders, only Flexport lists its products; a node without a choice speaks to it. */
function refuseOthers(provider: unknown): void {
	if (provider === undefined || provider === 'flexport') return;
	throw inputFailure(
		'Only Flexport lists its products',
		"Choose 'By ID', and give the product as the provider knows it.",
		'Product',
	);
}

async function findProducts(
	session: Session,
	filter: string,
	from: number,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchResult['results'] = [];
	const seen = new Set<string>();
	let offset = from;
	while (results.length < ENOUGH) {
		const page = await readProductPage(session, offset, PAGE_SIZE);
		// A server that ignores the offset shows the same page for ever.
		const products = takeNew(page, seen, (product) => JSON.stringify(product));
		if (products.length === 0) return { results };
		results.push(...products.filter((product) => matches(product, filter)).map(toChoice));
		offset += page.length;
	}
	return { results, paginationToken: String(offset) };
}

function matches(product: Json, filter: string): boolean {
	const wanted = filter.trim().toLowerCase();
	return [product.name, product.merchantSku, product.logisticsSku].some((value) =>
		(id(value) ?? '').toLowerCase().includes(wanted),
	);
}

function toChoice(product: Json): { name: string; value: string } {
	const sku = id(product.logisticsSku) ?? '';
	const merchantSku = id(product.merchantSku);
	return { name: `${text(product.name) ?? sku} (${merchantSku ?? sku})`, value: sku };
}
