import type { INodeProperties } from 'n8n-workflow';
import { amountField } from '../../shared/parameters/amount-field';
import { lineItemsProperties, quantityField } from '../../shared/parameters/line-items';
import { textField } from '../../shared/parameters/text-field';
import { attributesField } from './attributes-field';
import { sizeField, weightField } from './measure-fields';

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
		amountField('Price', 'price', 'Retail price of one unit'),
		amountField('Sale Price', 'salePrice', 'Price at which one unit was sold'),
		sizeField,
		textField('Tags', 'tags', 'gift, summer', 'At most 20, with commas in between'),
		textField('Title', 'title', 'Watch', 'Name of the product'),
		textField('UPC', 'upc', '012345678905', 'Universal Product Code'),
		weightField,
	],
};

/** A SKU, for examples. */
export const EXAMPLE_SKU = 'WATCH-1';

/** The line items of a shipment: filled in one by one, or given as a list. */
export const lineItemFields = lineItemsProperties({
	of: 'shipments',
	fields: [
		textField('SKU', 'sku', EXAMPLE_SKU, 'Your own ID of the product'),
		quantityField,
		lineItemExtras,
	],
	byDefault: {},
	sku: EXAMPLE_SKU,
	alsoTaken: "The API's other field names work too, e.g. title, price and weight",
});
