import type { INodeProperties } from 'n8n-workflow';
import { productLocator } from '../../shared/parameters/common';

/** Parts of a line item that only some orders need (Flexport Orders API, CreateOrder). */
const lineItemExtras: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		{
			displayName: 'Currency Code',
			name: 'customsCurrencyCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. USD',
			description: 'Currency of the customs value. The two go together.',
		},
		{
			displayName: 'Customs Value',
			name: 'customsUnitValue',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description: 'Value of one unit for customs',
		},
		{
			displayName: 'Retailer Description',
			name: 'retailerDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Blue mug, 0.3 l',
			description: "Drop shipping: the retailer's words for the product",
		},
		{
			displayName: 'Retailer Ref',
			name: 'retailerRefNo',
			type: 'string',
			default: '',
			placeholder: 'e.g. RET-77',
			description: "Drop shipping: the retailer's number of the product",
		},
		{
			displayName: 'Vendor Ref',
			name: 'vendorRefNo',
			type: 'string',
			default: '',
			placeholder: 'e.g. VEN-12',
			description: "Drop shipping: the vendor's number of the product",
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
					productLocator,
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
			"List of objects with sku and quantity. The API's own field names work too, e.g. customsUnitValue.",
		displayOptions: { show: { lineItemsInput: ['json'] } },
	},
];
