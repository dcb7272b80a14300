import type { INodeProperties } from 'n8n-workflow';
import { simplifyProperty } from '../shared/parameters/common';
import { byDisplayName } from '../shared/parameters/execution-options';
import { forProviders } from '../shared/parameters/provider';
import { ORDER_STATUSES } from '../shared/vocabulary/order-status';

export const DEFAULT_TOLERANCE_S = 300;

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Drop Redeliveries',
		name: 'dropRedeliveries',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out an event that was delivered before. It is remembered until n8n restarts, and by each n8n process for itself: add a Remove Duplicates node where that is not enough.',
	},
	{
		displayName: 'Include Full Order',
		name: 'includeOrder',
		type: 'boolean',
		default: false,
		description:
			'Whether to read the order of each event and add it as order, which takes one request per event',
	},
	{
		displayName: 'Include Headers',
		name: 'includeHeaders',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the headers of the delivery as headers, without secrets and signatures',
	},
	{
		displayName: 'Only These Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [...ORDER_STATUSES].sort().map((value) => ({
			name: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`,
			value,
		})),
		default: [],
		description:
			'Which states of an order start the workflow; all if empty. Events that tell no state of an order, such as those about stock, have the status unknown.',
	},
	forProviders(['flexport'], {
		displayName: 'Other Event Types',
		name: 'otherEvents',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order.Held, Order.Delivered',
		description:
			'Types that are not in the list of Events, separated by commas, in the words of Flexport. Whether it knows them shows when the workflow is activated.',
	}),
	forProviders(['digitalRiver'], {
		displayName: 'Signature Tolerance',
		name: 'signatureTolerance',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_TOLERANCE_S,
		description:
			"Seconds that the time in a signature may be off. It is checked if the credential has a 'Webhook Secret'.",
	}),
	{
		...simplifyProperty,
		description: 'Whether to simplify the order that Include Full Order adds',
	},
];

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...OPTIONS].sort(byDisplayName),
};
