import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';

const CUSTOMS = {
	originCountry: 'PT',
	tariffCode: '6912004400',
	customsValue: 0.01,
	description: 'Ceramic mug for hot drinks',
};
const DIMENSIONS = {
	weight: 12.5,
	weightUnit: 'oz',
	height: 4,
	width: 3.25,
	length: 5,
	lengthUnit: 'in',
};
const BARE = { operation: 'create', name: 'Blue mug', merchantSku: 'MUG-BLUE' };

const bench = useFlexportBench();

const sentBodies = () => bench.sandbox.log.find('POST', '/products').map(({ body }) => body);

describe('a product from fields', () => {
	test('needs no more than a name and a merchant SKU, and nothing else is sent', async () => {
		const [product] = await bench.output('product', BARE);
		expect(sentBodies()).toEqual([{ name: 'Blue mug', merchantSku: 'MUG-BLUE' }]);
		expect(product).toEqual({
			sku: expect.stringMatching(/^D[0-9A-Za-z]{10}$/),
			name: 'Blue mug',
			merchantSku: 'MUG-BLUE',
			barcodes: [],
			dimsLocked: false,
			weight: null,
			weightUnit: null,
			originCountry: null,
			createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
			updatedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
		});
	});

	test('can have every field that the API takes', async () => {
		await bench.output('product', {
			...BARE,
			additionalFields: {
				customsInformation: { values: CUSTOMS },
				dimensions: { values: DIMENSIONS },
			},
		});
		expect(sentBodies()).toEqual([
			{
				name: 'Blue mug',
				merchantSku: 'MUG-BLUE',
				customsInformation: CUSTOMS,
				dimensions: DIMENSIONS,
			},
		]);
	});

	test('tells its weight and origin when simplified', async () => {
		const [product] = await bench.output('product', {
			...BARE,
			additionalFields: {
				customsInformation: { values: CUSTOMS },
				dimensions: { values: DIMENSIONS },
			},
		});
		expect(product).toMatchObject({ weight: 12.5, weightUnit: 'oz', originCountry: 'PT' });
	});

	test('gives values from expressions the types that the API wants', async () => {
		const input = [
			{ name: 42, sku: 1001, tariff: 6912004400, value: '9.5', weight: '12.5', size: '4' },
		];
		const parameters = {
			operation: 'create',
			name: '={{ $json.name }}',
			merchantSku: '={{ $json.sku }}',
			additionalFields: {
				customsInformation: {
					values: {
						...CUSTOMS,
						tariffCode: '={{ $json.tariff }}',
						customsValue: '={{ $json.value }}',
					},
				},
				dimensions: {
					values: {
						...DIMENSIONS,
						weight: '={{ $json.weight }}',
						height: '={{ $json.size }}',
						width: '={{ $json.size }}',
						length: '={{ $json.size }}',
					},
				},
			},
		};
		await bench.output('product', parameters, { input });
		expect(sentBodies()).toEqual([
			{
				name: '42',
				merchantSku: '1001',
				customsInformation: { ...CUSTOMS, tariffCode: '6912004400', customsValue: 9.5 },
				dimensions: { ...DIMENSIONS, weight: 12.5, height: 4, width: 4, length: 4 },
			},
		]);
	});

	test('is made for each item with that item’s own values', async () => {
		const parameters = {
			operation: 'create',
			name: '={{ $json.title }}',
			merchantSku: '={{ $json.code }}',
		};
		const input = Array.from({ length: 12 }, (_, index) => ({
			title: `Mug ${index}`,
			code: `MUG-${index}`,
		}));
		const result = await bench.run('product', parameters, { input });
		const made = result.items(NODE).map(({ json, pairedItem }) => [json.merchantSku, pairedItem]);
		expect(made).toEqual(input.map(({ code }, item) => [code, { item }]));
		expect(bench.flexport.products()).toHaveLength(12);
	});

	test('may have a name of exactly 255 characters', async () => {
		const name = 'n'.repeat(255);
		const [product] = await bench.output('product', { ...BARE, name });
		expect(product?.name).toBe(name);
	});
});

describe('a product from JSON', () => {
	// Products API, CreateProduct: the request sample, its placeholders replaced by valid values.
	const SAMPLE = {
		name: 'string',
		merchantSku: 'string',
		customsInformation: {
			originCountry: 'AF',
			tariffCode: '0123456789',
			customsValue: 0.01,
			description: 'string',
		},
		dimensions: { weight: 0, weightUnit: 'oz', height: 0, width: 0, length: 0, lengthUnit: 'in' },
	};
	const json = { operation: 'create', inputMode: 'json' };

	test('comes back whole, in the API’s own names, with Simplify off', async () => {
		const parameters = { ...json, jsonBody: JSON.stringify(SAMPLE), simplify: false };
		const output = await bench.output('product', parameters);
		const { customsInformation, ...rest } = SAMPLE;
		expect(output).toEqual([
			{
				...rest,
				international: customsInformation,
				logisticsSku: expect.stringMatching(/^D[0-9A-Za-z]{10}$/),
				barcodes: [],
				dimsLocked: false,
				createdAt: expect.any(String),
				updatedAt: expect.any(String),
			},
		]);
		expect(output).toEqual(bench.flexport.products());
	});

	test('is sent as it was given', async () => {
		await bench.output('product', { ...json, jsonBody: JSON.stringify(SAMPLE) });
		expect(sentBodies()).toEqual([SAMPLE]);
	});

	test('can be an object that an expression gives', async () => {
		await bench.output('product', { ...json, jsonBody: '={{ $json }}' }, { input: [SAMPLE] });
		expect(sentBodies()).toEqual([SAMPLE]);
	});
});
