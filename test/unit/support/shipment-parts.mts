import type { IDataObject } from 'n8n-workflow';

const SIZE = { length: 10, width: 8.5, height: 2, unit: 'in' };
const WEIGHT = { value: 1.25, unit: 'lb' };

/** Three attributes of the panel, and what they are on the wire. */
const ATTRIBUTES = {
	entries: [
		{ name: 'payment', type: 'text', value: 'Cash' },
		{ name: 'floor', type: 'number', value: '3' },
		{ name: 'tags', type: 'list', value: 'gift, summer' },
	],
};
const ATTRIBUTES_SENT = { payment: 'Cash', floor: 3, tags: ['gift', 'summer'] };

/** A provider takes texts and numbers only. */
export const PROVIDER_ATTRIBUTES = { entries: ATTRIBUTES.entries.slice(0, 2) };
export const PROVIDER_ATTRIBUTES_SENT = { payment: 'Cash', floor: 3 };

const LINE: IDataObject = {
	sku: 'WATCH-1',
	quantity: 2,
	additionalFields: {
		category: 'Watches',
		description: 'Steel watch',
		image: 'https://shop.example/w.png',
		itemAttributes: ATTRIBUTES,
		price: 10.5,
		salePrice: 9.99,
		size: { values: SIZE },
		tags: 'gift, summer',
		title: 'Watch',
		upc: '012345678905',
		weight: { values: WEIGHT },
	},
};

const LINE_SENT: IDataObject = {
	sku: 'WATCH-1',
	quantity: 2,
	category: 'Watches',
	description: 'Steel watch',
	image: 'https://shop.example/w.png',
	itemAttributes: ATTRIBUTES_SENT,
	price: 10.5,
	salePrice: 9.99,
	size: SIZE,
	tags: ['gift', 'summer'],
	title: 'Watch',
	upc: '012345678905',
	weight: WEIGHT,
};

const PACKAGE: IDataObject = {
	barcode: '1YT4V90308440011',
	content: ['fragile', 'rx'],
	description: 'Gift box',
	itemQuantity: 2,
	name: 'small',
	itemList: { entries: [{ sku: 'WATCH-1', quantity: 2 }] },
	size: { values: SIZE },
	temperatureControl: 'ambient',
	weight: { values: WEIGHT },
};

/** The line items and the package of the panel; create and update have the same. */
export const GOODS: IDataObject = {
	lineItemsInput: 'fields',
	lineItems: { item: [LINE] },
	package: PACKAGE,
};

export const GOODS_SENT: IDataObject = {
	itemList: [LINE_SENT],
	package: {
		...PACKAGE,
		itemList: [{ sku: 'WATCH-1', quantity: 2 }],
		size: SIZE,
		weight: WEIGHT,
	},
};

/** What create and update have in common beside that; the zone of the workflow is New York. */
export const EXTRAS: IDataObject = {
	createdDate: '2026-01-31T09:00:00Z',
	orderAttributes: ATTRIBUTES,
	deliveryStartsAt: '2030-01-31T12:00:00',
	deliveryEndsAt: '2030-01-31T19:00:00+02:00',
	deliveryInstructions: 'Please close the gate',
	groupId: 'ORDER-1001',
	locale: 'en-US',
	orderValue: 21,
	pickupStartsAt: '2030-01-31T08:00:00',
	pickupEndsAt: '2030-01-31T15:00:00Z',
	proposedProviders: {
		entries: [{ name: 'DoorDash', services: 'delivery, express' }, { name: 'UPS' }],
	},
	signature: 'required',
};

const at = (instant: string): number => Date.parse(instant);

export const EXTRAS_SENT: IDataObject = {
	createdDate: at('2026-01-31T09:00:00Z'),
	orderAttributes: ATTRIBUTES_SENT,
	deliveryTime: { startsAt: at('2030-01-31T17:00:00Z'), endsAt: at('2030-01-31T17:00:00Z') },
	deliveryInstructions: 'Please close the gate',
	groupId: 'ORDER-1001',
	locale: 'en-US',
	orderValue: 21,
	pickupTime: { startsAt: at('2030-01-31T13:00:00Z'), endsAt: at('2030-01-31T15:00:00Z') },
	proposedProviders: [
		{ name: 'DoorDash', services: [{ id: 'delivery' }, { id: 'express' }] },
		{ name: 'UPS' },
	],
	signature: 'required',
};

/** The recipient, and where the shipment goes. */
export const CONTACT: IDataObject = {
	name: 'Ada Lovelace',
	phone: '+1 617 555 0100',
	email: 'ada@example.com',
	userExternalId: 'C-1001',
};

export const ADDRESS: IDataObject = {
	street1: '725 Albany Street',
	street2: 'Building C',
	apartmentNumber: '4B',
	city: 'Boston',
	state: 'MA',
	postalCode: '02118',
	countryCode: 'US',
	latitude: 42.3346944,
	longitude: -71.071818,
};
