import type { IDataObject } from 'n8n-workflow';
import REQUEST from '../../fixtures/delivery-solutions/edit-request.json';
import { update } from '../../../nodes/ShippingOrder/operations/update.ts';
import { validateEdit } from '../../sandbox/delivery-solutions/shipment-schema.mts';
import { placesFilled, placesIn } from '../support/panel-names.mts';
import { pathsOf } from '../support/paths.mts';
import { refusalOf, sentBody } from '../support/sent-body.mts';
import { UPDATE_BODY, UPDATE_PANEL } from '../support/shipment-panel.mts';

const NOTHING: IDataObject = {
	...UPDATE_PANEL,
	lineItems: {},
	package: {},
	updateFields: {},
	clearFields: [],
};
const change = async (updateFields: IDataObject, more: IDataObject = {}) =>
	await sentBody(update, { ...NOTHING, updateFields, ...more });

describe('the panel of Update, filled in whole', () => {
	it('is the whole panel', () => {
		const isMeant = (place: string) =>
			!['jsonBody', 'lineItemsJson'].includes(place) && !place.startsWith('options.');
		const filled = placesFilled({ ...UPDATE_PANEL, clearFields: 'pickupTime' });
		expect(filled.filter(isMeant)).toEqual(placesIn(update.properties).filter(isMeant));
	});

	it('gives the body with every value in its place', async () => {
		expect(await sentBody(update, UPDATE_PANEL)).toEqual(UPDATE_BODY);
	});

	it('gives a body that the documentation allows', () => {
		const isAllowed = validateEdit({ ...UPDATE_BODY });
		expect({ isAllowed, errors: validateEdit.errors ?? [] }).toEqual({
			isAllowed: true,
			errors: [],
		});
	});

	it('can give every field of the documented request', async () => {
		const can = new Set(pathsOf(await sentBody(update, UPDATE_PANEL)));
		expect(pathsOf(REQUEST).filter((path) => !can.has(path))).toEqual([]);
	});
});

describe('a change', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['a text', { deliveryInstructions: 'Ring' }, { deliveryInstructions: 'Ring' }],
		['a value of 0', { orderValue: 0 }, { orderValue: 0 }],
		[
			'one end of a window',
			{ deliveryEndsAt: '2030-01-31T17:00:00Z' },
			{ deliveryTime: { endsAt: Date.parse('2030-01-31T17:00:00Z') } },
		],
		[
			'an address without what is empty in it',
			{
				deliveryAddress: {
					values: {
						street1: '1 Main Street',
						postalCode: '02118',
						countryCode: 'us',
						latitude: '',
					},
				},
			},
			{
				deliveryAddress: { street1: '1 Main Street', postalCode: '02118', countryCode: 'US' },
			},
		],
		[
			'an address whose country is left empty',
			{
				deliveryAddress: {
					values: { street1: '1 Main Street', postalCode: '02118', countryCode: '' },
				},
			},
			{ deliveryAddress: { street1: '1 Main Street', postalCode: '02118' } },
		],
		[
			'an address that an expression gives whole',
			{ deliveryAddress: { street1: '1 Main Street', postalCode: 94105, countryCode: 'CA' } },
			{ deliveryAddress: { street1: '1 Main Street', postalCode: '94105', countryCode: 'CA' } },
		],
		[
			'a recipient',
			{ deliveryContact: { values: { name: 'Ada', phone: '1', email: '' } } },
			{ deliveryContact: { name: 'Ada', phone: '1' } },
		],
	])('sends only what was set: %s', async (_what, updateFields, body) => {
		expect(await change(updateFields)).toEqual(body);
	});

	it('sends line items and package without anything else', async () => {
		const lineItems = { item: [{ sku: 'A', quantity: 1 }] };
		expect(await change({}, { lineItems, package: { barcode: '1YT' } })).toEqual({
			itemList: [{ sku: 'A', quantity: 1 }],
			package: { name: 'custom', barcode: '1YT' },
		});
	});

	it.each<[string[], IDataObject]>([
		[['pickupTime'], { pickupTime: null }],
		[['deliveryTime'], { deliveryTime: null }],
		[['deliveryInstructions'], { deliveryInstructions: '' }],
		[
			['deliveryInstructions', 'deliveryTime', 'pickupTime'],
			{ deliveryInstructions: '', deliveryTime: null, pickupTime: null },
		],
	])('clears %j', async (clearFields, body) => {
		expect(await change({}, { clearFields })).toEqual(body);
	});

	it('clears one field and sets another', async () => {
		expect(await change({ locale: 'en-US' }, { clearFields: ['pickupTime'] })).toEqual({
			locale: 'en-US',
			pickupTime: null,
		});
	});
});

describe('a change is refused before anything is sent', () => {
	it.each<[string, IDataObject]>([
		['nothing is set', {}],
		['what is set is empty', { updateFields: { locale: '', deliveryAddress: {}, groupId: null } }],
	])('where %s', async (_what, changes) => {
		expect(await refusalOf(update, { ...NOTHING, ...changes })).toMatchObject({
			kind: 'input',
			what: 'There is nothing to change',
			field: 'Update Fields',
		});
	});

	it.each<[string, IDataObject, string]>([
		['a part of an address', { deliveryAddress: { values: { city: 'Boston' } } }, 'Address Line 1'],
		['a part of a recipient', { deliveryContact: { values: { name: 'Ada' } } }, 'Recipient Phone'],
	])('where %s is given: the rest may not be kept', async (_what, updateFields, label) => {
		expect((await refusalOf(update, { ...NOTHING, updateFields })).what).toBe(
			`'${label}' is empty`,
		);
	});

	it('where a field is to be cleared that cannot be', async () => {
		const facts = await refusalOf(update, { ...NOTHING, clearFields: ['orderValue'] });
		expect(facts).toMatchObject({ kind: 'input', field: 'Clear Fields' });
	});
});

it.each([
	['text', JSON.stringify(REQUEST)],
	['an object of an expression', REQUEST],
])('the whole change, given as JSON, is sent as it is: %s', async (_how, jsonBody) => {
	const { shipment } = UPDATE_PANEL;
	expect(await sentBody(update, { shipment, inputMode: 'json', jsonBody })).toEqual(REQUEST);
});
