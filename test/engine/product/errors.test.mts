import { NODE } from '../harness/index.mts';
import { READ_REFUSALS } from '../support/api-refusals.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { hurry } from '../support/hurry.mts';
import { locator } from '../support/locator.mts';

const bench = useFlexportBench();
let endHurry: () => void;

beforeEach(() => {
	endHurry = hurry();
});

afterEach(() => endHurry());

const get = { operation: 'get', product: locator('id', '={{ $json.code }}') };

describe.each(READ_REFUSALS)('$what', ({ token, fault, message, fix, httpCode, transient }) => {
	const options = () => {
		const [product] = bench.flexport.addProducts(1);
		if (fault) bench.sandbox.faults.add({ when: { times: 1000 }, fault });
		return {
			input: [{ code: product?.logisticsSku }],
			...(token ? { token: bench.flexport.tokens[token] } : {}),
		};
	};

	test('stops the workflow with a sentence, what to do, and the status', async () => {
		const error = await bench.failure('product', get, options());
		expect(error.message).toBe(`${message} [item 0]`);
		expect(error.description).toMatch(fix);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: httpCode ?? null });
	});

	test('is an error item with details where the node continues on error', async () => {
		const onError = 'continueRegularOutput';
		const result = await bench.run('product', get, { ...options(), onError });
		expect(result.items(NODE)).toEqual([
			{
				json: {
					error: `${message} [item 0]`,
					details: expect.objectContaining({
						what: message,
						fix: expect.stringMatching(fix),
						transient,
						...(httpCode ? { httpCode } : {}),
					}),
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

test('an account that cannot be reached is told, and where it was looked for', async () => {
	const credentials = {
		flexportApi: { apiToken: bench.flexport.tokens.full, baseUrl: 'http://127.0.0.1:9' },
	};
	const error = await bench.failure('product', { operation: 'getAll' }, { credentials });
	expect(error.message).toBe(
		'Flexport could not be reached at http://127.0.0.1:9/logistics/api/2026-02: nothing answers at that address [item 0]',
	);
	expect(error.description).toContain('Nothing was sent.');
});

test('a token that may only read cannot create, and is told so', async () => {
	const parameters = { operation: 'create', name: 'Mug', merchantSku: 'MUG' };
	const token = bench.flexport.tokens.readOnly;
	const error = await bench.failure('product', parameters, { token });
	expect(error.message).toBe('The API token may not do this (HTTP 403) [item 0]');
	expect(error.description).toContain('write_logistics_products');
	expect(bench.flexport.products()).toEqual([]);
});

describe('among good items, a bad one', () => {
	const input = () => {
		const [first, last] = bench.flexport.addProducts(2);
		return [
			{ code: first?.logisticsSku, note: 'first' },
			{ code: 'D0000000000', note: 'unknown' },
			{ code: 'MUG', note: 'malformed' },
			{ code: last?.logisticsSku, note: 'last' },
		];
	};
	const errors = [
		'Flexport has no product with the SKU D0000000000 (HTTP 404) [item 1]',
		'\'Product\' is "MUG", which is not a Flexport SKU [item 2]',
	];

	test('stays in its place among the regular items', async () => {
		const onError = 'continueRegularOutput';
		const result = await bench.run('product', get, { input: input(), onError });
		expect(result.items(NODE).map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[undefined, { item: 0 }],
			[errors[0], { item: 1 }],
			[errors[1], { item: 2 }],
			[undefined, { item: 3 }],
		]);
	});

	test('leaves at the error output with the fields that it came with', async () => {
		const onError = 'continueErrorOutput';
		const result = await bench.run('product', get, { input: input(), onError });
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 3 },
		]);
		const fields = ({ note, error, details }: Record<string, unknown>) => ({
			note,
			error,
			details,
		});
		expect(result.errorItems(NODE).map(({ json }) => fields(json))).toEqual([
			{
				note: 'unknown',
				error: errors[0],
				details: expect.objectContaining({ httpCode: '404', requestId: expect.any(String) }),
			},
			{
				note: 'malformed',
				error: errors[1],
				details: expect.objectContaining({ field: 'Product' }),
			},
		]);
	});

	test('stops the workflow by default, and names the item that was the cause', async () => {
		const error = await bench.failure('product', get, { input: input() });
		expect(errors).toContain(error.message);
		expect(error.description).toMatch(/\d of 4 items were finished\.$/);
	});
});
