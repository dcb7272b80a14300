import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { closedGate } from '../support/gate.mts';
import { until } from '../support/until.mts';

const ALL = { operation: 'getAll', returnAll: true };

const bench = useFlexportBench();

const storedSkus = () => bench.flexport.products().map(({ logisticsSku }) => logisticsSku);
const requests = () => bench.sandbox.log.find('GET', '/products');
const skus = async (parameters: object) =>
	(await bench.output('product', { ...parameters })).map(({ sku }) => sku);

describe('Return All', () => {
	test.each([0, 1, 99, 100, 101, 1234])(
		'gives all of %i products in order, none twice and none skipped',
		async (count) => {
			bench.flexport.addProducts(count);
			expect(await skus(ALL)).toEqual(storedSkus());
		},
	);

	test('reads a few pages at a time, each of them once', async () => {
		bench.flexport.addProducts(1234);
		// The second page stays away until a third one is asked for.
		const gate = closedGate();
		bench.sandbox.faults.add({ when: { nth: [2] }, until: gate.opened });
		const run = bench.output('product', ALL);
		await until(() => requests().length > 2);
		gate.open();
		await run;
		const { length } = requests();
		const offsets = new Set(requests().map(({ query }) => query.offset));
		expect(offsets.size).toBe(length);
		// 13 pages and the empty one that ends the list, and at most seven read ahead in vain.
		expect(length).toBeLessThanOrEqual(21);
		expect(bench.sandbox.log.maxInFlight()).toBeGreaterThan(1);
		expect(bench.sandbox.log.maxInFlight()).toBeLessThanOrEqual(8);
	});

	test('asks for the largest page that the API allows', async () => {
		bench.flexport.addProducts(250);
		await bench.output('product', ALL);
		expect(new Set(requests().map(({ query }) => query.limit))).toEqual(new Set(['100']));
	});

	test('sends no more requests at a time than Options allow', async () => {
		bench.flexport.addProducts(500);
		bench.flexport.processingMs = 5;
		expect(await skus({ ...ALL, options: { maxInFlight: 1 } })).toEqual(storedSkus());
		expect(bench.sandbox.log.maxInFlight()).toBe(1);
	});

	test('gives nothing for an account without products', async () => {
		const result = await bench.run('product', ALL);
		expect(result.status).toBe('success');
		expect(result.items(NODE)).toEqual([]);
	});
});

describe('Limit', () => {
	test.each([1, 50, 100, 101, 250])('of %i gives that many, from the first on', async (limit) => {
		bench.flexport.addProducts(300);
		expect(await skus({ operation: 'getAll', limit })).toEqual(storedSkus().slice(0, limit));
	});

	test('is 50 unless told otherwise, in one request', async () => {
		bench.flexport.addProducts(60);
		expect(await skus({ operation: 'getAll' })).toEqual(storedSkus().slice(0, 50));
		expect(requests().map(({ query }) => query)).toEqual([{ limit: '50', offset: '0' }]);
	});

	test('above the number of products gives them all', async () => {
		bench.flexport.addProducts(7);
		expect(await skus({ operation: 'getAll', limit: 250 })).toEqual(storedSkus());
	});

	test.each([0, -1, 2.5, '={{ "many" }}'])(
		'of %p is refused by name, and nothing is sent',
		async (limit) => {
			const error = await bench.failure('product', { operation: 'getAll', limit });
			expect(error.message).toBe("'Limit' must be a whole number of at least 1 [item 0]");
			expect(bench.sandbox.log.all()).toEqual([]);
		},
	);
});

test('products leave with ten flat fields when simplified', async () => {
	const [stored] = bench.flexport.addProducts(1);
	expect(await bench.output('product', ALL)).toEqual([
		{
			sku: stored?.logisticsSku,
			name: 'Product 00001',
			merchantSku: 'SKU-00001',
			barcodes: [],
			dimsLocked: true,
			weight: null,
			weightUnit: null,
			originCountry: null,
			createdAt: stored?.createdAt,
			updatedAt: stored?.updatedAt,
		},
	]);
});

test('products leave untouched with Simplify off', async () => {
	bench.flexport.addProducts(101);
	expect(await bench.output('product', { ...ALL, simplify: false })).toEqual(
		bench.flexport.products(),
	);
});

test('each incoming item gets a list of its own, and every product points at its item', async () => {
	bench.flexport.addProducts(3);
	const parameters = { operation: 'getAll', limit: '={{ $json.count }}' };
	const input = [{ count: 1 }, { count: 3 }, { count: '2' }];
	const result = await bench.run('product', parameters, { input });
	const [first, second, third] = storedSkus();
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([
		[first, { item: 0 }],
		[first, { item: 1 }],
		[second, { item: 1 }],
		[third, { item: 1 }],
		[first, { item: 2 }],
		[second, { item: 2 }],
	]);
});

test('an account sees its own products only', async () => {
	bench.flexport.addProducts(2);
	const { token } = bench.flexport.addAccount();
	bench.flexport.addProducts(1, () => ({ merchantSku: 'THEIRS' }), token);
	const products = await bench.output('product', ALL, { token });
	expect(products.map(({ merchantSku }) => merchantSku)).toEqual(['THEIRS']);
});
