import type { INodeProperties } from 'n8n-workflow';

/** What counts as low, and what is counted. */
export const thresholdFields: INodeProperties[] = [
	{
		displayName: 'Quantity to Compare',
		name: 'measure',
		type: 'options',
		options: [
			{
				name: 'Available',
				value: 'available',
				description: 'Units that can be sold: not reserved for open orders',
			},
			{
				name: 'On Hand',
				value: 'onHand',
				description: 'Units in the warehouses, reserved ones included',
			},
		],
		default: 'available',
		description: 'Which quantity to compare with the threshold',
	},
	{
		displayName: 'Set Threshold',
		name: 'thresholdMode',
		type: 'options',
		options: [
			{
				name: 'One for All Products',
				value: 'one',
				description: 'The same threshold for every product',
			},
			{
				name: 'One per SKU',
				value: 'perSku',
				description: 'A threshold for each SKU that you list; others are left out',
			},
			{
				name: 'From JSON',
				value: 'json',
				description: 'One per SKU, from an object such as { "MUG-BLUE": 5 }',
			},
		],
		default: 'one',
		description: 'How to give the thresholds',
	},
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'A product is low when its quantity is this or less',
		displayOptions: { show: { thresholdMode: ['one'] } },
	},
	{
		displayName: 'Threshold per SKU',
		name: 'thresholds',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add SKU',
		options: [
			{
				displayName: 'SKU',
				name: 'values',
				values: [
					{
						displayName: 'SKU',
						name: 'sku',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. MUG-BLUE',
						description: "Your own SKU or Flexport's",
					},
					{
						displayName: 'Threshold',
						name: 'threshold',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 10,
						description: 'The product is low when its quantity is this or less',
					},
				],
			},
		],
		displayOptions: { show: { thresholdMode: ['perSku'] } },
	},
	{
		displayName: 'Thresholds as JSON',
		name: 'thresholdsJson',
		type: 'json',
		default: '{\n  "MUG-BLUE": 5\n}',
		description: "Object of SKUs and thresholds. Your own SKUs and Flexport's both work.",
		displayOptions: { show: { thresholdMode: ['json'] } },
	},
];
