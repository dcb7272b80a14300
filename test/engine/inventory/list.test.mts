import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { closedGate } from '../support/gate.mts';
import { hurry } from '../support/hurry.mts';
import { until } from '../support/until.mts';

const ALL = { operation: 'getAll', returnAll: true };

const bench = useFlexportBench();

const storedSkus = () => bench.flexport.products().map(({ logisticsSku }) => logisticsSku);
const requests = () => bench.sandbox.log.find('GET', '/products/inventory/all');

/** Products whose stock tells them apart: 0, 1, 2, ... units, and a hundred times that in storage. */
const addStock = (count: number) =>
	bench.flexport.addProducts(count, (index) => ({
		inventory: { DEFAULT: { onHand: index }, STORAGE: { onHand: index * 100 } },
	}));

test.each([0, 1, 99, 100, 101, 1234])(
	'Return All gives the stock of all of %i products in order, none twice and none skipped',
	async (count) => {
		addStock(count);
		const rows = await bench.output('inventory', ALL);
		expect(rows.map(({ sku, onHand }) => [sku, onHand])).toEqual(
			storedSkus().map((sku, index) => [sku, index]),
		);
	},
);

test('Return All reads a few pages at a time, each of them once', async () => {
	addStock(1234);
	// The second page stays away until a third one is asked for.
	const gate = closedGate();
	bench.sandbox.faults.add({ when: { nth: [2] }, until: gate.opened });
	const run = bench.output('inventory', ALL);
	await until(() => requests().length > 2);
	gate.open();
	await run;
	const offsets = new Set(requests().map(({ query }) => query.offset));
	expect(offsets.size).toBe(requests().length);
	expect(bench.sandbox.log.maxInFlight()).toBeGreaterThan(1);
	expect(bench.sandbox.log.maxInFlight()).toBeLessThanOrEqual(8);
});

test.each([1, 100, 101, 250])('a limit of %i gives that many, from the first on', async (limit) => {
	addStock(300);
	const rows = await bench.output('inventory', { operation: 'getAll', limit });
	expect(rows.map(({ sku }) => sku)).toEqual(storedSkus().slice(0, limit));
});

test('the pool that is chosen is asked for on every page, and told with every row', async () => {
	addStock(250);
	const rows = await bench.output('inventory', { ...ALL, options: { poolName: 'STORAGE' } });
	expect(rows.map(({ onHand, pool }) => [onHand, pool])).toEqual(
		Array.from({ length: 250 }, (_, index) => [index * 100, 'STORAGE']),
	);
	expect(new Set(requests().map(({ query }) => query.poolName))).toEqual(new Set(['STORAGE']));
});

test('a row has nine flat fields when simplified', async () => {
	const [product] = bench.flexport.addProducts(1, () => ({
		inventory: {
			DEFAULT: {
				onHand: 9,
				available: 5,
				unavailable: 1,
				unitsPerPack: 6,
				lots: [{ expirationDate: '2030-02-01T00:00:00+02:00', available: 5 }],
			},
		},
	}));
	expect(await bench.output('inventory', ALL)).toEqual([
		{
			sku: product?.logisticsSku,
			onHand: 9,
			available: 5,
			unavailable: 1,
			unitsPerPack: 6,
			earliestExpiration: '2030-01-31T22:00:00.000Z',
			lots: 1,
			packs: 0,
			pool: 'DEFAULT',
		},
	]);
});

test('rows leave untouched with Simplify off', async () => {
	addStock(2);
	const [first, second] = storedSkus();
	const row = { unavailable: 0, lotTrackingDetails: [] };
	expect(await bench.output('inventory', { ...ALL, simplify: false })).toEqual([
		{ ...row, logisticsSku: first, onHand: 0, available: 0 },
		{ ...row, logisticsSku: second, onHand: 1, available: 1 },
	]);
});

test('each incoming item gets a list of its own, and every row points at its item', async () => {
	addStock(3);
	const parameters = {
		operation: 'getAll',
		limit: '={{ $json.count }}',
		options: { poolName: '={{ $json.place }}' },
	};
	const input = [
		{ count: 2, place: 'DEFAULT' },
		{ count: 3, place: 'STORAGE' },
	];
	const result = await bench.run('inventory', parameters, { input });
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.onHand, pairedItem])).toEqual([
		[0, { item: 0 }],
		[1, { item: 0 }],
		[0, { item: 1 }],
		[100, { item: 1 }],
		[200, { item: 1 }],
	]);
});

test('a list read through 503, 429 and cut connections is whole', async () => {
	const endHurry = hurry();
	try {
		addStock(850);
		const path = '/products/inventory/all';
		const faults = [
			{ kind: 'status', status: 503 },
			{ kind: 'status', status: 429, retryAfter: 2 },
			{ kind: 'cutAfter' },
			{ kind: 'cutDuring' },
		] as const;
		faults.forEach((fault, index) =>
			bench.sandbox.faults.add({ path, when: { nth: [index + 2] }, fault }),
		);
		const rows = await bench.output('inventory', ALL);
		expect(rows.map(({ sku }) => sku)).toEqual(storedSkus());
		expect(bench.sandbox.faults.counts()).toMatchObject({ status: 2, cutAfter: 1, cutDuring: 1 });
	} finally {
		endHurry();
	}
});
