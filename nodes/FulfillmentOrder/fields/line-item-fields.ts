import type { INodeProperties } from 'n8n-workflow';
import { productLocator } from '../../shared/parameters/common';
import { byDisplayName } from '../../shared/parameters/execution-options';
import { textField } from '../../shared/parameters/text-field';
import { forProviders } from '../provider';
import { taxField } from './tax-field';

const amountField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description,
});

/** Parts of a line item that only some orders need. What only one provider has shows only for it. */
export const lineItemExtras: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		forProviders(
			['flexport'],
			textField(
				'Currency Code',
				'customsCurrencyCode',
				'USD',
				'Currency of the customs value. The two go together.',
			),
		),
		forProviders(
			['flexport'],
			amountField('Customs Value', 'customsUnitValue', 'Value of one unit for customs'),
		),
		forProviders(
			['digitalRiver'],
			textField('Gift Message', 'giftMessage', 'Happy birthday', 'Message to the recipient'),
		),
		forProviders(['digitalRiver'], {
			displayName: 'Gift Wrap',
			name: 'giftWrap',
			type: 'boolean',
			default: true,
			description: 'Whether to wrap it as a gift',
		}),
		forProviders(
			['deliverr', 'digitalRiver'],
			textField('Line Item ID', 'lineItemId', 'L-1', 'Your own ID of the line item'),
		),
		forProviders(['digitalRiver'], textField('Name', 'name', 'Blue mug', 'Name of the product')),
		forProviders(
			['flexport'],
			textField(
				'Retailer Description',
				'retailerDescription',
				'Blue mug, 0.3 l',
				"Drop shipping: the retailer's words for the product",
			),
		),
		forProviders(
			['flexport'],
			textField(
				'Retailer Ref',
				'retailerRefNo',
				'RET-77',
				"Drop shipping: the retailer's number of the product",
			),
		),
		forProviders(
			['digitalRiver'],
			amountField('Subtotal', 'subtotal', 'Price of the line without taxes'),
		),
		forProviders(['digitalRiver'], taxField),
		forProviders(['digitalRiver'], amountField('Total', 'total', 'Price of the line')),
		forProviders(
			['flexport'],
			textField(
				'Vendor Ref',
				'vendorRefNo',
				'VEN-12',
				"Drop shipping: the vendor's number of the product",
			),
		),
	].sort(byDisplayName),
};

/** The product of a line, where there is no list of the account's products to choose from. */
const productById: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The product to use',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. MUG-BLUE',
			hint: 'Deliverr: your own ID of the product. Digital River: the ID of the inventory item.',
		},
		// Without it, a product chosen from Flexport's list could not be changed to an ID.
		{
			displayName: 'From List (Flexport Only)',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
	],
};

/** The line items of an order: filled in one by one, or given as a list. */
export const lineItemFields: INodeProperties[] = [
	{
		displayName: 'Line Items From',
		name: 'lineItemsInput',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in each line item below' },
			{
				name: 'JSON',
				value: 'json',
				description: 'A list, for orders whose number of line items varies',
			},
		],
		default: 'fields',
		description: 'How to give the line items',
	},
	{
		displayName: 'Line Items',
		name: 'lineItems',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: { item: [{}] },
		placeholder: 'Add line item',
		displayOptions: { show: { lineItemsInput: ['fields'] } },
		options: [
			{
				displayName: 'Line Item',
				name: 'item',
				values: [
					// A list by default would stay chosen after a change of provider, where there is none, and
					// n8n lets nobody type into a list.
					forProviders(['flexport'], { ...productLocator, default: { mode: 'id', value: '' } }),
					forProviders(['deliverr', 'digitalRiver'], productById),
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'number',
						typeOptions: { minValue: 1, numberPrecision: 0 },
						default: 1,
						description: 'Number of units',
					},
					lineItemExtras,
				],
			},
		],
	},
	{
		displayName: 'Line Items as JSON',
		name: 'lineItemsJson',
		type: 'json',
		default: '[\n  { "sku": "DABCDEF1234", "quantity": 1 }\n]',
		description:
			"List of objects with sku and quantity. The provider's own field names work too, e.g. customsUnitValue.",
		displayOptions: { show: { lineItemsInput: ['json'] } },
	},
];
