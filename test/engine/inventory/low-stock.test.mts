import type { INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';

const bench = useFlexportBench();

const low = (changes: INodeParameters = {}): INodeParameters => ({
	operation: 'getLowStock',
	...changes,
});
const add = (merchantSku: string, onHand: number, more: object = {}) =>
	bench.flexport.addProduct({
		name: `The ${merchantSku}`,
		merchantSku,
		inventory: { DEFAULT: { onHand } },
		...more,
	});
const merchantSkus = async (parameters: INodeParameters) =>
	(await bench.output('inventory', parameters)).map(({ merchantSku }) => merchantSku);

describe('one threshold for all products', () => {
	test('gives what is at or below it: name, SKUs, quantities and how far below', async () => {
		add('PLENTY', 11);
		const atIt = add('JUST', 10);
		const below = add('FEW', 3, {
			inventory: { DEFAULT: { onHand: 5, available: 3, unavailable: 1 } },
		});
		expect(await bench.output('inventory', low({ threshold: 10 }))).toEqual([
			{
				sku: below.logisticsSku,
				name: 'The FEW',
				merchantSku: 'FEW',
				available: 3,
				onHand: 5,
				measure: 'available',
				threshold: 10,
				belowBy: 7,
				pool: 'DEFAULT',
			},
			{
				sku: atIt.logisticsSku,
				name: 'The JUST',
				merchantSku: 'JUST',
				available: 10,
				onHand: 10,
				measure: 'available',
				threshold: 10,
				belowBy: 0,
				pool: 'DEFAULT',
			},
		]);
	});

	test('is 10 unless told otherwise', async () => {
		add('ELEVEN', 11);
		add('TEN', 10);
		expect(await merchantSkus(low())).toEqual(['TEN']);
	});

	test('of 0 gives what is out of stock', async () => {
		add('ONE', 1);
		add('NONE', 0);
		expect(await merchantSkus(low({ threshold: 0 }))).toEqual(['NONE']);
	});

	test('can be text that an expression gives', async () => {
		add('FOUR', 4);
		add('SIX', 6);
		const input = [{ level: ' 5 ' }];
		const [item] = await bench.output('inventory', low({ threshold: '={{ $json.level }}' }), {
			input,
		});
		expect(item).toMatchObject({ merchantSku: 'FOUR', threshold: 5, belowBy: 1 });
	});

	test('gives nothing when nothing is low', async () => {
		add('PLENTY', 500);
		const result = await bench.run('inventory', low({ threshold: 10 }));
		expect([result.status, result.items(NODE)]).toEqual(['success', []]);
	});
});

test('what is furthest below its threshold comes first', async () => {
	add('SEVEN', 7);
	add('NONE', 0);
	add('NINE', 9);
	add('TWO', 2);
	expect(await merchantSkus(low({ threshold: 9 }))).toEqual(['NONE', 'TWO', 'SEVEN', 'NINE']);
});

test('on hand can be counted instead of available', async () => {
	add('RESERVED', 0, { inventory: { DEFAULT: { onHand: 50, available: 1 } } });
	const gone = add('GONE', 0, { inventory: { DEFAULT: { onHand: 2, available: 1 } } });
	const parameters = low({ threshold: 5, measure: 'onHand' });
	expect(await bench.output('inventory', parameters)).toEqual([
		expect.objectContaining({
			sku: gone.logisticsSku,
			measure: 'onHand',
			available: 1,
			onHand: 2,
			belowBy: 3,
		}),
	]);
});

test.each(['UNALLOCATED', 'STORAGE', 'PREP'])(
	'the stock of pool %s can be looked at',
	async (pool) => {
		add('HERE', 0, { inventory: { DEFAULT: { onHand: 1 }, [pool]: { onHand: 100 } } });
		add('THERE', 0, { inventory: { DEFAULT: { onHand: 100 }, [pool]: { onHand: 1 } } });
		const items = await bench.output(
			'inventory',
			low({ threshold: 5, options: { poolName: pool } }),
		);
		expect(items).toEqual([expect.objectContaining({ merchantSku: 'THERE', available: 1, pool })]);
	},
);

describe('one threshold per SKU', () => {
	const perSku = (...values: INodeParameters[]): INodeParameters =>
		low({ thresholdMode: 'perSku', thresholds: { values } });

	test('takes the merchant’s SKUs and Flexport’s, and leaves other products out', async () => {
		add('MUG', 4);
		const pot = add('POT', 4);
		add('CUP', 0);
		const items = await bench.output(
			'inventory',
			perSku({ sku: 'MUG', threshold: 5 }, { sku: pot.logisticsSku, threshold: 20 }),
		);
		expect(
			items.map(({ merchantSku, threshold, belowBy }) => [merchantSku, threshold, belowBy]),
		).toEqual([
			['POT', 20, 16],
			['MUG', 5, 1],
		]);
	});

	test('takes SKUs and thresholds from expressions, as text and as numbers', async () => {
		add('1001', 4);
		const input = [{ code: 1001, level: '5' }];
		const parameters = perSku({ sku: '={{ $json.code }}', threshold: '={{ $json.level }}' });
		const items = await bench.output('inventory', parameters, { input });
		expect(items).toEqual([expect.objectContaining({ merchantSku: '1001', threshold: 5 })]);
	});

	test('does not mind spaces around a SKU', async () => {
		add('MUG', 4);
		expect(await merchantSkus(perSku({ sku: ' MUG ', threshold: 5 }))).toEqual(['MUG']);
	});

	test('can be JSON', async () => {
		add('MUG', 4);
		add('POT', 4);
		const thresholdsJson = JSON.stringify({ MUG: 5, POT: 3 });
		expect(await merchantSkus(low({ thresholdMode: 'json', thresholdsJson }))).toEqual(['MUG']);
	});

	test('can be an object that an expression gives, with thresholds as text', async () => {
		add('MUG', 4);
		const input = [{ levels: { MUG: '4' } }];
		const parameters = low({ thresholdMode: 'json', thresholdsJson: '={{ $json.levels }}' });
		const items = await bench.output('inventory', parameters, { input });
		expect(items).toEqual([expect.objectContaining({ merchantSku: 'MUG', belowBy: 0 })]);
	});

	test('counts a product that Flexport lists without stock as 0', async () => {
		const { logisticsSku } = add('MUG', 4);
		const path = '/products/inventory/all';
		bench.sandbox.faults.add({ path, fault: { kind: 'status', status: 200, body: [] } });
		expect(await bench.output('inventory', perSku({ sku: 'MUG', threshold: 5 }))).toEqual([
			{
				sku: logisticsSku,
				name: 'The MUG',
				merchantSku: 'MUG',
				available: 0,
				onHand: 0,
				measure: 'available',
				threshold: 5,
				belowBy: 5,
				pool: 'DEFAULT',
			},
		]);
	});
});

test('a thousand products are looked through, on all of their pages', async () => {
	bench.flexport.addProducts(1000, (index) => ({
		inventory: { DEFAULT: { onHand: index % 100 } },
	}));
	const items = await bench.output('inventory', low({ threshold: 4 }));
	const expected = bench.flexport
		.products()
		.flatMap(({ logisticsSku, name }, index) =>
			index % 100 <= 4 ? [{ sku: logisticsSku, name, belowBy: 4 - (index % 100) }] : [],
		);
	const bySku = (a: { sku?: unknown }, b: { sku?: unknown }) =>
		String(a.sku).localeCompare(String(b.sku));
	expect(items.map(({ sku, name, belowBy }) => ({ sku, name, belowBy })).sort(bySku)).toEqual(
		[...expected].sort(bySku),
	);
	const belowBy = items.map((item) => Number(item.belowBy));
	expect(belowBy).toEqual([...belowBy].sort((a, b) => b - a));
});

test('each incoming item gets a list of its own, and every product points at its item', async () => {
	add('NONE', 0);
	add('FIVE', 5);
	const input = [{ level: 5 }, { level: 0 }];
	const result = await bench.run('inventory', low({ threshold: '={{ $json.level }}' }), { input });
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.merchantSku, pairedItem])).toEqual([
		['NONE', { item: 0 }],
		['FIVE', { item: 0 }],
		['NONE', { item: 1 }],
	]);
});
