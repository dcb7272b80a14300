import type { INodeProperties } from 'n8n-workflow';
import { amountField } from '../../shared/parameters/amount-field';
import { productLocator } from '../../shared/parameters/common';
import { byDisplayName } from '../../shared/parameters/execution-options';
import { lineItemsProperties, quantityField } from '../../shared/parameters/line-items';
import { textField } from '../../shared/parameters/text-field';
import { forProviders } from '../../shared/parameters/provider';
import { taxField } from './tax-field';

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

/** A SKU of Flexport, for examples. */
export const EXAMPLE_SKU = 'DABCDEF1234';

/** The line items of an order: filled in one by one, or given as a list. */
export const lineItemFields = lineItemsProperties({
	of: 'orders',
	fields: [
		// A list by default would stay chosen after a change of provider, where there is none, and n8n
		// lets nobody type into a list.
		forProviders(['flexport'], { ...productLocator, default: { mode: 'id', value: '' } }),
		forProviders(['deliverr', 'digitalRiver'], productById),
		quantityField,
		lineItemExtras,
	],
	byDefault: { item: [{}] },
	sku: EXAMPLE_SKU,
	alsoTaken: "The provider's own field names work too, e.g. customsUnitValue",
});
