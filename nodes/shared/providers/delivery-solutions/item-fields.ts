import type { Field } from '../../checks/field';

/** Units of length and weight (Shipping Order API, Size and Weight). */
export const SIZE_UNITS = ['cm', 'in'] as const;
export const WEIGHT_UNITS = ['kg', 'lb'] as const;

/** Shipping Order API, Size and Weight; an item and a package have both. */
const MEASURES: readonly Field[] = [
	{
		key: 'size',
		label: 'Size',
		kind: 'group',
		inline: true,
		fields: [
			{ key: 'length', label: 'Length', kind: 'number', required: true, min: 0 },
			{ key: 'width', label: 'Width', kind: 'number', required: true, min: 0 },
			{ key: 'height', label: 'Height', kind: 'number', required: true, min: 0 },
			{ key: 'unit', label: 'Size Unit', kind: 'text', required: true, oneOf: SIZE_UNITS },
		],
	},
	{
		key: 'weight',
		label: 'Weight',
		kind: 'group',
		inline: true,
		fields: [
			{ key: 'value', label: 'Weight', kind: 'number', required: true, min: 0 },
			{ key: 'unit', label: 'Weight Unit', kind: 'text', required: true, oneOf: WEIGHT_UNITS },
		],
	},
];

/** Shipping Order API, Item. */
export const ITEM: readonly Field[] = [
	{ key: 'sku', label: 'SKU', kind: 'text', required: true, max: 100 },
	{ key: 'title', label: 'Title', kind: 'text', max: 200 },
	{ key: 'quantity', label: 'Quantity', kind: 'number', min: 1, whole: true },
	{ key: 'price', label: 'Price', kind: 'number', min: 0 },
	{ key: 'salePrice', label: 'Sale Price', kind: 'number', min: 0 },
	{ key: 'upc', label: 'UPC', kind: 'text', max: 100 },
	{ key: 'category', label: 'Category', kind: 'text', max: 100 },
	{ key: 'image', label: 'Image URL', kind: 'text', max: 200 },
	{ key: 'description', label: 'Description', kind: 'text', max: 10_000 },
	{ key: 'tags', label: 'Tags', kind: 'texts', entry: 'tag', max: 20 },
	// Nothing is said of what an attribute of an item may hold.
	{ key: 'itemAttributes', label: 'Item Attributes', kind: 'group', fields: [] },
	...MEASURES,
];

/** Shipping Order API, Package. */
export const TEMPERATURES = ['frozen', 'refrigerated', 'cool', 'ambient', 'warm', 'none'] as const;
export const CONTENTS = ['alcohol', 'spirit', 'fragile', 'tobacco', 'rx', 'perishable'] as const;

/** Shipping Order API, Package: a shipment has one. */
export const PACKAGE: readonly Field[] = [
	{ key: 'name', label: 'Package Name', kind: 'text', required: true, max: 100 },
	{ key: 'description', label: 'Description', kind: 'text', max: 10_000 },
	{ key: 'itemQuantity', label: 'Item Quantity', kind: 'number', min: 1, whole: true },
	{
		key: 'itemList',
		label: 'Package Items',
		kind: 'list',
		entry: 'package item',
		max: 1000,
		fields: ITEM,
	},
	{ key: 'temperatureControl', label: 'Temperature', kind: 'text', oneOf: TEMPERATURES },
	{ key: 'content', label: 'Content', kind: 'texts', entry: 'content', oneOf: CONTENTS },
	{ key: 'barcode', label: 'Barcode', kind: 'text', max: 500 },
	...MEASURES,
];
