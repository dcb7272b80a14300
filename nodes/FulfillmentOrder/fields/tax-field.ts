import type { INodeProperties } from 'n8n-workflow';

const amount: INodeProperties = {
	displayName: 'Amount',
	name: 'amount',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
};

/** The tax of a line item (Digital River, Fulfillment orders). */
export const taxField: INodeProperties = {
	displayName: 'Tax',
	name: 'tax',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add tax',
	description: 'The tax on the line',
	options: [
		{
			displayName: 'Tax',
			name: 'values',
			values: [
				amount,
				{
					displayName: 'Tax Items',
					name: 'items',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					default: {},
					placeholder: 'Add tax item',
					options: [
						{
							displayName: 'Tax Item',
							name: 'entries',
							values: [
								amount,
								{
									displayName: 'Authority Type',
									name: 'authorityType',
									type: 'string',
									default: '',
									placeholder: 'e.g. STATE',
								},
							],
						},
					],
				},
			],
		},
	],
};
