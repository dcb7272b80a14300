import type { IDataObject } from 'n8n-workflow';
import { differenceOf } from '../../../nodes/shared/providers/delivery-solutions/same-shipment.ts';
import ANSWER from '../../fixtures/delivery-solutions/create-answer.json';
import REQUEST from '../../fixtures/delivery-solutions/create-request.json';

const WATCH = { sku: 'WATCH-1', quantity: 2 };
const STRAP = { sku: 'STRAP-1', quantity: 1 };
const ADDRESS = { street1: '725 Albany Street', postalCode: '02118', countryCode: 'US' };

const shipment = (changes: IDataObject = {}, address: IDataObject = {}): IDataObject => ({
	orderExternalId: 'SHOP-1',
	locationExternalId: '7709',
	deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
	deliveryAddress: { ...ADDRESS, ...address },
	itemList: [WATCH, STRAP],
	...changes,
});

it('the documented answer is the shipment of the documented request', () => {
	expect(differenceOf(ANSWER, REQUEST)).toBeUndefined();
});

describe('two shipments are the same', () => {
	it.each<[string, IDataObject]>([
		['as they are', shipment()],
		['whatever the order of their items', shipment({ itemList: [STRAP, WATCH] })],
		[
			'whether or not an item stands in several lines',
			shipment({ itemList: [{ ...WATCH, quantity: 1 }, STRAP, { ...WATCH, quantity: 1 }] }),
		],
		['with quantities as text', shipment({ itemList: [{ ...WATCH, quantity: '2' }, STRAP] })],
		['with a quantity of 1 left out', shipment({ itemList: [WATCH, { sku: 'STRAP-1' }] })],
		['with more known about an item', shipment({ itemList: [{ ...WATCH, upc: '1' }, STRAP] })],
		['where the answer has an empty list of items', shipment({ itemList: [] })],
		['where the answer has no list of items', shipment({ itemList: null })],
		['with the location as a number', shipment({ locationExternalId: 7709 })],
		['where the answer has no location', shipment({ locationExternalId: null })],
		['with a longer postal code', shipment({}, { postalCode: '02118-1234' })],
		['where the country is left out, which means US', shipment({}, { countryCode: '' })],
		['with a country in small letters', shipment({}, { countryCode: 'us' })],
		['with other capitals in the name', shipment({ deliveryContact: { name: 'ADA LOVELACE' } })],
		['with other spaces in the name', shipment({ deliveryContact: { name: ' Ada  Lovelace' } })],
		['where the answer has no name', shipment({ deliveryContact: {} })],
		[
			'with more known about the one that exists',
			{ ...shipment(), id: '5e1f', status: 'ORDER_DELIVERED', provider: {}, fee: 5 },
		],
		['with a street in another form', shipment({}, { street1: '725 ALBANY ST' })],
	])('%s', (_how, existing) => {
		expect(differenceOf(existing, shipment())).toBeUndefined();
	});

	it('where the wanted one is picked up at an address, and the other has a location', () => {
		const { locationExternalId, ...wanted } = shipment({ pickup: { name: 'Shop' } });
		expect(locationExternalId).toBeDefined();
		expect(differenceOf(shipment(), wanted)).toBeUndefined();
	});

	it('with a letter that is written in two ways', () => {
		const composed = shipment({ deliveryContact: { name: 'Zo\u00eb' } });
		const decomposed = shipment({ deliveryContact: { name: 'Zoe\u0308' } });
		expect(differenceOf(composed, decomposed)).toBeUndefined();
	});
});

describe('two shipments differ', () => {
	it.each<[string, IDataObject, string]>([
		['in a quantity', shipment({ itemList: [{ ...WATCH, quantity: 3 }, STRAP] }), 'list of items'],
		['in an item', shipment({ itemList: [WATCH, { sku: 'STRAP-2' }] }), 'list of items'],
		['in an item more', shipment({ itemList: [WATCH] }), 'list of items'],
		['in the location', shipment({ locationExternalId: '7710' }), 'location'],
		['in the country', shipment({}, { countryCode: 'CA' }), 'country'],
		['in the postal code', shipment({}, { postalCode: '02119' }), 'postal code'],
		['in a postal code that is a number', shipment({}, { postalCode: 75206 }), 'postal code'],
		[
			'in the recipient',
			shipment({ deliveryContact: { name: 'Charles Babbage' } }),
			"recipient's name",
		],
	])('%s', (_how, existing, part) => {
		expect(differenceOf(existing, shipment())).toBe(`its ${part} differs`);
	});

	it('in having items where none are wanted', () => {
		expect(differenceOf(shipment(), shipment({ itemList: [] }))).toBe('its list of items differs');
	});

	it('in a letter that only looks left out', () => {
		expect(
			differenceOf(
				shipment({ deliveryContact: { name: 'Zoë' } }),
				shipment({ deliveryContact: { name: 'Zo' } }),
			),
		).toBe("its recipient's name differs");
	});
});
