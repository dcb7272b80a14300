import type { INodeProperties } from 'n8n-workflow';
import { simplifyProperty } from '../shared/parameters/common';
import { textField } from '../shared/parameters/text-field';
import { SHIPMENT_STATUSES } from '../shared/providers/delivery-solutions/shipment-status';

/** Which changes start the workflow. */
export const changeFields: INodeProperties[] = [
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: Object.entries(SHIPMENT_STATUSES).map(([value, { name }]) => ({ name, value })),
		default: [],
		description:
			'The workflow starts when a shipment comes into one of these states. Empty: into any state.',
	},
	simplifyProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			textField(
				'Location IDs',
				'locationIds',
				'7709, 100983',
				'Only shipments from these locations. At most 100, with commas in between, or a list.',
			),
		],
	},
];
