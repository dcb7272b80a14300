import type { IDataObject } from 'n8n-workflow';
import REQUEST from '../../fixtures/delivery-solutions/create-request.json';
import { create } from '../../../nodes/ShippingOrder/operations/create.ts';
import { validateCreate } from '../../sandbox/delivery-solutions/shipment-schema.mts';
import { placesFilled, placesIn } from '../support/panel-names.mts';
import { pathsOf } from '../support/paths.mts';
import { refusalOf, sentBody } from '../support/sent-body.mts';
import {
	ADDRESS_BODY,
	ADDRESS_PANEL,
	LOCATION_BODY,
	LOCATION_PANEL,
} from '../support/shipment-panel.mts';

describe('the panel of Create, filled in whole', () => {
	it('is the whole panel', () => {
		const isMeant = (place: string) =>
			!['jsonBody', 'lineItemsJson'].includes(place) && !place.startsWith('options.');
		const filled = placesFilled({ ...LOCATION_PANEL, ...ADDRESS_PANEL });
		expect(filled.filter(isMeant)).toEqual(placesIn(create.properties).filter(isMeant));
	});

	it.each([
		['a known location', LOCATION_PANEL, LOCATION_BODY],
		['any address', ADDRESS_PANEL, ADDRESS_BODY],
	])('gives the body with every value in its place: pickup from %s', async (_from, panel, body) => {
		expect(await sentBody(create, panel)).toEqual(body);
	});

	it.each([
		['a known location', LOCATION_BODY],
		['any address', ADDRESS_BODY],
	])('gives a body that the documentation allows: pickup from %s', (_from, body) => {
		const isAllowed = validateCreate({ ...body });
		expect({ isAllowed, errors: validateCreate.errors ?? [] }).toEqual({
			isAllowed: true,
			errors: [],
		});
	});

	it('can give every field of the documented request', async () => {
		const can = new Set(pathsOf(await sentBody(create, LOCATION_PANEL)));
		const cannot = pathsOf(REQUEST).filter((path) => !can.has(path));
		// null, which is the same as leaving the window out.
		expect(cannot).toEqual(['deliveryTime', 'pickupTime']);
	});
});

const LEAST: IDataObject = {
	...LOCATION_PANEL,
	address2: '',
	city: '',
	provinceCode: '',
	lineItems: {},
	package: {},
	additionalFields: {},
};
const LEAST_BODY = {
	orderExternalId: 'SHOP-1001',
	locationExternalId: '7709',
	deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
	deliveryAddress: { street1: '725 Albany Street', postalCode: '02118', countryCode: 'US' },
};

describe('what is left empty in the panel of Create', () => {
	it('is not sent', async () => {
		expect(await sentBody(create, LEAST)).toEqual(LEAST_BODY);
	});

	it.each<[string, IDataObject]>([
		['texts', { deliveryInstructions: '', groupId: '', email: '', apartmentNumber: '' }],
		['times', { pickupStartsAt: '', deliveryEndsAt: null }],
		['attributes', { orderAttributes: {} }],
		['a list of attributes', { orderAttributes: { entries: [] } }],
		['providers', { proposedProviders: { entries: [] } }],
	])('is not sent where it was added and not filled in: %s', async (_what, additionalFields) => {
		expect(await sentBody(create, { ...LEAST, additionalFields })).toEqual(LEAST_BODY);
	});

	it.each<[string, IDataObject]>([
		['fields of the package', { package: { barcode: '', content: [], size: {} } }],
		['items of the package', { package: { itemList: { entries: [] } } }],
		['line items', { lineItems: { item: [] } }],
	])('is not sent where it was added and not filled in: %s', async (_what, changes) => {
		expect(await sentBody(create, { ...LEAST, ...changes })).toEqual(LEAST_BODY);
	});

	it('is not sent of a pickup either', async () => {
		const panel = {
			...LEAST,
			...ADDRESS_PANEL,
			...LEAST,
			pickupFrom: 'address',
			pickupCity: '',
			pickupProvinceCode: '',
			additionalPickupFields: {},
		};
		const { locationExternalId, ...body } = LEAST_BODY;
		expect(locationExternalId).toBe('7709');
		expect(await sentBody(create, panel)).toEqual({
			...body,
			pickup: {
				name: 'Shop Boston',
				contact: { name: 'Michele Parker', phone: '+1 201 555 0123' },
				address: { street1: '345 Harrison Avenue', postalCode: '02139', countryCode: 'CA' },
			},
		});
	});

	it('is not what is 0 or false', async () => {
		const additionalFields = { orderValue: 0, latitude: 0, longitude: 0 };
		expect(await sentBody(create, { ...LEAST, additionalFields })).toEqual({
			...LEAST_BODY,
			orderValue: 0,
			deliveryAddress: { ...LEAST_BODY.deliveryAddress, latitude: 0, longitude: 0 },
		});
	});

	it('of a window may be one of its ends', async () => {
		const additionalFields = { pickupStartsAt: '2030-01-31T08:00:00' };
		expect(await sentBody(create, { ...LEAST, additionalFields })).toEqual({
			...LEAST_BODY,
			pickupTime: { startsAt: Date.parse('2030-01-31T13:00:00Z') },
		});
	});
});

describe('the other place of pickup, left over in the panel,', () => {
	it('is not sent where a known location is chosen', async () => {
		const panel = { ...ADDRESS_PANEL, pickupFrom: 'location' };
		expect(await sentBody(create, panel)).toEqual(LOCATION_BODY);
	});

	it('is not sent where an address is chosen', async () => {
		expect(await sentBody(create, ADDRESS_PANEL)).not.toHaveProperty('locationExternalId');
	});
});

it.each(['fields', 'json'])(
	'a package may not hold items where the shipment has none (%s)',
	async (inputMode) => {
		const itemList = [{ sku: 'WATCH-1', quantity: 1 }];
		const jsonBody = { ...LEAST_BODY, package: { name: 'custom', itemList } };
		const panel = { ...LEAST, inputMode, jsonBody, package: { itemList: { entries: itemList } } };
		expect((await refusalOf(create, panel)).what).toContain('holds "WATCH-1", which is not among');
	},
);

describe('an attribute', () => {
	const attributes = async (...entries: IDataObject[]) =>
		await sentBody(create, {
			...LEAST,
			additionalFields: { orderAttributes: { entries } },
		});

	it.each(['entries', 'values', 'constructor', '__rl'])('may have the name %s', async (name) => {
		expect(await attributes({ name, type: 'list', value: 'a, b' })).toMatchObject({
			orderAttributes: { [name]: ['a', 'b'] },
		});
	});

	it('that is 0 or false is sent', async () => {
		const zero = { name: 'zero', type: 'number', value: '0' };
		const no = { name: 'no', type: 'boolean', value: 'false' };
		expect(await attributes(zero, no)).toMatchObject({ orderAttributes: { zero: 0, no: false } });
	});

	it('of an item may have any name too', async () => {
		const entries = [{ name: 'entries', type: 'list', value: 'a, b' }];
		const item = { sku: 'A', quantity: 1, additionalFields: { itemAttributes: { entries } } };
		expect(await sentBody(create, { ...LEAST, lineItems: { item: [item] } })).toMatchObject({
			itemList: [{ itemAttributes: { entries: ['a', 'b'] } }],
		});
	});

	it.each([
		['list', 'a, b'],
		['boolean', 'true'],
	])('for a provider may be no %s, which the documentation does not allow', async (type, value) => {
		const providerAttributes = { entries: [{ name: 'a', type, value }] };
		const panel = { ...ADDRESS_PANEL, additionalPickupFields: { providerAttributes } };
		expect((await refusalOf(create, panel)).what).toContain("'Provider Attributes'");
	});
});

describe('the whole shipment, given as JSON,', () => {
	it.each([
		['text', JSON.stringify(REQUEST)],
		['an object of an expression', REQUEST],
	])('is sent as it is: %s', async (_how, jsonBody) => {
		expect(await sentBody(create, { inputMode: 'json', jsonBody })).toEqual(REQUEST);
	});

	it('may hold all that the panel gives', async () => {
		expect(await sentBody(create, { inputMode: 'json', jsonBody: ADDRESS_BODY })).toEqual(
			ADDRESS_BODY,
		);
	});

	it.each(['', '[]', '5', '{'])('has to be an object: %j', async (jsonBody) => {
		const facts = await refusalOf(create, { inputMode: 'json', jsonBody });
		expect(facts.field).toBe('JSON Body');
	});
});
