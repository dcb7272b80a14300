import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { hurry } from '../support/hurry.mts';

const bench = useFlexportBench();

const find = (skus: string, more: object = {}) => ({ operation: 'getWarehouses', skus, ...more });
const bodies = () => bench.sandbox.log.find('POST', '/products/warehouse').map(({ body }) => body);

/** A mug at two warehouses, and a pot at one, with more of it in another pool. */
function addStock() {
	const mug = bench.flexport.addProduct({
		name: 'Mug',
		merchantSku: 'MUG',
		inventory: {
			DEFAULT: {
				onHand: 30,
				warehouses: [
					{ warehouseId: 'PHL1', available: 10 },
					{ warehouseId: 'ONT2', available: 20 },
				],
			},
		},
	});
	const pot = bench.flexport.addProduct({
		name: 'Pot',
		merchantSku: 'POT',
		inventory: {
			DEFAULT: { onHand: 5, warehouses: [{ warehouseId: 'PHL1', available: 5 }] },
			STORAGE: { onHand: 70, warehouses: [{ warehouseId: 'DFW3', available: 70 }] },
		},
	});
	return { mug: mug.logisticsSku, pot: pot.logisticsSku };
}

test('one product gives an item for each warehouse that has it', async () => {
	const { mug } = addStock();
	expect(await bench.output('inventory', find(mug))).toEqual([
		{ sku: mug, warehouseId: 'PHL1', available: 10, pool: 'DEFAULT' },
		{ sku: mug, warehouseId: 'ONT2', available: 20, pool: 'DEFAULT' },
	]);
});

test.each([
	['commas', ','],
	['commas and spaces', ' , '],
	['commas with one too many', ',,'],
])('several products are asked for at once, with %s in between', async (_what, between) => {
	const { mug, pot } = addStock();
	const rows = await bench.output('inventory', find(`${mug}${between}${pot}`));
	expect(rows.map(({ sku, warehouseId }) => [sku, warehouseId])).toEqual([
		[mug, 'PHL1'],
		[mug, 'ONT2'],
		[pot, 'PHL1'],
	]);
	expect(bodies()).toEqual([{ logisticsSkus: [mug, pot] }]);
});

test('an expression may give a list', async () => {
	const { mug, pot } = addStock();
	const input = [{ codes: [mug, ` ${pot} `] }];
	await bench.output('inventory', find('={{ $json.codes }}'), { input });
	expect(bodies()).toEqual([{ logisticsSkus: [mug, pot] }]);
});

test('each incoming item asks for its own products, and every warehouse points at its item', async () => {
	const { mug, pot } = addStock();
	const input = [{ code: pot }, { code: mug }];
	const result = await bench.run('inventory', find('={{ $json.code }}'), { input });
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([
		[pot, { item: 0 }],
		[mug, { item: 1 }],
		[mug, { item: 1 }],
	]);
});

test('the pool that is chosen is asked for and told', async () => {
	const { pot } = addStock();
	const rows = await bench.output('inventory', find(pot, { options: { poolName: 'STORAGE' } }));
	expect(rows).toEqual([{ sku: pot, warehouseId: 'DFW3', available: 70, pool: 'STORAGE' }]);
});

test('the answer leaves untouched with Simplify off', async () => {
	const { mug, pot } = addStock();
	expect(await bench.output('inventory', find(`${mug},${pot}`, { simplify: false }))).toEqual([
		{
			logisticsSku: mug,
			warehouseDetails: [
				{ available: 10, warehouseId: 'PHL1' },
				{ available: 20, warehouseId: 'ONT2' },
			],
		},
		{ logisticsSku: pot, warehouseDetails: [{ available: 5, warehouseId: 'PHL1' }] },
	]);
});

test('a product that is nowhere gives no item', async () => {
	const [product] = bench.flexport.addProducts(1, () => ({ inventory: {} }));
	const result = await bench.run('inventory', find(product?.logisticsSku ?? ''));
	expect(result.status).toBe('success');
	expect(result.items(NODE)).toEqual([]);
});

test('a SKU that the account does not have is named', async () => {
	const { mug } = addStock();
	const error = await bench.failure('inventory', find(`${mug}, D0000000000`));
	expect(error.message).toBe(
		'Flexport refused the values: /logisticsSkus/1 names no product: D0000000000 (HTTP 422) [item 0]',
	);
	expect(error.description).not.toContain('The API said');
});

test('a SKU that cannot be one is named, and nothing is sent', async () => {
	const { mug } = addStock();
	const error = await bench.failure('inventory', find(`${mug}, MUG`));
	expect(error.message).toBe('\'SKUs\' holds "MUG", which is not a Flexport SKU [item 0]');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test.each([
	['an empty text', '={{ "" }}'],
	['an empty list', '={{ [] }}'],
	['commas only', ' , ,'],
	['a field that is not there', '={{ $json.nothing }}'],
])('%s is told to be empty, and nothing is sent', async (_what, skus) => {
	const error = await bench.failure('inventory', find(skus));
	expect(error.message).toBe("'SKUs' is empty [item 0]");
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('an entry of a list that is no text is named, and nothing is sent', async () => {
	const { mug } = addStock();
	const input = [{ codes: [mug, 12345] }];
	const error = await bench.failure('inventory', find('={{ $json.codes }}'), { input });
	expect(error.message).toBe('\'SKUs\' holds "12345", which is not a Flexport SKU [item 0]');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test.each([
	['cut', { kind: 'cutAfter' }],
	['answered with 503', { kind: 'status', status: 503 }],
] as const)(
	'a question that was %s is asked again, as it changes nothing',
	async (_what, fault) => {
		const endHurry = hurry();
		try {
			const { mug } = addStock();
			bench.sandbox.faults.add({ path: '/products/warehouse', fault });
			expect(await bench.output('inventory', find(mug))).toHaveLength(2);
			expect(bodies()).toHaveLength(2);
		} finally {
			endHurry();
		}
	},
);
