import { closeBenches, openBench, type Bench } from './helpers.mts';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(closeBenches);

const CUSTOMS = {
	originCountry: 'AF',
	tariffCode: '6109100012',
	customsValue: 0.01,
	description: 'x',
};
const DIMENSIONS = {
	weight: 0,
	weightUnit: 'oz',
	height: 0,
	width: 0,
	length: 0,
	lengthUnit: 'in',
} as const;

test('a created product comes back in the documented shape', async () => {
	const body = {
		name: 'Tee',
		merchantSku: 'TEE',
		customsInformation: CUSTOMS,
		dimensions: DIMENSIONS,
	};
	const { status, data } = await bench.api().post('/products', body);
	expect(status).toBe(201);
	expect(data).toEqual({
		name: 'Tee',
		logisticsSku: expect.stringMatching(/^D[0-9a-zA-Z]{10}$/),
		merchantSku: 'TEE',
		barcodes: [],
		dimensions: DIMENSIONS,
		international: CUSTOMS,
		dimsLocked: false,
		createdAt: '2026-01-15T12:00:00.000Z',
		updatedAt: '2026-01-15T12:00:00.000Z',
	});
	expect((await bench.api().get(`/products/${data.logisticsSku}`)).data).toEqual(data);
});

test('the longest and the shortest texts pass', async () => {
	for (const length of [1, 255]) {
		const text = 'x'.repeat(length);
		const answer = await bench.api().post('/products', { name: text, merchantSku: text });
		expect(answer.status).toBe(201);
	}
});

test('lists give 20, at most 100, and end with an empty page', async () => {
	const { flexport } = bench.sandbox;
	const added = flexport.addProducts(230).map(({ logisticsSku }) => logisticsSku);
	for (const path of ['/products', '/products/inventory/all']) {
		const get = async (query: string) => {
			const { data } = await bench.api().get(path + query);
			return data.map((row: { logisticsSku: string }) => row.logisticsSku);
		};
		expect(await get('')).toEqual(added.slice(0, 20));
		expect(await get('?limit=500')).toEqual(added.slice(0, 100));
		expect(await get('?limit=3&offset=20')).toEqual(added.slice(20, 23));
		expect(await get('?limit=100&offset=200')).toEqual(added.slice(200));
		expect(await get('?offset=230')).toEqual([]);
		expect(await get('?updatedAfter=2030-01-01')).toEqual(added.slice(0, 20));
	}
});

test('ten thousand products have ten thousand SKUs, the same in every run', async () => {
	const skus = bench.sandbox.flexport.addProducts(10_000).map(({ logisticsSku }) => logisticsSku);
	expect(new Set(skus).size).toBe(10_000);
	const other = await openBench();
	expect(other.sandbox.flexport.addProducts(2).map((each) => each.logisticsSku)).toEqual(
		skus.slice(0, 2),
	);
});

test.each(['/products/TEE', '/products/D0000000000', '/products/D0000000000/inventory'])(
	'GET %s is not found',
	async (path) => {
		expect((await bench.api().get(path)).status).toBe(404);
	},
);

test('inventory is told per pool, with lots', async () => {
	const { logisticsSku } = bench.sandbox.flexport.addProduct({
		name: 'Serum',
		merchantSku: 'SERUM',
		inventory: {
			DEFAULT: {
				onHand: 9,
				available: 6,
				unavailable: 2,
				lots: [{ lotNumber: 'L1', expirationDate: '2026-09-15T00:00:00.000Z', available: 6 }],
			},
			STORAGE: { onHand: 40 },
		},
	});
	const get = async (query: string) =>
		(await bench.api().get(`/products/${logisticsSku}/inventory${query}`)).data;
	expect(await get('')).toEqual({
		logisticsSku,
		onHand: 9,
		available: 6,
		unavailable: 2,
		lotTrackingDetails: [{ expirationDate: '2026-09-15T00:00:00.000Z', available: 6 }],
	});
	expect(await get('?poolName=STORAGE')).toMatchObject({ onHand: 40, available: 40 });
	expect(await get('?poolName=PREP')).toMatchObject({ onHand: 0, available: 0, unavailable: 0 });
});

test('levels stay 0 until the dimensions are verified', async () => {
	const { logisticsSku } = bench.sandbox.flexport.addProduct({
		name: 'Rope',
		merchantSku: 'ROPE',
		dimsLocked: false,
		inventory: { DEFAULT: { onHand: 5 } },
	});
	const { data } = await bench.api().get(`/products/${logisticsSku}/inventory`);
	expect(data).toMatchObject({ onHand: 0, available: 0, unavailable: 0 });
});

test('aggregated packs are added up in units and broken down', async () => {
	const { flexport } = bench.sandbox;
	const socks = flexport.addProduct({
		name: 'Socks',
		merchantSku: 'S',
		inventory: { DEFAULT: { onHand: 10 } },
	});
	const box = flexport.addProduct({
		name: 'Case',
		merchantSku: 'S-12',
		packOf: socks.logisticsSku,
		inventory: { DEFAULT: { onHand: 2, unitsPerPack: 12 } },
	});
	const { data } = await bench
		.api()
		.get(`/products/${socks.logisticsSku}/inventory?aggregatePacks=true`);
	expect(data).toMatchObject({ logisticsSku: socks.logisticsSku, onHand: 34, available: 34 });
	expect(data.breakdown).toMatchObject([
		{ logisticsSku: socks.logisticsSku, onHand: 10 },
		{ logisticsSku: box.logisticsSku, onHand: 2, unitsPerPack: 12 },
	]);
});

test('warehouse details list what lies where; an unknown SKU is named', async () => {
	const warehouses = [
		{ available: 3, warehouseId: 'PHL1' },
		{ available: 4, warehouseId: 'ONT2' },
	];
	const { logisticsSku } = bench.sandbox.flexport.addProduct({
		name: 'Tee',
		merchantSku: 'TEE',
		inventory: { DEFAULT: { onHand: 7, warehouses } },
	});
	const ask = (logisticsSkus: unknown) =>
		bench.api().post('/products/warehouse', { logisticsSkus });
	expect((await ask([logisticsSku])).data).toEqual([
		{ logisticsSku, warehouseDetails: warehouses },
	]);
	const unknown = await ask([logisticsSku, 'D0000000000']);
	expect(unknown.status).toBe(422);
	expect(unknown.data.detail).toBe('/logisticsSkus/1 names no product: D0000000000');
	expect((await ask('D0000000000')).status).toBe(422);
	expect((await ask([])).status).toBe(422);
});

test('a change of stock shows in the inventory and is told as an event', async () => {
	const { flexport } = bench.sandbox;
	const { logisticsSku } = flexport.addProduct({
		name: 'Tee',
		merchantSku: 'TEE',
		inventory: { DEFAULT: { onHand: 7 } },
	});
	flexport.setInventory(logisticsSku, 'DEFAULT', { onHand: 20, unavailable: 3 });
	const { data } = await bench.api().get(`/products/${logisticsSku}/inventory`);
	expect(data).toMatchObject({ onHand: 20, available: 17, unavailable: 3 });
	expect(flexport.events()).toMatchObject([
		{
			type: 'Inventory.Adjusted',
			payload: {
				reason: 'ADJUSTMENT',
				adjustments: [
					{
						logisticsSKU: logisticsSku,
						changes: [
							{ state: 'AVAILABLE', delta: 10 },
							{ state: 'UNAVAILABLE', delta: 3 },
						],
					},
				],
			},
		},
	]);
});
