import type { INodeProperties } from 'n8n-workflow';
import { POOLS } from '../providers/flexport/product-fields';

export const simplifyProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * Return All and Limit.
 * @param most the highest limit, if there is one
 */
export const pageProperties = (most?: number): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, ...(most === undefined ? {} : { maxValue: most }) },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** Fields or JSON, and the JSON. */
export function inputModeProperties(what: string, example: string): INodeProperties[] {
	return [
		{
			displayName: 'Input Mode',
			name: 'inputMode',
			type: 'options',
			options: [
				{ name: 'Fields', value: 'fields', description: `Fill in the ${what} below` },
				{
					name: 'JSON',
					value: 'json',
					description: `Give the whole ${what} in the API's own field names`,
				},
			],
			default: 'fields',
			description: `How to give the ${what}`,
		},
		{
			displayName: 'JSON Body',
			name: 'jsonBody',
			type: 'json',
			default: example,
			required: true,
			description: `The ${what} in the API's own field names. It is checked before it is sent.`,
			displayOptions: { show: { inputMode: ['json'] } },
		},
	];
}

/** A Flexport product, chosen from the account's list or by its SKU. */
export const productLocator: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The product to use',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a product...',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. DABCDEF1234',
			hint: "Flexport's own SKU of the product. It starts with D.",
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*D[0-9a-zA-Z]{10}\\s*$',
						errorMessage:
							'A Flexport SKU is D and ten letters or digits. To find a product by your own SKU, use From List.',
					},
				},
			],
		},
	],
};

const POOL_NAMES: Readonly<Record<(typeof POOLS)[number], string>> = {
	DEFAULT: 'Default',
	UNALLOCATED: 'Unallocated',
	STORAGE: 'Reserve Storage',
	PREP: 'Prep',
};

export const poolOption: INodeProperties = {
	displayName: 'Pool',
	name: 'poolName',
	type: 'options',
	options: POOLS.map((value) => ({ name: POOL_NAMES[value], value })),
	default: 'DEFAULT',
	description: 'Which part of the stock to look at',
};
