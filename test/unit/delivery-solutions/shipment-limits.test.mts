import type { IDataObject } from 'n8n-workflow';
import {
	CHANGE_FIELDS,
	SHIPMENT_FIELDS,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-fields.ts';
import { findingsIn } from '../support/findings.mts';
import { ADDRESS_BODY, LOCATION_BODY } from '../support/shipment-panel.mts';

/** A body whose value at a path is replaced: "package.size.unit" or "itemList[0].sku". */
function at(
	path: string,
	value: unknown,
	body: IDataObject = { ...LOCATION_BODY, ...ADDRESS_BODY },
): IDataObject {
	const copy: IDataObject = JSON.parse(JSON.stringify(body));
	const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
	let target: object = copy;
	for (const step of steps.slice(0, -1)) target = Object(Reflect.get(target, step));
	Reflect.set(target, steps.at(-1) ?? '', value);
	return copy;
}

const found = (path: string, value: unknown) =>
	findingsIn(at(path, value), SHIPMENT_FIELDS, 'json');

/** Longest texts that the documentation allows. */
const LENGTHS: Array<[string, number]> = [
	['orderExternalId', 100],
	['locationExternalId', 100],
	['groupId', 100],
	['deliveryInstructions', 10_000],
	['locale', 5],
	['deliveryContact.name', 100],
	['deliveryContact.phone', 20],
	['deliveryContact.email', 100],
	['deliveryContact.userExternalId', 100],
	...['deliveryAddress', 'pickup.address'].flatMap((place): Array<[string, number]> => [
		[`${place}.street1`, 100],
		[`${place}.street2`, 100],
		[`${place}.apartmentNumber`, 50],
		[`${place}.city`, 100],
		[`${place}.state`, 100],
		[`${place}.postalCode`, 20],
	]),
	['pickup.name', 100],
	['pickup.locationExternalId', 100],
	['pickup.brandExternalId', 100],
	['pickup.pickupInstructions', 10_000],
	['proposedProviders[0].name', 1000],
	['package.name', 100],
	['package.description', 10_000],
	['package.barcode', 500],
	...['itemList[0]', 'package.itemList[0]'].flatMap((place): Array<[string, number]> => [
		[`${place}.sku`, 100],
		[`${place}.upc`, 100],
		[`${place}.category`, 100],
		[`${place}.image`, 200],
		[`${place}.title`, 200],
		[`${place}.description`, 10_000],
	]),
];

it.each(LENGTHS)('%s may be %d characters long, and no longer', (path, max) => {
	expect(found(path, 'x'.repeat(max))).toEqual([]);
	expect(found(path, 'x'.repeat(max + 1))).toEqual([
		`'${path}' in 'JSON Body' is ${max + 1} characters long, but at most ${max} are allowed`,
	]);
});

it('the locale of a change may be 50 characters long', () => {
	expect(findingsIn({ locale: 'x'.repeat(50) }, CHANGE_FIELDS)).toEqual([]);
	expect(findingsIn({ locale: 'x'.repeat(51) }, CHANGE_FIELDS)).toHaveLength(1);
});

const LEAST_NUMBERS: Array<[string, number]> = [
	['orderValue', 0],
	...['itemList[0]', 'package.itemList[0]'].flatMap((place): Array<[string, number]> => [
		[`${place}.quantity`, 1],
		[`${place}.price`, 0],
		[`${place}.salePrice`, 0],
	]),
	['package.itemQuantity', 1],
	...['package', 'itemList[0]'].flatMap((place) =>
		['size.length', 'size.width', 'size.height', 'weight.value'].map((key): [string, number] => [
			`${place}.${key}`,
			0,
		]),
	),
];

it.each(LEAST_NUMBERS)('%s is a number of at least %d', (path, min) => {
	expect(found(path, min)).toEqual([]);
	expect(found(path, min - 0.01)).toHaveLength(1);
	expect(found(path, '5')).toHaveLength(1);
	expect(found(path, -1)).toEqual([`'${path}' in 'JSON Body' is -1, but must be at least ${min}`]);
});

it.each(['itemList[0].quantity', 'package.itemList[0].quantity', 'package.itemQuantity'])(
	'%s is a whole number',
	(path) => {
		expect(found(path, 1.5)).toEqual([
			`'${path}' in 'JSON Body' is 1.5, but must be a whole number`,
		]);
	},
);

it.each([
	['deliveryAddress.countryCode', ['US', 'CA', 'GB', 'AU', 'IE'], ['DE', 'us', 'USA']],
	['pickup.address.countryCode', ['US', 'CA', 'GB', 'AU', 'IE'], ['DE', 'us', 'USA']],
	['signature', ['unattended', 'required_recipient', 'required', 'not_required'], ['yes']],
	['package.size.unit', ['cm', 'in'], ['mm', 'IN']],
	['itemList[0].weight.unit', ['kg', 'lb'], ['g', 'oz']],
	[
		'package.temperatureControl',
		['frozen', 'refrigerated', 'cool', 'ambient', 'warm', 'none'],
		['hot'],
	],
])('%s is one of a closed set', (path, allowed, others) => {
	for (const value of allowed) expect(found(path, value)).toEqual([]);
	for (const value of others) expect(found(path, value)).toHaveLength(1);
});

const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one);

it.each<[string, number, unknown]>([
	['itemList', 100, { sku: 'A' }],
	['package.itemList', 1000, { sku: 'A' }],
	['itemList[0].tags', 20, 'tag'],
])('%s may have %d entries, and no more', (path, max, one) => {
	expect(found(path, many(max, one))).toEqual([]);
	expect(found(path, many(max + 1, one))).toHaveLength(1);
});

it.each(['alcohol', 'spirit', 'fragile', 'tobacco', 'rx', 'perishable'])(
	'a package may hold %s',
	(content) => {
		expect(found('package.content', [content])).toEqual([]);
	},
);

it.each([
	'orderExternalId',
	'deliveryContact',
	'deliveryContact.name',
	'deliveryContact.phone',
	'deliveryAddress',
	'deliveryAddress.street1',
	'deliveryAddress.postalCode',
	'pickup.name',
	'pickup.address',
	'pickup.address.street1',
	'pickup.address.postalCode',
	'pickup.contact',
	'pickup.contact.name',
	'pickup.contact.phone',
	'package.name',
	'itemList[0].sku',
	'itemList[0].size.unit',
	'itemList[0].size.length',
	'package.weight.value',
	'proposedProviders[0].name',
])('%s has to be there', (path) => {
	expect(found(path, undefined)).toEqual([`'${path}' in 'JSON Body' is empty`]);
	expect(found(path, ' ')).toHaveLength(1);
});

it('an attribute may be 500 characters long, and a list of 100', () => {
	expect(found('orderAttributes', { a: 'x'.repeat(500), b: many(100, 1) })).toEqual([]);
	expect(found('orderAttributes', { a: 'x'.repeat(501), b: many(101, 1) })).toHaveLength(2);
});

it.each([{ a: true }, { a: ['b'] }, { a: null }])(
	'an attribute for a provider is a text or a number, and not %j',
	(attributes) => {
		expect(found('pickup.providerAttributes', { a: 'b', c: 1 })).toEqual([]);
		expect(found('pickup.providerAttributes', attributes)).toHaveLength(1);
	},
);
