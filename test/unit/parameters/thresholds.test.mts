import type { GenericValue, IDataObject } from 'n8n-workflow';
import { readThresholds } from '../../../nodes/shared/parameters/read-thresholds.ts';
import { factsOf } from '../support/failing.mts';

const thresholds = (parameters: IDataObject) =>
	readThresholds((name) => (name in parameters ? parameters[name] : ''));
const refusal = (parameters: IDataObject) => factsOf(() => thresholds(parameters));

describe('one threshold for all', () => {
	const one = (threshold: GenericValue) => ({ thresholdMode: 'one', threshold });

	it.each<[GenericValue, number]>([
		[10, 10],
		[0, 0],
		[2.5, 2.5],
		['7', 7],
	])('may be %j', (threshold, forAll) => {
		expect(thresholds(one(threshold))).toEqual({ forAll });
	});

	it.each<[GenericValue, string]>([
		[-1, '-1'],
		['many', '"many"'],
		['', '""'],
		[null, 'null'],
		[true, 'true'],
	])('may not be %j', (threshold, shown) => {
		expect(refusal(one(threshold))).toEqual({
			kind: 'input',
			what: `'Threshold' is ${shown}, but must be a number of at least 0`,
			fix: 'Give a number of units.',
			field: 'Threshold',
		});
	});
});

describe('a threshold per SKU', () => {
	const perSku = (...values: IDataObject[]) => ({
		thresholdMode: 'perSku',
		thresholds: { values },
	});

	it('is read for each SKU', () => {
		const parameters = perSku({ sku: ' MUG ', threshold: 5 }, { sku: 1001, threshold: '6' });
		expect(thresholds(parameters)).toEqual({
			bySku: new Map([
				['MUG', 5],
				['1001', 6],
			]),
			label: 'Threshold per SKU',
		});
	});

	it.each(['', '  ', null, undefined])('needs a SKU: %j', (sku) => {
		const parameters = perSku({ sku: 'MUG', threshold: 5 }, { sku, threshold: 5 });
		expect(refusal(parameters)).toMatchObject({
			what: "'SKU' of threshold 2 is empty",
			field: 'SKU',
		});
	});

	it.each<[GenericValue, string]>([
		[-1, '-1'],
		['few', '"few"'],
	])('may not be %j', (threshold, shown) => {
		expect(refusal(perSku({ sku: 'MUG', threshold })).what).toBe(
			`The threshold of SKU "MUG" is ${shown}, but must be a number of at least 0`,
		);
	});

	it.each([{ thresholds: {} }, { thresholds: { values: [] } }])('is asked for: %j', (changes) => {
		expect(refusal({ thresholdMode: 'perSku', ...changes })).toMatchObject({
			what: "'Threshold per SKU' is empty",
			field: 'Threshold per SKU',
		});
	});
});

describe('thresholds from JSON', () => {
	const json = (thresholdsJson: GenericValue) => ({ thresholdMode: 'json', thresholdsJson });

	it.each<[GenericValue]>([['{ "MUG": 5, "CUP": "6" }'], [{ MUG: 5, CUP: '6' }]])(
		'may be %j',
		(given) => {
			expect(thresholds(json(given))).toEqual({
				bySku: new Map([
					['MUG', 5],
					['CUP', 6],
				]),
				label: 'Thresholds as JSON',
			});
		},
	);

	it.each<[GenericValue, string]>([
		['{ "MUG": 5', "'Thresholds as JSON' is not valid JSON"],
		['[5]', "'Thresholds as JSON' must be a JSON object"],
		['', "'Thresholds as JSON' is empty"],
		['{}', "'Thresholds as JSON' is empty"],
		[{}, "'Thresholds as JSON' is empty"],
	])('may not be %j', (given, what) => {
		const facts = refusal(json(given));
		expect(facts.what).toContain(what);
		expect(facts.field).toBe('Thresholds as JSON');
	});

	it('name the SKU whose threshold is none', () => {
		expect(refusal(json({ MUG: 5, CUP: null }))).toMatchObject({
			what: 'The threshold of SKU "CUP" is null, but must be a number of at least 0',
			field: 'Thresholds as JSON',
		});
	});
});

it.each(['all', '', null])('a way to give thresholds that there is not is refused: %j', (mode) => {
	expect(refusal({ thresholdMode: mode, threshold: 5 })).toMatchObject({
		what: `'Set Threshold' is ${JSON.stringify(mode)}, which is not one of one, perSku, json`,
		field: 'Set Threshold',
	});
});
