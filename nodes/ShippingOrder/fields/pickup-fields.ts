import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../../shared/parameters/operation';
import { textField } from '../../shared/parameters/text-field';
import { countryField, coordinateField } from './address-fields';
import { attributesField } from './attributes-field';

const required = (property: INodeProperties): INodeProperties => ({ ...property, required: true });

/** A pickup at an address that is no known location (Shipping Order API, create). */
const addressFields: INodeProperties[] = [
	required(textField('Pickup Name', 'pickupName', 'Shop Boston', 'Name of the place')),
	required(
		textField('Pickup Contact Name', 'pickupContactName', 'Michele Parker', 'Who hands it over'),
	),
	required(
		textField('Pickup Contact Phone', 'pickupContactPhone', '+1 201 555 0123', 'Phone number'),
	),
	required(
		textField(
			'Pickup Address Line 1',
			'pickupAddress1',
			'345 Harrison Avenue',
			'Street and number',
		),
	),
	textField('Pickup City', 'pickupCity', 'Boston', 'City or town'),
	textField('Pickup State or Province', 'pickupProvinceCode', 'MA', 'State or province'),
	required(textField('Pickup Postal Code', 'pickupPostalCode', '02118', 'Postal or ZIP code')),
	countryField('Pickup Country Code', 'pickupCountryCode'),
	{
		displayName: 'Additional Pickup Fields',
		name: 'additionalPickupFields',
		type: 'collection',
		default: {},
		placeholder: 'Add field',
		options: [
			textField('Brand ID', 'brandExternalId', 'acme', 'ID of the brand of the order'),
			textField('Pickup Address Line 2', 'street2', 'Building B', 'Second line of the street'),
			textField('Pickup Apartment', 'apartmentNumber', '4', 'Apartment or suite'),
			textField('Pickup Contact Email', 'email', 'shop@example.com', 'Email of the contact'),
			textField(
				'Pickup Instructions',
				'pickupInstructions',
				'Ring at the side door',
				'For the driver',
			),
			coordinateField('Pickup Latitude', 'latitude', '42.3346944'),
			textField('Pickup Location ID', 'locationExternalId', 'SHOP-7', 'Your own ID of the place'),
			coordinateField('Pickup Longitude', 'longitude', '-71.071818'),
			textField(
				'Pickup Providers',
				'providers',
				'DoorDash, UPS',
				'Names of the providers that serve the place, with commas in between',
			),
			attributesField(
				'Provider Attributes',
				'providerAttributes',
				'Values that a provider wants, as text or numbers',
			),
		],
	},
];

/** Where a shipment is picked up: at a known location, or at any address. */
export const pickupFields: INodeProperties[] = [
	{
		displayName: 'Pickup From',
		name: 'pickupFrom',
		type: 'options',
		options: [
			{
				name: 'Known Location',
				value: 'location',
				description: 'A location that is set up in Delivery Solutions',
			},
			{ name: 'Other Address', value: 'address', description: 'Any address, given here' },
		],
		default: 'location',
		description: 'Where the shipment is picked up',
	},
	showFor(
		required(
			textField(
				'Location ID',
				'locationExternalId',
				'7709',
				'External ID of the location, as it is set up in Delivery Solutions',
			),
		),
		'pickupFrom',
		'location',
	),
	...addressFields.map((field) => showFor(field, 'pickupFrom', 'address')),
];
