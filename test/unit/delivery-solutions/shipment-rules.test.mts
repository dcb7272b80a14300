import type { IDataObject } from 'n8n-workflow';
import CREATE from '../../fixtures/delivery-solutions/create-request.json';
import EDIT from '../../fixtures/delivery-solutions/edit-request.json';
import { check } from '../../../nodes/shared/checks/check.ts';
import {
	CHANGE_FIELDS,
	SHIPMENT_FIELDS,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-fields.ts';
import {
	changedPackageRule,
	newPackageRule,
	pickupRule,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-rules.ts';
import { factsOf } from '../support/failing.mts';
import { ADDRESS_BODY, LOCATION_BODY, UPDATE_BODY } from '../support/shipment-panel.mts';

const RULES = [pickupRule, newPackageRule];
const LEAST = {
	orderExternalId: 'SHOP-1',
	locationExternalId: '7709',
	deliveryContact: { name: 'A', phone: '+1 234-567-8900' },
	deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
};

it.each([
	['the least that is needed', LEAST],
	['the documented request', CREATE],
	['all that there is, from a known location', LOCATION_BODY],
	['all that there is, from any address', ADDRESS_BODY],
])('a new shipment passes with %s', (_what, body) => {
	expect(() => check(body, SHIPMENT_FIELDS, 'json', RULES)).not.toThrow();
});

it.each([
	['one field', { locale: 'en-US' }],
	['the documented request', EDIT],
	['all that there is', UPDATE_BODY],
	['windows that are cleared', { pickupTime: null, deliveryTime: null }],
])('a change passes with %s', (_what, body) => {
	expect(() => check(body, CHANGE_FIELDS, 'json', [changedPackageRule])).not.toThrow();
});

const what = (body: IDataObject, naming: 'panel' | 'json' = 'panel') =>
	factsOf(() => check(body, SHIPMENT_FIELDS, naming, RULES)).what;

describe('the place of pickup', () => {
	const { locationExternalId, ...nowhere } = LEAST;
	const { pickup } = ADDRESS_BODY;

	it.each([undefined, null, '', '   '])(
		'has to be given: a location that is %j is none',
		(place) => {
			expect(what({ ...nowhere, locationExternalId: place })).toBe(
				"Neither 'Location ID' nor 'Pickup From' says where the shipment is picked up",
			);
		},
	);

	it('has to be given in the JSON by the names that it has there', () => {
		expect(what(nowhere, 'json')).toBe(
			"Neither 'locationExternalId' in 'JSON Body' nor 'pickup' in 'JSON Body' says where the shipment is picked up",
		);
	});

	it('may not be given twice', () => {
		expect(what({ ...nowhere, locationExternalId, pickup }, 'json')).toBe(
			"'locationExternalId' in 'JSON Body' and 'pickup' in 'JSON Body' are both given",
		);
	});

	it('is any address where the location is empty', () => {
		const body = { ...nowhere, locationExternalId: '', pickup };
		expect(() => check(body, SHIPMENT_FIELDS, 'panel', RULES)).not.toThrow();
	});
});

describe('what a package holds', () => {
	const body = (packed: IDataObject[], itemList?: IDataObject[]): IDataObject => ({
		...LEAST,
		...(itemList ? { itemList } : {}),
		package: { name: 'custom', itemList: packed },
	});
	const A2 = { sku: 'A', quantity: 2 };

	it.each<[string, IDataObject[], IDataObject[]]>([
		['as much as the shipment', [A2], [A2]],
		['less', [{ sku: 'A', quantity: 1 }], [A2]],
		['nothing', [], [A2]],
		['what stands in several lines of it', [A2], [{ sku: 'A' }, { sku: 'A' }]],
		['some of the items', [A2], [A2, { sku: 'B' }]],
	])('may be %s', (_what, packed, items) => {
		expect(() => check(body(packed, items), SHIPMENT_FIELDS, 'panel', RULES)).not.toThrow();
	});

	it('may not be more of an item', () => {
		expect(what(body([{ sku: 'A', quantity: 3 }], [A2]))).toBe(
			"'Package Items' holds 3 of \"A\", but 'Line Items' only 2",
		);
	});

	it('may not be more of an item in several lines either', () => {
		expect(what(body([A2, { sku: 'A' }], [A2]), 'json')).toBe(
			"'package.itemList' in 'JSON Body' holds 3 of \"A\", but 'itemList' in 'JSON Body' only 2",
		);
	});

	it('may not be an item that is not in the shipment', () => {
		expect(what(body([A2, { sku: 'B' }], [A2]))).toBe(
			"'Package Items' holds \"B\", which is not among 'Line Items'",
		);
	});

	it('may not be an item of a new shipment that has none', () => {
		expect(what(body([A2]))).toContain('"A"');
	});

	it('is told item by item', () => {
		const facts = factsOf(() =>
			check(body([{ sku: 'B' }, { sku: 'C' }], [A2]), SHIPMENT_FIELDS, 'panel', RULES),
		);
		expect(facts.alsoFound).toEqual([
			"'Package Items' holds \"C\", which is not among 'Line Items'",
		]);
	});

	it('is not looked at where a change gives it alone: the shipment has the other list', () => {
		const { package: parcel } = body([A2]);
		expect(() =>
			check({ package: parcel }, CHANGE_FIELDS, 'panel', [changedPackageRule]),
		).not.toThrow();
	});
});
