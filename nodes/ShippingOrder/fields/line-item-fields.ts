import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';
import { attributesField } from './attributes-field';
import { sizeField, weightField } from './measure-fields';

const priceField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description,
});

/** Parts of a line item that only some shipments need (Shipping Order API, Item). */
const lineItemExtras: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		textField('Category', 'category', 'Watches', 'Category of the product'),
		textField('Description', 'description', 'Steel watch', 'Description of the product'),
		textField('Image URL', 'image', 'https://shop.example/w.png', 'Address of a picture'),
		attributesField('Item Attributes', 'itemAttributes', 'Values of your own for the product'),
		priceField('Price', 'price', 'Retail price of one unit'),
		priceField('Sale Price', 'salePrice', 'Price at which one unit was sold'),
		sizeField,
		textField('Tags', 'tags', 'gift, summer', 'At most 20, with commas in between'),
		textField('Title', 'title', 'Watch', 'Name of the product'),
		textField('UPC', 'upc', '012345678905', 'Universal Product Code'),
		weightField,
	],
};

/** The line items of a shipment: filled in one by one, or given as a list. */
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
				description: 'A list, for shipments whose number of line items varies',
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
		default: {},
		placeholder: 'Add line item',
		displayOptions: { show: { lineItemsInput: ['fields'] } },
		options: [
			{
				displayName: 'Line Item',
				name: 'item',
				values: [
					textField('SKU', 'sku', 'WATCH-1', 'Your own ID of the product'),
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
		default: '[\n  { "sku": "WATCH-1", "quantity": 1 }\n]',
		description:
			"List of objects with sku and quantity. The API's other field names work too, e.g. title, price and weight.",
		displayOptions: { show: { lineItemsInput: ['json'] } },
	},
];
