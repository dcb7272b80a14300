import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';

/** What only Digital River takes with an order (Fulfillment orders, 2021-02-23). */
export const digitalRiverFields: INodeProperties[] = [
	textField('Customer Email', 'customerEmail', 'ada@example.com', 'Email of who placed the order'),
	textField('Customer Name', 'customerName', 'Ada Lovelace', 'Who placed the order'),
	textField('Customer Phone', 'customerPhone', '+1 415 555 0100', 'Phone of who placed the order'),
	textField('Division', 'division', 'Gangnam-gu', 'Part of the address in some countries'),
	{
		displayName: 'Duties Paid',
		name: 'dutiesPaid',
		type: 'boolean',
		default: true,
		description: 'Whether duties are paid already',
	},
	textField('Email', 'email', 'ada@example.com', "The recipient's email"),
	textField('Locale', 'locale', 'en_US', "The customer's language and country"),
	textField('Neighborhood', 'neighborhood', 'Centro', 'Part of the address in some countries'),
	textField('Phonetic Name', 'phoneticName', 'Eida', 'How the name is spoken, in some countries'),
	textField('Reservation ID', 'reservationId', '7765374748', 'ID of an inventory reservation'),
	textField(
		'Shipping Instructions',
		'shippingInstructions',
		'Leave at the desk',
		'For who delivers it',
	),
	{
		displayName: 'Signature',
		name: 'signatureRequiredType',
		type: 'options',
		options: [
			{ name: 'Adult', value: 'adult' },
			{ name: 'Standard', value: 'standard' },
		],
		default: 'standard',
		description: 'Who has to sign for the order',
	},
];
