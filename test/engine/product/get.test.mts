import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';

const bench = useFlexportBench();

const get = (mode: 'id' | 'list', value: string, more: object = {}) => ({
	operation: 'get',
	product: locator(mode, value),
	...more,
});

/** A product with everything that a product can have. */
const addFullProduct = () =>
	bench.flexport.addProduct({
		name: 'Blue mug',
		merchantSku: 'MUG-BLUE',
		barcodes: ['614141000018', '614141000025'],
		dimensions: {
			weight: 12.5,
			weightUnit: 'oz',
			height: 4,
			width: 3,
			length: 5,
			lengthUnit: 'in',
		},
		customsInformation: {
			originCountry: 'PT',
			tariffCode: '6912004400',
			customsValue: 3.5,
			description: 'Ceramic mug',
		},
	});

test.each(['id', 'list'] as const)('finds a product by its SKU, in mode "%s"', async (mode) => {
	const { logisticsSku } = addFullProduct();
	const [product, ...others] = await bench.output('product', get(mode, logisticsSku));
	expect(product?.sku).toBe(logisticsSku);
	expect(others).toEqual([]);
});

test('gives ten flat fields when simplified', async () => {
	const stored = addFullProduct();
	expect(await bench.output('product', get('id', stored.logisticsSku))).toEqual([
		{
			sku: stored.logisticsSku,
			name: 'Blue mug',
			merchantSku: 'MUG-BLUE',
			barcodes: ['614141000018', '614141000025'],
			dimsLocked: true,
			weight: 12.5,
			weightUnit: 'oz',
			originCountry: 'PT',
			createdAt: stored.createdAt,
			updatedAt: stored.updatedAt,
		},
	]);
});

test('gives the answer untouched with Simplify off', async () => {
	const stored = addFullProduct();
	const parameters = get('id', stored.logisticsSku, { simplify: false });
	expect(await bench.output('product', parameters)).toEqual([stored]);
});

test('does not mind spaces around the SKU', async () => {
	const { logisticsSku } = addFullProduct();
	const [product] = await bench.output('product', get('id', `  ${logisticsSku} `));
	expect(product?.sku).toBe(logisticsSku);
});

test('takes a SKU that an expression gives without a locator around it', async () => {
	const { logisticsSku } = addFullProduct();
	const [product] = await bench.output('product', { operation: 'get', product: logisticsSku });
	expect(product?.sku).toBe(logisticsSku);
});

test('reads the SKU of each item', async () => {
	const products = bench.flexport.addProducts(12);
	const input = products.map(({ logisticsSku }) => ({ code: logisticsSku }));
	const result = await bench.run('product', get('id', '={{ $json.code }}'), { input });
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual(
		input.map(({ code }, item) => [code, { item }]),
	);
});

test('a product that does not exist is named, with what to do', async () => {
	const error = await bench.failure('product', get('id', 'D0000000000'));
	expect(error.name).toBe('NodeApiError');
	expect(error.message).toBe(
		'Flexport has no product with the SKU D0000000000 (HTTP 404) [item 0]',
	);
	expect(error.description).toContain('Choose a product from the list');
	expect(error.description).toMatch(/\(request id [0-9a-f-]{36}\)$/);
});

test('a product of another account is not found', async () => {
	const { token } = bench.flexport.addAccount();
	const { logisticsSku } = addFullProduct();
	const error = await bench.failure('product', get('id', logisticsSku), { token });
	expect(error.message).toContain(`Flexport has no product with the SKU ${logisticsSku}`);
});

test.each([
	['too short', 'D123'],
	['too long', 'DABCDEF12345'],
	['of another first letter', 'XABCDEF1234'],
	['with a slash', 'DABC/EF1234'],
	['the merchant’s', 'MUG-BLUE'],
])('a SKU that is %s is refused by name, and nothing is sent', async (_what, sku) => {
	const parameters = get('id', '={{ $json.code }}');
	const error = await bench.failure('product', parameters, { input: [{ code: sku }] });
	expect(error.message).toBe(`'Product' is "${sku}", which is not a Flexport SKU [item 0]`);
	expect(error.description).toContain('D and ten letters or digits');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('a SKU typed wrong into the panel is refused before the workflow starts', async () => {
	const error = await bench.failure('product', get('id', 'MUG-BLUE'));
	expect(error.message).toContain(
		'A Flexport SKU is D and ten letters or digits. To find a product by your own SKU, use From List.',
	);
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('an item without a SKU is told that it is empty, and nothing is sent', async () => {
	const error = await bench.failure('product', get('id', '={{ $json.code }}'));
	expect(error.message).toBe("'Product' is empty [item 0]");
	expect(bench.sandbox.log.all()).toEqual([]);
});
