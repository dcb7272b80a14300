import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../../../nodes/shared/failure.ts';
import {
	listLowStock,
	type LowStockQuery,
} from '../../../nodes/shared/providers/flexport/low-stock.ts';
import { openFlexport } from '../../../nodes/shared/providers/flexport/session.ts';
import type { Thresholds } from '../../../nodes/shared/providers/flexport/thresholds.ts';
import { itemWith } from '../support/fake-item.mts';

const PRODUCTS = [
	{ logisticsSku: 'DMUG0000001', merchantSku: 'MUG', name: 'Mug' },
	{ logisticsSku: 'DCUP0000001', merchantSku: 'CUP', name: 'Cup' },
	{ logisticsSku: 'DPOT0000001', merchantSku: 'POT', name: 'Pot' },
	{ logisticsSku: 'DNEW0000001', merchantSku: 'NEW', name: 'Never received' },
];
const STOCK = [
	{ logisticsSku: 'DMUG0000001', available: 10, onHand: 30 },
	{ logisticsSku: 'DCUP0000001', available: 2, onHand: 4 },
	{ logisticsSku: 'DPOT0000001', available: 11, onHand: 11 },
];

async function lowStock(
	thresholds: Thresholds,
	query: Partial<LowStockQuery> = {},
	stock: IDataObject[] = STOCK,
	products: IDataObject[] = PRODUCTS,
) {
	const pools: unknown[] = [];
	const item = itemWith(
		{},
		{
			api: async (_credential, { url, qs }) => {
				const rows = url.endsWith('/inventory/all') ? stock : products;
				if (url.endsWith('/inventory/all')) pools.push(qs?.poolName);
				return { statusCode: 200, headers: {}, body: qs?.offset === 0 ? rows : [] };
			},
		},
	);
	const session = await openFlexport(item.runtime);
	const rows = await listLowStock(session, {
		thresholds,
		measure: 'available',
		poolName: '',
		...query,
	});
	return { rows, pools: [...new Set(pools)] };
}

const skusOf = async (...query: Parameters<typeof lowStock>) =>
	(await lowStock(...query)).rows.map(({ sku }) => sku);
const bySku = (thresholds: Record<string, number>): Thresholds => ({
	bySku: new Map(Object.entries(thresholds)),
	label: 'Threshold per SKU',
});

describe('one threshold for all products', () => {
	it('finds those at it and below it, the one furthest below first', async () => {
		expect(await skusOf({ forAll: 10 })).toEqual(['DCUP0000001', 'DMUG0000001']);
	});

	it('finds none where all have more', async () => {
		expect(await skusOf({ forAll: 1 })).toEqual([]);
	});

	it('may be 0, for what is sold out', async () => {
		const stock = [{ logisticsSku: 'DMUG0000001', available: 0, onHand: 5 }];
		expect(await skusOf({ forAll: 0 }, {}, stock)).toEqual(['DMUG0000001']);
	});

	it('says all that is needed to order more', async () => {
		expect((await lowStock({ forAll: 5 })).rows).toEqual([
			{
				sku: 'DCUP0000001',
				name: 'Cup',
				merchantSku: 'CUP',
				available: 2,
				onHand: 4,
				measure: 'available',
				threshold: 5,
				belowBy: 3,
				pool: 'DEFAULT',
			},
		]);
	});

	it('keeps the order of the list for products that are equally low', async () => {
		const stock = ['DPOT0000001', 'DMUG0000001', 'DCUP0000001'].map((logisticsSku) => ({
			logisticsSku,
			available: 1,
			onHand: 1,
		}));
		expect(await skusOf({ forAll: 2 }, {}, stock)).toEqual(stock.map((row) => row.logisticsSku));
	});

	it('finds stock of a product that the list of products does not have', async () => {
		const stock = [{ logisticsSku: 'DOLD0000001', available: 1, onHand: 1 }];
		expect((await lowStock({ forAll: 2 }, {}, stock)).rows).toMatchObject([
			{ sku: 'DOLD0000001', name: null, merchantSku: null },
		]);
	});
});

describe('a threshold per SKU', () => {
	it('watches only the products that are named', async () => {
		expect(await skusOf(bySku({ DMUG0000001: 100 }))).toEqual(['DMUG0000001']);
	});

	it("takes the merchant's SKUs as well as Flexport's", async () => {
		expect(await skusOf(bySku({ POT: 20, DCUP0000001: 3 }))).toEqual([
			'DPOT0000001',
			'DCUP0000001',
		]);
	});

	it('watches all products that share a merchant SKU', async () => {
		const products = [
			...PRODUCTS,
			{ logisticsSku: 'DMUG0000002', merchantSku: 'MUG', name: 'Mug 2' },
		];
		const rows = await lowStock(bySku({ MUG: 10 }), {}, STOCK, products);
		expect(rows.rows.map(({ sku }) => sku)).toEqual(['DMUG0000002', 'DMUG0000001']);
	});

	it('counts a product without stock as 0', async () => {
		expect((await lowStock(bySku({ NEW: 3 }))).rows).toMatchObject([
			{ sku: 'DNEW0000001', available: 0, onHand: 0, belowBy: 3 },
		]);
	});

	it('names a SKU that the account does not have', async () => {
		const error = await lowStock(bySku({ MUG: 1, mug: 1 })).catch((reason: unknown) => reason);
		if (!(error instanceof Failure)) throw error;
		expect(error.facts.kind).toBe('input');
		expect(error.facts.what).toBe('The SKU "mug" in the thresholds is not one of this account');
		expect(error.facts.field).toBe('Threshold per SKU');
	});
});

describe('the quantity that is compared', () => {
	it('may be what is on hand', async () => {
		const { rows } = await lowStock({ forAll: 11 }, { measure: 'onHand' });
		expect(rows.map(({ sku, belowBy, measure }) => [sku, belowBy, measure])).toEqual([
			['DCUP0000001', 7, 'onHand'],
			['DPOT0000001', 0, 'onHand'],
		]);
	});

	it.each([
		[{ available: '2' }, 2],
		[{ available: null }, 0],
		[{}, 0],
	])('is read from %j as %d', async (quantities, available) => {
		const stock = [{ logisticsSku: 'DMUG0000001', ...quantities }];
		expect((await lowStock({ forAll: 5 }, {}, stock)).rows).toMatchObject([{ available }]);
	});
});

describe('the pool', () => {
	it('is asked for and told where one was chosen', async () => {
		const { rows, pools } = await lowStock({ forAll: 5 }, { poolName: 'STORAGE' });
		expect(pools).toEqual(['STORAGE']);
		expect(rows).toMatchObject([{ pool: 'STORAGE' }]);
	});

	it('is left to Flexport where none was chosen', async () => {
		const { rows, pools } = await lowStock({ forAll: 5 });
		expect(pools).toEqual([undefined]);
		expect(rows).toMatchObject([{ pool: 'DEFAULT' }]);
	});
});
