import type { INodeProperties } from 'n8n-workflow';

/** Options that fetch the label of each shipment. */
export const labelOptions: INodeProperties[] = [
	{
		displayName: 'Download Label',
		name: 'downloadLabel',
		type: 'boolean',
		default: true,
		description:
			'Whether to fetch the shipping label as a file. A shipment that has no label yet comes without one.',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'label',
		hint: 'The name of the output binary field to put the label in',
	},
];
