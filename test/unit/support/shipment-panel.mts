import type { IDataObject } from 'n8n-workflow';
import {
	ADDRESS,
	CONTACT,
	EXTRAS,
	EXTRAS_SENT,
	GOODS,
	GOODS_SENT,
	PROVIDER_ATTRIBUTES,
	PROVIDER_ATTRIBUTES_SENT,
} from './shipment-parts.mts';

/** The panel of Create with every one of its fields filled in, for a pickup at a known location. */
export const LOCATION_PANEL: IDataObject = {
	inputMode: 'fields',
	externalOrderId: 'SHOP-1001',
	pickupFrom: 'location',
	locationExternalId: '7709',
	recipientName: 'Ada Lovelace',
	recipientPhone: '+1 617 555 0100',
	address1: '725 Albany Street',
	address2: 'Building C',
	city: 'Boston',
	provinceCode: 'MA',
	postalCode: '02118',
	countryCode: 'US',
	...GOODS,
	additionalFields: {
		...EXTRAS,
		apartmentNumber: '4B',
		latitude: 42.3346944,
		longitude: -71.071818,
		email: 'ada@example.com',
		userExternalId: 'C-1001',
	},
	options: {},
	simplify: false,
};

const SHIPMENT: IDataObject = {
	orderExternalId: 'SHOP-1001',
	deliveryContact: CONTACT,
	deliveryAddress: ADDRESS,
	...GOODS_SENT,
	...EXTRAS_SENT,
};

/** The body of create that this panel stands for. */
export const LOCATION_BODY: IDataObject = { ...SHIPMENT, locationExternalId: '7709' };

const PICKUP_PANEL: IDataObject = {
	pickupName: 'Shop Boston',
	pickupContactName: 'Michele Parker',
	pickupContactPhone: '+1 201 555 0123',
	pickupAddress1: '345 Harrison Avenue',
	pickupCity: 'Cambridge',
	pickupProvinceCode: 'NH',
	pickupPostalCode: '02139',
	pickupCountryCode: 'CA',
	additionalPickupFields: {
		brandExternalId: 'acme',
		street2: 'Building B',
		apartmentNumber: '4',
		email: 'shop@example.com',
		pickupInstructions: 'Ring at the side door',
		latitude: 42.3452369,
		locationExternalId: 'SHOP-7',
		longitude: -71.0639399,
		providers: 'DoorDash, UPS',
		providerAttributes: PROVIDER_ATTRIBUTES,
	},
};

/** The panel of Create with every one of its fields filled in, for a pickup at an address. */
export const ADDRESS_PANEL: IDataObject = {
	...LOCATION_PANEL,
	...PICKUP_PANEL,
	pickupFrom: 'address',
};

/** The body of create that this panel stands for. */
export const ADDRESS_BODY: IDataObject = {
	...SHIPMENT,
	pickup: {
		name: 'Shop Boston',
		brandExternalId: 'acme',
		locationExternalId: 'SHOP-7',
		contact: { name: 'Michele Parker', phone: '+1 201 555 0123', email: 'shop@example.com' },
		address: {
			street1: '345 Harrison Avenue',
			street2: 'Building B',
			apartmentNumber: '4',
			city: 'Cambridge',
			state: 'NH',
			postalCode: '02139',
			countryCode: 'CA',
			latitude: 42.3452369,
			longitude: -71.0639399,
		},
		pickupInstructions: 'Ring at the side door',
		providers: [{ name: 'DoorDash' }, { name: 'UPS' }],
		providerAttributes: PROVIDER_ATTRIBUTES_SENT,
	},
};

/** The panel of Update with every one of its fields filled in; nothing is cleared. */
export const UPDATE_PANEL: IDataObject = {
	shipment: { __rl: true, mode: 'id', value: 'SHOP-1001' },
	inputMode: 'fields',
	...GOODS,
	updateFields: {
		...EXTRAS,
		orderExternalId: 'SHOP-1001-B',
		locationExternalId: '7710',
		deliveryContact: { values: CONTACT },
		// A text in the panel of Update, so that one that is left empty does not become 0.
		deliveryAddress: { values: { ...ADDRESS, latitude: '42.3346944', longitude: '-71.071818' } },
	},
	clearFields: [],
	options: {},
	simplify: false,
};

/** The body of edit that this panel stands for. */
export const UPDATE_BODY: IDataObject = {
	...GOODS_SENT,
	...EXTRAS_SENT,
	orderExternalId: 'SHOP-1001-B',
	locationExternalId: '7710',
	deliveryContact: CONTACT,
	deliveryAddress: ADDRESS,
};
