import sample from '../../fixtures/flexport/create-product.json';
import { create } from '../../../nodes/Product/operations/create.ts';
import { placesFilled, placesIn } from '../support/panel-names.mts';
import { pathsOf } from '../support/paths.mts';
import { refusalOf, sentBody } from '../support/sent-body.mts';

const BODY = {
	name: 'Blue mug',
	merchantSku: 'MUG-BLUE',
	customsInformation: {
		originCountry: 'PT',
		tariffCode: '6912004400',
		customsValue: 4.5,
		description: 'Ceramic mug',
	},
	dimensions: {
		weight: 12,
		weightUnit: 'oz',
		height: 5,
		width: 4,
		length: 4.25,
		lengthUnit: 'in',
	},
};

const PANEL = {
	inputMode: 'fields',
	name: BODY.name,
	merchantSku: BODY.merchantSku,
	additionalFields: {
		customsInformation: { values: BODY.customsInformation },
		dimensions: { values: BODY.dimensions },
	},
};

const withCustoms = (changes: object) => ({
	...PANEL,
	additionalFields: { customsInformation: { values: { ...BODY.customsInformation, ...changes } } },
});

describe('the panel of Create', () => {
	it('is filled in whole here', () => {
		expect(placesFilled({ ...PANEL, simplify: true })).toEqual(
			placesIn(create.properties).filter(
				(place) => place !== 'jsonBody' && !place.startsWith('options.'),
			),
		);
	});

	it('gives the body of CreateProduct with every value in its place', async () => {
		expect(await sentBody(create, PANEL)).toEqual(BODY);
	});

	it('gives every field of the documented sample, and no other', async () => {
		expect(pathsOf(await sentBody(create, PANEL))).toEqual(pathsOf(sample));
	});

	it('sends nothing for what is left empty', async () => {
		const additionalFields = { customsInformation: {}, dimensions: { values: {} } };
		expect(await sentBody(create, { ...PANEL, additionalFields })).toEqual({
			name: 'Blue mug',
			merchantSku: 'MUG-BLUE',
		});
	});

	it('sends no 0 of a size, which is what the panel shows for one that was not filled in', async () => {
		const dimensions = { values: { ...BODY.dimensions, height: 0 } };
		expect(await refusalOf(create, { ...PANEL, additionalFields: { dimensions } })).toMatchObject({
			what: "'Height' in 'Dimensions' is empty",
		});
	});

	it.each([
		['a tariff code that is a number', { tariffCode: 6912004400 }],
		['a customs value that is text', { customsValue: '4.50' }],
		['a country in small letters', { originCountry: ' pt ' }],
	])('puts right %s', async (_what, changes) => {
		const { customsInformation } = BODY;
		expect(await sentBody(create, withCustoms(changes))).toMatchObject({ customsInformation });
	});

	it.each([
		[1001, '1001'],
		[' MUG ', 'MUG'],
	])('takes %j as a SKU', async (given, merchantSku) => {
		expect(await sentBody(create, { ...PANEL, merchantSku: given })).toMatchObject({ merchantSku });
	});
});

describe('the whole product, given as JSON', () => {
	it.each([
		['text', JSON.stringify(BODY)],
		['an object of an expression', BODY],
	])('is sent as it is: %s', async (_how, jsonBody) => {
		expect(await sentBody(create, { inputMode: 'json', jsonBody })).toEqual(BODY);
	});
});
