import type { INodeProperties } from 'n8n-workflow';
import { byDisplayName } from '../../shared/parameters/execution-options';
import { textField } from '../../shared/parameters/text-field';
import { coordinateField, countryField } from './address-fields';
import { groupField } from './group-field';
import { lineItemFields } from './line-item-fields';
import { packageField } from './package-field';
import { sharedFields } from './shared-fields';

const updateCollection: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	description: 'Only what is added here is changed, and what is left empty is not',
	options: [
		...sharedFields,
		groupField(
			'Delivery Address',
			'deliveryAddress',
			[
				textField('Address Line 1', 'street1', '725 Albany Street', 'Street and number'),
				textField('Address Line 2', 'street2', 'Building C', 'Second line of the street'),
				textField('Apartment', 'apartmentNumber', '4B', 'Apartment or suite'),
				textField('City', 'city', 'Boston', 'City or town'),
				countryField('Country Code', 'countryCode'),
				coordinateField('Latitude', 'latitude', '42.3346944'),
				coordinateField('Longitude', 'longitude', '-71.071818'),
				textField('Postal Code', 'postalCode', '02118', 'Postal or ZIP code'),
				textField('State or Province', 'state', 'MA', 'State or province'),
			],
			'The whole address, as parts of it may not be kept',
		),
		textField('External Order ID', 'orderExternalId', 'SHOP-1001-B', 'A new ID of your own'),
		textField('Location ID', 'locationExternalId', '7709', 'External ID of another location'),
		groupField(
			'Recipient',
			'deliveryContact',
			[
				textField('Recipient Email', 'email', 'ada@example.com', 'Email of the recipient'),
				textField('Recipient ID', 'userExternalId', 'C-1001', 'Your own ID of the recipient'),
				textField('Recipient Name', 'name', 'Ada Lovelace', 'Who receives the shipment'),
				textField('Recipient Phone', 'phone', '+1 617 555 0100', 'Phone number'),
			],
			'Name and phone together, as parts of it may not be kept',
		),
	].sort(byDisplayName),
};

/** What can be emptied: time windows may be null (Shipping Order API, edit), and texts empty. */
const clearFields: INodeProperties = {
	displayName: 'Clear Fields',
	name: 'clearFields',
	type: 'multiOptions',
	options: [
		{ name: 'Delivery Instructions', value: 'deliveryInstructions' },
		{ name: 'Delivery Time', value: 'deliveryTime', description: 'Delivery Starts and Ends' },
		{ name: 'Pickup Time', value: 'pickupTime', description: 'Pickup Starts and Ends' },
	],
	default: [],
	description: 'What to empty',
};

/** The fields of a change. */
export const changeFields: INodeProperties[] = [
	updateCollection,
	clearFields,
	...lineItemFields,
	packageField,
];
