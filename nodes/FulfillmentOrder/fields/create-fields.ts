import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';
import { forProviders } from '../../shared/parameters/provider';
import { additionalFields } from './additional-fields';
import { lineItemFields } from './line-item-fields';

/** The fields of an order that every provider has, in the one vocabulary. */
export const createFields: INodeProperties[] = [
	{
		...textField(
			'External Order ID',
			'externalOrderId',
			'SHOP-1001',
			'Your own ID of the order. It must differ from order to order: it is what keeps an order from being made twice.',
		),
		required: true,
	},
	textField('Recipient Name', 'recipientName', 'Ada Lovelace', 'Who receives the order'),
	{
		...textField('Address Line 1', 'address1', '1 Market Street', 'Street and number'),
		required: true,
	},
	textField('Address Line 2', 'address2', 'Apt 4', 'Apartment, floor or building'),
	{ ...textField('City', 'city', 'San Francisco', 'City or town'), required: true },
	textField(
		'State or Province Code',
		'provinceCode',
		'CA',
		'In the United States, the two-letter code of the state',
	),
	textField('Postal Code', 'postalCode', '94105', 'Postal or ZIP code'),
	{
		...textField('Country Code', 'countryCode', 'US', 'Two-letter code of the country'),
		required: true,
	},
	forProviders(['digitalRiver'], {
		...textField('Currency Code', 'currencyCode', 'USD', 'Three-letter code of the currency'),
		default: 'USD',
		required: true,
	}),
	...lineItemFields,
	additionalFields,
];
