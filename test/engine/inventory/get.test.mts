import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';

const bench = useFlexportBench();

const get = (sku: string, options: object = {}, more: object = {}) => ({
	operation: 'get',
	product: locator('id', sku),
	options: { ...options },
	...more,
});
const queries = () => bench.sandbox.log.all().map(({ query }) => query);

/** A mug that also comes in a case of twelve, with two lots. */
function addMugs() {
	const mug = bench.flexport.addProduct({
		name: 'Mug',
		merchantSku: 'MUG',
		inventory: {
			DEFAULT: {
				onHand: 40,
				available: 30,
				unavailable: 4,
				lots: [
					{ expirationDate: '2031-05-01T00:00:00Z', available: 10 },
					{ expirationDate: '2030-02-01T00:00:00Z', available: 20 },
				],
			},
		},
	});
	const packed = bench.flexport.addProduct({
		name: 'Case of mugs',
		merchantSku: 'MUG-12',
		packOf: mug.logisticsSku,
		inventory: { DEFAULT: { onHand: 2, unitsPerPack: 12 } },
	});
	return { mug, packed };
}

test('tells what is there of one product', async () => {
	const { mug } = addMugs();
	expect(await bench.output('inventory', get(mug.logisticsSku))).toEqual([
		{
			sku: mug.logisticsSku,
			onHand: 40,
			available: 30,
			unavailable: 4,
			unitsPerPack: null,
			earliestExpiration: '2030-02-01T00:00:00.000Z',
			lots: 2,
			packs: 0,
			pool: 'DEFAULT',
		},
	]);
});

test('leaves pool and packs to Flexport unless they are chosen', async () => {
	const { mug } = addMugs();
	await bench.output('inventory', get(mug.logisticsSku));
	expect(queries()).toEqual([{}]);
});

test.each([
	['DEFAULT', 11],
	['UNALLOCATED', 22],
	['STORAGE', 33],
	['PREP', 44],
])('tells what is in pool %s', async (poolName, onHand) => {
	const { logisticsSku } = bench.flexport.addProduct({
		name: 'Mug',
		merchantSku: 'MUG',
		inventory: {
			DEFAULT: { onHand: 11 },
			UNALLOCATED: { onHand: 22 },
			STORAGE: { onHand: 33 },
			PREP: { onHand: 44 },
		},
	});
	const [stock] = await bench.output('inventory', get(logisticsSku, { poolName }));
	expect(stock).toMatchObject({ onHand, pool: poolName });
	expect(queries()).toEqual([{ poolName }]);
});

test('counts the units inside packs with Aggregate Packs on', async () => {
	const { mug } = addMugs();
	const parameters = get(mug.logisticsSku, { aggregatePacks: true });
	const [stock] = await bench.output('inventory', parameters);
	expect(stock).toMatchObject({ onHand: 64, available: 54, packs: 2 });
	expect(queries()).toEqual([{ aggregatePacks: 'true' }]);
});

test('does not count them with Aggregate Packs off', async () => {
	const { mug } = addMugs();
	const parameters = get(mug.logisticsSku, { aggregatePacks: false });
	const [stock] = await bench.output('inventory', parameters);
	expect(stock).toMatchObject({ onHand: 40, available: 30, packs: 0 });
	expect(queries()).toEqual([{ aggregatePacks: 'false' }]);
});

test('takes Aggregate Packs as the text that an expression gives', async () => {
	const { mug } = addMugs();
	const input = [{ all: 'true' }, { all: 'false' }];
	const parameters = get(mug.logisticsSku, { aggregatePacks: '={{ $json.all }}' });
	const stocks = await bench.output('inventory', parameters, { input });
	expect(stocks.map(({ onHand }) => onHand)).toEqual([64, 40]);
});

test('tells how many units a pack holds', async () => {
	const { packed } = addMugs();
	const [stock] = await bench.output('inventory', get(packed.logisticsSku));
	expect(stock).toMatchObject({ onHand: 2, unitsPerPack: 12, lots: 0, earliestExpiration: null });
});

test('gives the answer untouched with Simplify off', async () => {
	const { mug, packed } = addMugs();
	const parameters = get(mug.logisticsSku, { aggregatePacks: true }, { simplify: false });
	const own = {
		logisticsSku: mug.logisticsSku,
		onHand: 40,
		available: 30,
		unavailable: 4,
		lotTrackingDetails: [
			{ expirationDate: '2031-05-01T00:00:00Z', available: 10 },
			{ expirationDate: '2030-02-01T00:00:00Z', available: 20 },
		],
	};
	const packs = {
		logisticsSku: packed.logisticsSku,
		onHand: 2,
		available: 2,
		unavailable: 0,
		unitsPerPack: 12,
		lotTrackingDetails: [],
	};
	expect(await bench.output('inventory', parameters)).toEqual([
		{ ...own, onHand: 64, available: 54, breakdown: [own, packs] },
	]);
});

test('names the product even if the answer does not', async () => {
	const { mug } = addMugs();
	// Products API, GetInventory: logisticsSku is not among the required fields of the answer.
	const body = { onHand: 3, available: 2, unavailable: 1 };
	bench.sandbox.faults.add({ fault: { kind: 'status', status: 200, body } });
	const [stock] = await bench.output('inventory', get(` ${mug.logisticsSku} `));
	expect(stock).toMatchObject({ sku: mug.logisticsSku, onHand: 3, available: 2, unavailable: 1 });
});

test('reports nothing of a product whose dimensions are not verified', async () => {
	const { logisticsSku } = bench.flexport.addProduct({
		name: 'New mug',
		merchantSku: 'NEW',
		dimsLocked: false,
		inventory: { DEFAULT: { onHand: 9 } },
	});
	const [stock] = await bench.output('inventory', get(logisticsSku));
	expect(stock).toMatchObject({ onHand: 0, available: 0, unavailable: 0 });
});

test('reads product and pool of each item', async () => {
	const products = [1, 2, 3].map((onHand) =>
		bench.flexport.addProduct({
			name: `Mug ${onHand}`,
			merchantSku: `MUG-${onHand}`,
			inventory: { DEFAULT: { onHand }, STORAGE: { onHand: onHand * 100 } },
		}),
	);
	const input = products.map(({ logisticsSku }, index) => ({
		code: logisticsSku,
		place: index === 1 ? 'STORAGE' : 'DEFAULT',
	}));
	const parameters = get('={{ $json.code }}', { poolName: '={{ $json.place }}' });
	const result = await bench.run('inventory', parameters, { input });
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.onHand, pairedItem])).toEqual([
		[1, { item: 0 }],
		[200, { item: 1 }],
		[3, { item: 2 }],
	]);
});

test('a product that does not exist is named', async () => {
	const error = await bench.failure('inventory', get('D0000000000'));
	expect(error.message).toBe(
		'Flexport has no product with the SKU D0000000000 (HTTP 404) [item 0]',
	);
});

test('a SKU that cannot be one is refused by name, and nothing is sent', async () => {
	const error = await bench.failure('inventory', get('={{ "MUG" }}'));
	expect(error.message).toBe('\'Product\' is "MUG", which is not a Flexport SKU [item 0]');
	expect(bench.sandbox.log.all()).toEqual([]);
});
