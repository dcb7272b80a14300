import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import sample from '../../fixtures/flexport/product.json';
import { simplifyProduct } from '../../../nodes/shared/providers/flexport/simplify-product.ts';
import { anyJson } from '../support/any-json.mts';

const EMPTY = {
	sku: null,
	name: null,
	merchantSku: null,
	barcodes: [],
	dimsLocked: null,
	weight: null,
	weightUnit: null,
	originCountry: null,
	createdAt: null,
	updatedAt: null,
};

it('the sample of the documentation becomes ten flat fields', () => {
	expect(simplifyProduct(sample)).toEqual({
		sku: 'stringstrin',
		name: 'string',
		merchantSku: 'string',
		barcodes: ['string'],
		dimsLocked: true,
		weight: 0,
		weightUnit: 'oz',
		originCountry: 'AF',
		createdAt: '2019-08-24T14:15:22.000Z',
		updatedAt: '2019-08-24T14:15:22.000Z',
	});
});

it('a product of which nothing is known has the same fields, empty', () => {
	expect(simplifyProduct({})).toEqual(EMPTY);
});

it.each([
	[
		'numbers for texts',
		{ logisticsSku: 123, merchantSku: 45, barcodes: [1, '2', null] },
		{ sku: '123', merchantSku: '45', barcodes: ['1', '2'] },
	],
	[
		'times in epoch milliseconds',
		{ createdAt: 1566656122000 },
		{ createdAt: '2019-08-24T14:15:22.000Z' },
	],
	[
		'a weight as text',
		{ dimensions: { weight: '1.5', weightUnit: 'kg' } },
		{ weight: 1.5, weightUnit: 'kg' },
	],
	['lists for objects', { dimensions: [1], international: [1] }, {}],
	['null for everything', { name: null, barcodes: null, dimensions: null, dimsLocked: null }, {}],
])('a product is read that has %s', (_what, product, expected) => {
	expect(simplifyProduct(product)).toEqual({ ...EMPTY, ...expected });
});

it('the customs information of a request is not taken for that of an answer', () => {
	expect(simplifyProduct({ customsInformation: { originCountry: 'AF' } })).toEqual(EMPTY);
});

it('any JSON gives the same fields', () => {
	const shape = Object.fromEntries(Object.keys(sample).map((key) => [key, anyJson()]));
	fc.assert(
		fc.property(fc.record(shape, { requiredKeys: [] }), (product) => {
			expect(Object.keys(simplifyProduct(product))).toEqual(Object.keys(EMPTY));
		}),
		{ seed: 7, numRuns: extent(500) },
	);
});
