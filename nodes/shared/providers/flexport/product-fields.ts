import { countryField } from '../../checks/countries';
import type { Field } from '../../checks/field';

/** Flexport Products API, CreateProduct. */
export const PRODUCT_FIELDS: readonly Field[] = [
	{ key: 'name', label: 'Name', kind: 'text', required: true, max: 255 },
	{ key: 'merchantSku', label: 'Merchant SKU', kind: 'text', required: true, max: 255 },
	{
		key: 'customsInformation',
		label: 'Customs Information',
		kind: 'group',
		fields: [
			countryField('originCountry', 'Country of Origin'),
			{
				key: 'tariffCode',
				label: 'Tariff Code',
				kind: 'text',
				required: true,
				pattern: /^[0-9]{10}$/,
				form: 'exactly 10 digits',
			},
			{ key: 'customsValue', label: 'Customs Value', kind: 'number', required: true, min: 0.01 },
			{
				key: 'description',
				label: 'Customs Description',
				kind: 'text',
				required: true,
				max: 255,
			},
		],
	},
	{
		key: 'dimensions',
		label: 'Dimensions',
		kind: 'group',
		fields: [
			{ key: 'weight', label: 'Weight', kind: 'number', required: true },
			{
				key: 'weightUnit',
				label: 'Weight Unit',
				kind: 'text',
				required: true,
				oneOf: ['oz', 'kg', 'lb', 'g'],
			},
			{ key: 'length', label: 'Length', kind: 'number', required: true },
			{ key: 'width', label: 'Width', kind: 'number', required: true },
			{ key: 'height', label: 'Height', kind: 'number', required: true },
			{
				key: 'lengthUnit',
				label: 'Length Unit',
				kind: 'text',
				required: true,
				oneOf: ['in', 'cm', 'mm', 'm'],
			},
		],
	},
];

/** Inventory pools (Products API, InventoryPool). */
export const POOLS = ['DEFAULT', 'UNALLOCATED', 'STORAGE', 'PREP'] as const;

/** The pool that an answer is about: the default one when none was asked for. */
export function poolShown(poolName: string): string {
	return poolName === '' ? 'DEFAULT' : poolName;
}

/** Flexport's own SKU (Products API, ProductIdType): 11 characters. */
export const LOGISTICS_SKU = /^D[0-9a-zA-Z]{10}$/;
