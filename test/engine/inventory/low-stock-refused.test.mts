import type { INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';

const LOW = { operation: 'getLowStock' };
const one = (threshold: number | string): INodeParameters => ({ ...LOW, threshold });
const perSku = (...values: INodeParameters[]): INodeParameters => ({
	...LOW,
	thresholdMode: 'perSku',
	thresholds: { values },
});
const json = (thresholdsJson: string): INodeParameters => ({
	...LOW,
	thresholdMode: 'json',
	thresholdsJson,
});

const bench = useFlexportBench();

beforeEach(() => bench.flexport.addProducts(1, () => ({ merchantSku: 'MUG' })));

test.each<[string, INodeParameters, string]>([
	['a negative threshold', one(-1), "'Threshold' is -1, but must be a number of at least 0"],
	[
		'a threshold in words',
		one('={{ "ten" }}'),
		'\'Threshold\' is "ten", but must be a number of at least 0',
	],
	[
		'an empty threshold',
		one('={{ "" }}'),
		'\'Threshold\' is "", but must be a number of at least 0',
	],
	[
		'a threshold that is true',
		one('={{ true }}'),
		"'Threshold' is true, but must be a number of at least 0",
	],
	['an empty list of SKUs', perSku(), "'Threshold per SKU' is empty"],
	[
		'an entry without a SKU',
		perSku({ sku: 'MUG', threshold: 1 }, { sku: ' ', threshold: 1 }),
		"'SKU' of threshold 2 is empty",
	],
	[
		'an entry whose expression gives an empty SKU',
		perSku({ sku: 'MUG', threshold: 1 }, { sku: '={{ "" }}', threshold: 1 }),
		"'SKU' of threshold 2 is empty",
	],
	[
		'an entry whose expression gives no SKU',
		perSku({ sku: '={{ $json.nothing }}', threshold: 1 }),
		"'SKU' of threshold 1 is empty",
	],
	[
		'a negative threshold in the list',
		perSku({ sku: 'MUG', threshold: -5 }),
		'The threshold of SKU "MUG" is -5, but must be a number of at least 0',
	],
	[
		'a threshold in words in JSON',
		json('{"MUG": "few"}'),
		'The threshold of SKU "MUG" is "few", but must be a number of at least 0',
	],
	[
		'a threshold of null in JSON',
		json('{"MUG": null}'),
		'The threshold of SKU "MUG" is null, but must be a number of at least 0',
	],
	['a list in JSON', json('[5]'), "'Thresholds as JSON' must be a JSON object"],
])('%s is refused by name, and nothing is sent', async (_what, parameters, message) => {
	const { name, message: said } = await bench.failure('inventory', parameters);
	expect({ name, said }).toEqual({ name: 'NodeOperationError', said: `${message} [item 0]` });
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('an empty SKU in the panel is refused by n8n itself, before anything is sent', async () => {
	const parameters = perSku({ sku: 'MUG', threshold: 1 }, { sku: '', threshold: 1 });
	const error = await bench.failure('inventory', parameters);
	expect(error.message).toContain('Parameter "SKU" is required');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('JSON that does not parse is refused with the reason, and nothing is sent', async () => {
	const error = await bench.failure('inventory', json('{"MUG": 5'));
	expect(error.message).toMatch(/^'Thresholds as JSON' is not valid JSON: .+ \[item 0\]$/);
	expect(bench.sandbox.log.all()).toEqual([]);
});

describe('the parameter that is named is the one that the panel shows', () => {
	test('when the JSON holds no SKU', async () => {
		const error = await bench.failure('inventory', json('{}'));
		expect(error.message).toBe("'Thresholds as JSON' is empty [item 0]");
		expect(bench.sandbox.log.all()).toEqual([]);
	});

	test.each([
		['a threshold in the JSON', json('{"MUG": -1}'), 'Thresholds as JSON'],
		['a SKU in the JSON that is unknown', json('{"POT": 1}'), 'Thresholds as JSON'],
		[
			'a SKU in the list that is unknown',
			perSku({ sku: 'POT', threshold: 1 }),
			'Threshold per SKU',
		],
	])('for %s', async (_what, parameters, field) => {
		const onError = 'continueRegularOutput';
		const result = await bench.run('inventory', parameters, { onError });
		expect(result.items(NODE).map(({ json: { details } }) => details)).toEqual([
			expect.objectContaining({ field }),
		]);
	});
});

test.each([
	['the list', perSku({ sku: 'MUG', threshold: 1 }, { sku: 'POT', threshold: 1 })],
	['the JSON', json('{"MUG": 1, "POT": 1}')],
])('a SKU in %s that the account does not have is named', async (_where, parameters) => {
	const error = await bench.failure('inventory', parameters);
	expect(error.name).toBe('NodeOperationError');
	expect(error.message).toBe('The SKU "POT" in the thresholds is not one of this account [item 0]');
	expect(error.description).toContain('Correct it or remove it.');
});

test('a SKU of another account is not known', async () => {
	const { token } = bench.flexport.addAccount();
	const parameters = perSku({ sku: 'MUG', threshold: 1 });
	const error = await bench.failure('inventory', parameters, { token });
	expect(error.message).toContain('The SKU "MUG" in the thresholds');
});
