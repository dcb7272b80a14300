import type { INodeProperties } from 'n8n-workflow';
import { byDisplayName } from '../../shared/parameters/execution-options';
import { textField } from '../../shared/parameters/text-field';
import { coordinateField, countryField } from './address-fields';
import { lineItemFields } from './line-item-fields';
import { packageField } from './package-field';
import { pickupFields } from './pickup-fields';
import { sharedFields } from './shared-fields';

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		...sharedFields,
		textField('Apartment', 'apartmentNumber', '4B', 'Apartment or suite'),
		coordinateField('Latitude', 'latitude', '42.3346944'),
		coordinateField('Longitude', 'longitude', '-71.071818'),
		textField('Recipient Email', 'email', 'ada@example.com', 'Email of the recipient'),
		textField('Recipient ID', 'userExternalId', 'C-1001', 'Your own ID of the recipient'),
	].sort(byDisplayName),
};

/** The fields of a new shipment; where Fulfillment Order has the same, they have the same names. */
export const createFields: INodeProperties[] = [
	{
		...textField(
			'External Order ID',
			'externalOrderId',
			'SHOP-1001',
			'Your own ID of the shipment, at most 100 characters. It must differ from shipment to shipment: it is what keeps a shipment from being made twice.',
		),
		required: true,
	},
	...pickupFields,
	{
		...textField('Recipient Name', 'recipientName', 'Ada Lovelace', 'Who receives the shipment'),
		required: true,
	},
	{
		...textField(
			'Recipient Phone',
			'recipientPhone',
			'+1 617 555 0100',
			'Phone number of the recipient, at most 20 characters',
		),
		required: true,
	},
	{
		...textField('Address Line 1', 'address1', '725 Albany Street', 'Street and number'),
		required: true,
	},
	textField(
		'Address Line 2',
		'address2',
		'Building C',
		"Second line of the street. An apartment goes into 'Apartment' under Additional Fields.",
	),
	textField('City', 'city', 'Boston', 'City or town'),
	textField('State or Province', 'provinceCode', 'MA', 'State or province'),
	{ ...textField('Postal Code', 'postalCode', '02118', 'Postal or ZIP code'), required: true },
	countryField('Country Code', 'countryCode'),
	...lineItemFields,
	packageField,
	additionalFields,
];
