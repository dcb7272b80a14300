import { countryField } from '../../checks/countries';
import { CURRENCY_CODES } from '../../checks/currencies';
import type { Field } from '../../checks/field';
import { lineItemsField, QUANTITY } from '../orders/shared-fields';

const EMAIL = { pattern: /^[^\s@]+@[^\s@]+$/, form: 'an email address' } as const;

/** Digital River, Fulfillment orders: shipTo. */
const SHIP_TO: readonly Field[] = [
	{ key: 'name', label: 'Recipient Name', kind: 'text' },
	{ key: 'phone', label: 'Phone', kind: 'text' },
	{ key: 'email', label: 'Email', kind: 'text', ...EMAIL },
	{ key: 'organization', label: 'Company', kind: 'text' },
	{
		key: 'address',
		label: 'Address',
		kind: 'group',
		inline: true,
		required: true,
		fields: [
			{ key: 'line1', label: 'Address Line 1', kind: 'text', required: true },
			{ key: 'line2', label: 'Address Line 2', kind: 'text' },
			{ key: 'city', label: 'City', kind: 'text', required: true },
			{ key: 'postalCode', label: 'Postal Code', kind: 'text' },
			{ key: 'state', label: 'State or Province Code', kind: 'text' },
			countryField('country'),
		],
	},
	{
		key: 'additionalAddressInfo',
		label: 'Additional Address Info',
		kind: 'group',
		inline: true,
		fields: [
			{ key: 'neighborhood', label: 'Neighborhood', kind: 'text' },
			{ key: 'division', label: 'Division', kind: 'text' },
			{ key: 'phoneticName', label: 'Phonetic Name', kind: 'text' },
		],
	},
];

const ITEM: readonly Field[] = [
	{ key: 'inventoryItemId', label: 'Product', kind: 'text', required: true },
	QUANTITY,
	{ key: 'upstreamId', label: 'Line Item ID', kind: 'text' },
	{ key: 'name', label: 'Name', kind: 'text' },
	{ key: 'subtotal', label: 'Subtotal', kind: 'number' },
	{ key: 'total', label: 'Total', kind: 'number' },
	{ key: 'giftMessage', label: 'Gift Message', kind: 'text' },
	{ key: 'giftWrap', label: 'Gift Wrap', kind: 'flag' },
	{
		key: 'tax',
		label: 'Tax',
		kind: 'group',
		fields: [
			{ key: 'amount', label: 'Amount', kind: 'number', required: true },
			{
				key: 'items',
				label: 'Tax Items',
				kind: 'list',
				entry: 'tax item',
				fields: [
					{ key: 'authorityType', label: 'Authority Type', kind: 'text', required: true },
					{ key: 'amount', label: 'Amount', kind: 'number', required: true },
				],
			},
		],
	},
];

/** Body of a new fulfillment order (Digital River, 2021-02-23). */
export const ORDER_FIELDS: readonly Field[] = [
	{ key: 'upstreamId', label: 'External Order ID', kind: 'text', required: true },
	{
		key: 'currency',
		label: 'Currency Code',
		kind: 'text',
		required: true,
		oneOf: CURRENCY_CODES,
		listName: 'the code of a currency',
		listFix: 'Give the three-letter code of the currency, e.g. USD or EUR.',
	},
	{ key: 'upstreamOrderTime', label: 'Order Time', kind: 'time', required: true },
	{
		key: 'locale',
		label: 'Locale',
		kind: 'text',
		pattern: /^[a-z]{2}_[A-Z]{2}$/,
		form: 'a language and a country such as en_US',
	},
	{ key: 'name', label: 'Customer Name', kind: 'text' },
	{ key: 'email', label: 'Customer Email', kind: 'text', ...EMAIL },
	{ key: 'phone', label: 'Customer Phone', kind: 'text' },
	{ key: 'reservationId', label: 'Reservation ID', kind: 'text' },
	{
		key: 'shipTo',
		label: 'Recipient',
		kind: 'group',
		inline: true,
		required: true,
		fields: SHIP_TO,
	},
	{
		key: 'shippingChoice',
		label: 'Shipping',
		kind: 'group',
		inline: true,
		required: true,
		fields: [
			{ key: 'id', label: 'Shipping Method', kind: 'text', required: true },
			{ key: 'shippingInstructions', label: 'Shipping Instructions', kind: 'text' },
			{ key: 'dutiesPaid', label: 'Duties Paid', kind: 'flag' },
			{
				key: 'signatureRequiredType',
				label: 'Signature',
				kind: 'text',
				oneOf: ['standard', 'adult'],
			},
		],
	},
	lineItemsField('items', ITEM),
];
