import type { INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';

const CUSTOMS = {
	originCountry: 'PT',
	tariffCode: '6912004400',
	customsValue: 3.5,
	description: 'Ceramic mug',
};
const DIMENSIONS = {
	weight: 12,
	weightUnit: 'oz',
	height: 4,
	width: 3,
	length: 5,
	lengthUnit: 'in',
};
const BARE = { operation: 'create', name: 'Blue mug', merchantSku: 'MUG-BLUE' };
const LONG = 'n'.repeat(256);

const bench = useFlexportBench();

const customs = (changes: INodeParameters): INodeParameters => ({
	...BARE,
	additionalFields: { customsInformation: { values: { ...CUSTOMS, ...changes } } },
});
const dimensions = (changes: INodeParameters): INodeParameters => ({
	...BARE,
	additionalFields: { dimensions: { values: { ...DIMENSIONS, ...changes } } },
});
const jsonBody = (body: object): INodeParameters => ({
	operation: 'create',
	inputMode: 'json',
	jsonBody: JSON.stringify(body),
});
const without = (group: object, key: string) =>
	Object.fromEntries(Object.entries(group).filter(([name]) => name !== key));

/** What the panel calls it, and what is said of it. */
type Refusal = [what: string, parameters: INodeParameters, message: string];

const FROM_FIELDS: Refusal[] = [
	[
		'a name of 256 characters',
		{ ...BARE, name: LONG },
		"'Name' is 256 characters long, but at most 255 are allowed",
	],
	['an empty name from an expression', { ...BARE, name: '={{ "" }}' }, "'Name' is empty"],
	['a name of spaces', { ...BARE, name: '={{ "   " }}' }, "'Name' is empty"],
	[
		'a missing merchant SKU',
		{ ...BARE, merchantSku: '={{ $json.nothing }}' },
		"'Merchant SKU' is empty",
	],
	[
		'a merchant SKU of 256 characters',
		{ ...BARE, merchantSku: LONG },
		"'Merchant SKU' is 256 characters long, but at most 255 are allowed",
	],
	[
		'a tariff code of 9 digits',
		customs({ tariffCode: '691200440' }),
		"'Tariff Code' in 'Customs Information' is \"691200440\", but must be exactly 10 digits",
	],
	[
		'a tariff code with dots',
		customs({ tariffCode: '6912.00.44' }),
		"'Tariff Code' in 'Customs Information' is \"6912.00.44\", but must be exactly 10 digits",
	],
	[
		'a customs value of 0',
		customs({ customsValue: 0 }),
		"'Customs Value' in 'Customs Information' is 0, but must be at least 0.01",
	],
	[
		'a customs value that is no number',
		customs({ customsValue: '={{ "ten" }}' }),
		"'Customs Value' in 'Customs Information' is \"ten\", but must be a number",
	],
	[
		'a customs description of 256 characters',
		customs({ description: LONG }),
		"'Customs Description' in 'Customs Information' is 256 characters long, but at most 255 are allowed",
	],
	[
		'customs information without a description',
		customs({ description: '' }),
		"'Customs Description' in 'Customs Information' is empty",
	],
	[
		'country code XX',
		customs({ originCountry: 'XX' }),
		"'Country of Origin' in 'Customs Information' is \"XX\", which is not the code of a country",
	],
	[
		'a weight without its unit',
		dimensions({ weightUnit: '={{ "" }}' }),
		"'Weight Unit' in 'Dimensions' is empty",
	],
	[
		'a unit that does not exist',
		dimensions({ lengthUnit: '={{ "ft" }}' }),
		"'Length Unit' in 'Dimensions' is \"ft\", which is not one of in, cm, mm, m",
	],
	[
		'a weight that is no number',
		dimensions({ weight: '={{ "heavy" }}' }),
		"'Weight' in 'Dimensions' is \"heavy\", but must be a number",
	],
];

const NAMES = { name: 'Blue mug', merchantSku: 'MUG-BLUE' };

const FROM_JSON: Refusal[] = [
	['a missing name', jsonBody({ merchantSku: 'MUG' }), "'name' in 'JSON Body' is empty"],
	[
		'a name that is a number',
		jsonBody({ ...NAMES, name: 7 }),
		"'name' in 'JSON Body' is 7, but must be text",
	],
	[
		'a weight without its unit',
		jsonBody({ ...NAMES, dimensions: without(DIMENSIONS, 'weightUnit') }),
		"'dimensions.weightUnit' in 'JSON Body' is empty",
	],
	[
		'dimensions without a height',
		jsonBody({ ...NAMES, dimensions: without(DIMENSIONS, 'height') }),
		"'dimensions.height' in 'JSON Body' is empty",
	],
	[
		'a weight as text',
		jsonBody({ ...NAMES, dimensions: { ...DIMENSIONS, weight: '12' } }),
		"'dimensions.weight' in 'JSON Body' is \"12\", but must be a number",
	],
	[
		'a tariff code of 11 digits',
		jsonBody({ ...NAMES, customsInformation: { ...CUSTOMS, tariffCode: '69120044000' } }),
		"'customsInformation.tariffCode' in 'JSON Body' is \"69120044000\", but must be exactly 10 digits",
	],
	[
		'customs information that is no object',
		jsonBody({ ...NAMES, customsInformation: 'PT' }),
		"'customsInformation' in 'JSON Body' must be an object",
	],
	['a list', jsonBody([NAMES]), "'JSON Body' must be a JSON object"],
];

describe.each([
	['fields', FROM_FIELDS],
	['JSON', FROM_JSON],
])('from %s', (_mode, refusals) => {
	test.each(refusals)(
		'%s is refused by name, and nothing is sent',
		async (_what, parameters, message) => {
			const { name, message: said } = await bench.failure('product', parameters);
			expect({ name, said }).toEqual({ name: 'NodeOperationError', said: `${message} [item 0]` });
			expect(bench.sandbox.log.all()).toEqual([]);
		},
	);
});

test('an empty name in the panel is refused by n8n itself, before anything is sent', async () => {
	const error = await bench.failure('product', { ...BARE, name: '' });
	expect(error.message).toContain('Parameter "Name" is required');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('JSON that does not parse is refused with the reason, and nothing is sent', async () => {
	const parameters = { operation: 'create', inputMode: 'json', jsonBody: '{"name": "Mug",' };
	const error = await bench.failure('product', parameters);
	expect(error.message).toMatch(/^'JSON Body' is not valid JSON: .+ \[item 0\]$/);
	expect(error.description).toContain('Check for missing quotes, brackets and commas.');
	expect(bench.sandbox.log.all()).toEqual([]);
});

test('everything that is wrong is told at once', async () => {
	const parameters = customs({ tariffCode: '12', originCountry: 'XX', customsValue: 0 });
	const [item] = (
		await bench.run('product', parameters, { onError: 'continueRegularOutput' })
	).items(NODE);
	expect(item?.json.details).toMatchObject({
		field: 'Country of Origin in Customs Information',
		fix: 'Give the two-letter code of the country, e.g. US, GB or DE.',
		alsoFound: [
			expect.stringMatching(/^'Tariff Code' in 'Customs Information'/),
			expect.stringMatching(/^'Customs Value' in 'Customs Information'/),
		],
	});
});

test('a field that the API does not know is told in the API’s own words', async () => {
	const parameters = jsonBody({ ...NAMES, colour: 'blue' });
	const error = await bench.failure('product', parameters);
	expect(error.message).toMatch(
		/^Flexport refused the values: .*\/colour is not a known property.* \(HTTP 422\) \[item 0\]$/,
	);
	expect(error.description).not.toContain('The API said');
	expect(bench.flexport.products()).toEqual([]);
});
