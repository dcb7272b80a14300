import type { INodeParameters } from 'n8n-workflow';
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

const SKU = '={{ $json.code }}';
const OPERATIONS: Array<[string, INodeParameters]> = [
	['get', { operation: 'get', product: locator('id', SKU) }],
	['getAll', { operation: 'getAll' }],
	['getWarehouses', { operation: 'getWarehouses', skus: SKU }],
	['getLowStock', { operation: 'getLowStock' }],
];

describe.each(OPERATIONS)('%s', (_operation, parameters) => {
	test.each(READ_REFUSALS)(
		'$what is an error item that says what happened and what to do',
		async ({ token, fault, message, fix, httpCode, transient }) => {
			const [product] = bench.flexport.addProducts(1);
			if (fault) bench.sandbox.faults.add({ when: { times: 1000 }, fault });
			const result = await bench.run('inventory', parameters, {
				input: [{ code: product?.logisticsSku }],
				onError: 'continueRegularOutput',
				...(token ? { token: bench.flexport.tokens[token] } : {}),
			});
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
		},
	);
});

test('a fault that passes is not noticed', async () => {
	const [product] = bench.flexport.addProducts(1, () => ({
		inventory: { DEFAULT: { onHand: 8 } },
	}));
	const faults = [
		{ kind: 'cutBefore' },
		{ kind: 'status', status: 429, retryAfter: 1 },
		{ kind: 'status', status: 502 },
		{ kind: 'cutDuring' },
	] as const;
	for (const fault of faults) bench.sandbox.faults.add({ fault });
	const parameters = { operation: 'get', product: locator('id', product?.logisticsSku ?? '') };
	const [stock] = await bench.output('inventory', parameters);
	expect(stock).toMatchObject({ onHand: 8 });
	expect(bench.sandbox.log.all()).toHaveLength(faults.length + 1);
});

test('bad items leave at the error output with the fields that they came with', async () => {
	const [product] = bench.flexport.addProducts(1);
	const input = [
		{ code: 'D0000000000', note: 'unknown' },
		{ code: product?.logisticsSku, note: 'good' },
		{ note: 'without a SKU' },
	];
	const parameters = { operation: 'get', product: locator('id', SKU) };
	const result = await bench.run('inventory', parameters, {
		input,
		onError: 'continueErrorOutput',
	});
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([
		[product?.logisticsSku, { item: 1 }],
	]);
	expect(result.errorItems(NODE).map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[
			{
				code: 'D0000000000',
				note: 'unknown',
				error: 'Flexport has no product with the SKU D0000000000 (HTTP 404) [item 0]',
				details: expect.objectContaining({ httpCode: '404' }),
			},
			{ item: 0 },
		],
		[
			{
				note: 'without a SKU',
				error: "'Product' is empty [item 2]",
				details: {
					what: "'Product' is empty",
					fix: expect.stringContaining('Choose a product from the list'),
					field: 'Product',
				},
			},
			{ item: 2 },
		],
	]);
});
