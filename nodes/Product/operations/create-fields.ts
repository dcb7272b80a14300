import type { INodeProperties } from 'n8n-workflow';

/** Customs Information; Flexport wants all four together (Products API, products_CustomsInput). */
const customsInformation: INodeProperties = {
	displayName: 'Customs Information',
	name: 'customsInformation',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add customs information',
	description: 'What customs want to know. Needed only to ship abroad.',
	options: [
		{
			displayName: 'Customs Information',
			name: 'values',
			values: [
				{
					displayName: 'Country of Origin',
					name: 'originCountry',
					type: 'string',
					default: '',
					placeholder: 'e.g. US',
					description: 'Two-letter code of the country where the product was made',
				},
				{
					displayName: 'Customs Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ceramic mug for hot drinks',
					description: 'What the product is made of and used for, at most 255 characters',
				},
				{
					displayName: 'Customs Value',
					name: 'customsValue',
					type: 'number',
					typeOptions: { numberPrecision: 2 },
					default: 0,
					description: 'Value of one unit in US dollars, at least 0.01',
				},
				{
					displayName: 'Tariff Code',
					name: 'tariffCode',
					type: 'string',
					default: '',
					placeholder: 'e.g. 6912004400',
					description: 'Harmonized tariff code, 10 digits',
				},
			],
		},
	],
};

const size = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { numberPrecision: 3 },
	default: 0,
	description: `${what} of the product by itself`,
});

/** Dimensions; Flexport wants all six together (Products API, products_Dimension). */
const dimensions: INodeProperties = {
	displayName: 'Dimensions',
	name: 'dimensions',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add dimensions',
	description:
		'Weight and size. Leave out what you do not know well: Flexport measures on receipt.',
	options: [
		{
			displayName: 'Dimensions',
			name: 'values',
			values: [
				size('Height', 'height', 'Height'),
				size('Length', 'length', 'Length'),
				{
					displayName: 'Length Unit',
					name: 'lengthUnit',
					type: 'options',
					options: [
						{ name: 'Centimeters', value: 'cm' },
						{ name: 'Inches', value: 'in' },
						{ name: 'Meters', value: 'm' },
						{ name: 'Millimeters', value: 'mm' },
					],
					default: 'in',
					description: 'Unit of height, length and width',
				},
				size('Weight', 'weight', 'Weight'),
				{
					displayName: 'Weight Unit',
					name: 'weightUnit',
					type: 'options',
					options: [
						{ name: 'Grams', value: 'g' },
						{ name: 'Kilograms', value: 'kg' },
						{ name: 'Ounces', value: 'oz' },
						{ name: 'Pounds', value: 'lb' },
					],
					default: 'lb',
					description: 'Unit of the weight',
				},
				size('Width', 'width', 'Width'),
			],
		},
	],
};

/** The fields of a product to be created (Products API, CreateProduct). */
export const createFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Blue mug',
		description: 'Name or short description, at most 255 characters',
	},
	{
		displayName: 'Merchant SKU',
		name: 'merchantSku',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. MUG-BLUE',
		description: 'Your own SKU of the product, at most 255 characters',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		default: {},
		placeholder: 'Add field',
		options: [customsInformation, dimensions],
	},
];
