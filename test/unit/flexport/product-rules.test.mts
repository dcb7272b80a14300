import type { IDataObject } from 'n8n-workflow';
import countryCodes from '../../fixtures/flexport/country-codes.json';
import { COUNTRY_CODES } from '../../../nodes/shared/checks/countries.ts';
import {
	LOGISTICS_SKU,
	POOLS,
	PRODUCT_FIELDS,
} from '../../../nodes/shared/providers/flexport/product-fields.ts';
import { findingsIn } from '../support/findings.mts';

const CUSTOMS = {
	originCountry: 'PT',
	tariffCode: '6912004400',
	customsValue: 4.5,
	description: 'Ceramic mug',
};
const DIMENSIONS = {
	weight: 12,
	weightUnit: 'oz',
	length: 4,
	width: 4,
	height: 5,
	lengthUnit: 'in',
};
const GOOD: IDataObject = {
	name: 'Blue mug',
	merchantSku: 'MUG-BLUE',
	customsInformation: CUSTOMS,
	dimensions: DIMENSIONS,
};

const atCustoms = (changes: IDataObject) => ({ customsInformation: { ...CUSTOMS, ...changes } });
const atDimensions = (changes: IDataObject) => ({ dimensions: { ...DIMENSIONS, ...changes } });
const findings = (changes: IDataObject) => findingsIn({ ...GOOD, ...changes }, PRODUCT_FIELDS);

it('a product with everything passes', () => {
	expect(findings({})).toEqual([]);
});

it('a product with name and SKU alone passes', () => {
	expect(findingsIn({ name: 'Blue mug', merchantSku: 'MUG-BLUE' }, PRODUCT_FIELDS)).toEqual([]);
});

it.each<[string, IDataObject, string]>([
	['an empty name', { name: '' }, "'Name' is empty"],
	[
		'a name of 256 characters',
		{ name: 'x'.repeat(256) },
		"'Name' is 256 characters long, but at most 255 are allowed",
	],
	['no merchant SKU', { merchantSku: null }, "'Merchant SKU' is empty"],
	[
		'a merchant SKU of 256 characters',
		{ merchantSku: 'x'.repeat(256) },
		"'Merchant SKU' is 256 characters long, but at most 255 are allowed",
	],
	[
		'a tariff code of 9 digits',
		atCustoms({ tariffCode: '123456789' }),
		"'Tariff Code' in 'Customs Information' is \"123456789\", but must be exactly 10 digits",
	],
	[
		'a tariff code of 11 digits',
		atCustoms({ tariffCode: '12345678901' }),
		"'Tariff Code' in 'Customs Information' is \"12345678901\", but must be exactly 10 digits",
	],
	[
		'a tariff code with dots',
		atCustoms({ tariffCode: '6912.00.44' }),
		"'Tariff Code' in 'Customs Information' is \"6912.00.44\", but must be exactly 10 digits",
	],
	[
		'a tariff code with a line break behind it',
		atCustoms({ tariffCode: '6912004400\n' }),
		"'Tariff Code' in 'Customs Information' is \"6912004400\\n\", but must be exactly 10 digits",
	],
	[
		'a customs value of 0',
		atCustoms({ customsValue: 0 }),
		"'Customs Value' in 'Customs Information' is 0, but must be at least 0.01",
	],
	[
		'a country of origin that there is not',
		atCustoms({ originCountry: 'XX' }),
		"'Country of Origin' in 'Customs Information' is \"XX\", which is not the code of a country",
	],
	[
		'a customs description of 256 characters',
		atCustoms({ description: 'x'.repeat(256) }),
		"'Customs Description' in 'Customs Information' is 256 characters long, but at most 255 are allowed",
	],
	[
		'customs information without a description',
		atCustoms({ description: '' }),
		"'Customs Description' in 'Customs Information' is empty",
	],
	[
		'a weight without unit',
		atDimensions({ weightUnit: '' }),
		"'Weight Unit' in 'Dimensions' is empty",
	],
	[
		'a size without unit',
		atDimensions({ lengthUnit: null }),
		"'Length Unit' in 'Dimensions' is empty",
	],
	['a missing height', atDimensions({ height: null }), "'Height' in 'Dimensions' is empty"],
	[
		'a unit that there is not',
		atDimensions({ weightUnit: 'st' }),
		"'Weight Unit' in 'Dimensions' is \"st\", which is not one of oz, kg, lb, g",
	],
	[
		'a size in a unit that there is not',
		atDimensions({ lengthUnit: 'ft' }),
		"'Length Unit' in 'Dimensions' is \"ft\", which is not one of in, cm, mm, m",
	],
])('a product with %s is refused', (_what, changes, finding) => {
	expect(findings(changes)).toEqual([finding]);
});

it.each<[string, IDataObject]>([
	['a name of 255 characters', { name: 'x'.repeat(255) }],
	['a customs value of a cent', atCustoms({ customsValue: 0.01 })],
	['a weight of 0, which the documentation allows', atDimensions({ weight: 0 })],
])('a product with %s passes', (_what, changes) => {
	expect(findings(changes)).toEqual([]);
});

it('the countries are those that Flexport lists', () => {
	expect([...COUNTRY_CODES]).toEqual(countryCodes);
});

it('the pools are those that Flexport lists', () => {
	expect(POOLS).toEqual(['DEFAULT', 'UNALLOCATED', 'STORAGE', 'PREP']);
});

it.each([
	['DABCDEF1234', true],
	['D0123456789', true],
	['DabcdefGHIJ', true],
	['dABCDEF1234', false],
	['DABCDEF123', false],
	['DABCDEF12345', false],
	['DABCDEF-234', false],
	['DABCDEF1234\n', false],
])('the SKU %j is one of Flexport: %j', (sku, valid) => {
	expect(LOGISTICS_SKU.test(sku)).toBe(valid);
});
