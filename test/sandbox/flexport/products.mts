import { scrambled } from '../shared/ids.mts';
import { problem } from '../shared/problem.mts';
import type { Call, FlexportEndpoint } from './call.mts';
import type { Pool } from './enums.mts';
import { LOGISTICS_SKU, validateCreateProduct } from './product-schema.mts';
import { pageOf } from './query.mts';
import { completeLevels, type PoolInput, type StoredProduct } from './stock.mts';
import type { CreateProductBody, Product } from './product-types.mts';
import type { Account, World } from './world.mts';

/** What a product can be given beside what CreateProduct takes. */
export interface ProductInput extends CreateProductBody {
	barcodes?: string[];
	dimsLocked?: boolean;
	/** Stock per pool. `{}` = never inbounded. Left out = 10,000 units in the DEFAULT pool. */
	inventory?: Partial<Record<Pool, PoolInput>>;
	/** logisticsSku of the product that this one is a pack of; see `unitsPerPack` of a pool. */
	packOf?: string;
}

/** Puts a product into an account. */
export function storeProduct(world: World, account: Account, input: ProductInput): StoredProduct {
	const now = world.timestamp();
	const inventory = input.inventory ?? { DEFAULT: { onHand: 10_000 } };
	const pools: StoredProduct['pools'] = new Map();
	for (const pool of ['DEFAULT', 'UNALLOCATED', 'STORAGE', 'PREP'] as const) {
		const levels = inventory[pool];
		if (levels !== undefined) pools.set(pool, completeLevels(levels));
	}
	const product: Product = {
		name: input.name,
		logisticsSku: `D${scrambled(world.next.product())}`,
		merchantSku: input.merchantSku,
		barcodes: input.barcodes ?? [],
		...(input.dimensions === undefined ? {} : { dimensions: input.dimensions }),
		...(input.customsInformation === undefined ? {} : { international: input.customsInformation }),
		dimsLocked: input.dimsLocked ?? pools.size > 0,
		createdAt: now,
		updatedAt: now,
	};
	const stored: StoredProduct = { product, account: account.name, pools, packOf: input.packOf };
	account.products.push(stored);
	world.productsBySku.set(product.logisticsSku, stored);
	return stored;
}

/** The product of a path, or 404. */
export function productOfPath(world: World, call: Call): StoredProduct {
	const sku = call.param('logisticsSku');
	// 404 is the only refusal that is documented for a path, so a malformed id gets it too.
	if (!LOGISTICS_SKU.test(sku)) {
		throw problem(404, `"${sku}" is not a logisticsSku: 11 characters, ^D[0-9a-zA-Z]+$.`);
	}
	const stored = world.productsBySku.get(sku);
	if (stored === undefined || stored.account !== call.account.name) {
		throw problem(404, `There is no product ${sku}.`);
	}
	return stored;
}

/** Endpoints of the products themselves. */
export function productEndpoints(world: World): FlexportEndpoint[] {
	return [
		{
			method: 'POST',
			path: '/products',
			scope: 'write_logistics_products',
			handle(call) {
				const body = call.body(validateCreateProduct);
				// A new product was received nowhere: no stock, dimensions not verified.
				const stored = storeProduct(world, call.account, { ...body, inventory: {} });
				return { status: 201, body: stored.product };
			},
		},
		{
			method: 'GET',
			path: '/products',
			scope: 'read_logistics_products',
			handle: (call) => ({
				status: 200,
				body: pageOf(call, call.account.products).map((stored) => stored.product),
			}),
		},
		{
			method: 'GET',
			path: '/products/:logisticsSku',
			scope: 'read_logistics_products',
			handle: (call) => ({ status: 200, body: productOfPath(world, call).product }),
		},
	];
}
