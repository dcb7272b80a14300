import type { INodeProperties } from 'n8n-workflow';
import { quantityField } from '../../shared/parameters/line-items';
import { textField } from '../../shared/parameters/text-field';
import { CONTENTS, TEMPERATURES } from '../../shared/providers/delivery-solutions/item-fields';
import { sizeField, weightField } from './measure-fields';

const CONTENT_NAMES: Readonly<Record<string, string>> = { rx: 'Prescription Medicine' };

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const choices = (values: readonly string[]) =>
	values
		.map((value) => ({ name: CONTENT_NAMES[value] ?? capitalized(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name));

/** The package of a shipment; it has one (Shipping Order API, Package). */
export const packageField: INodeProperties = {
	displayName: 'Package',
	name: 'package',
	type: 'collection',
	default: {},
	placeholder: 'Add package field',
	description: 'Size, weight and content of the package. A shipment has one package.',
	options: [
		textField('Barcode', 'barcode', '1YT4V90308440011', 'Barcode for the provider to scan'),
		{
			displayName: 'Content',
			name: 'content',
			type: 'multiOptions',
			options: choices(CONTENTS),
			default: [],
			description: 'What needs care or permission',
		},
		textField('Description', 'description', 'Gift box', 'What the package holds'),
		{
			displayName: 'Item Quantity',
			name: 'itemQuantity',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			description: 'Number of units in the package',
		},
		{
			displayName: 'Package Items',
			name: 'itemList',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add package item',
			description: 'Which of the line items are in the package, no more than there are',
			options: [
				{
					displayName: 'Package Item',
					name: 'entries',
					values: [
						textField('SKU', 'sku', 'WATCH-1', 'SKU of one of the line items'),
						quantityField,
					],
				},
			],
		},
		textField(
			'Package Name',
			'name',
			'custom',
			'Name of a package that is known in Delivery Solutions, or custom, which is used if this is left out',
		),
		sizeField,
		{
			displayName: 'Temperature',
			name: 'temperatureControl',
			type: 'options',
			options: choices(TEMPERATURES),
			default: 'none',
			description: 'How the package must be kept',
		},
		weightField,
	],
};
