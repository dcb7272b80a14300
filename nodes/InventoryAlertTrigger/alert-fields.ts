import type { INodeProperties } from 'n8n-workflow';
import { poolOption } from '../shared/parameters/common';
import { thresholdFields } from '../shared/parameters/threshold-fields';
import type { AlertKind } from './alerts';

export const DEFAULT_EXPIRY_DAYS = 30;

/** Shows a field where one of these kinds is chosen, beside what it asks for itself. */
const shownFor = (kinds: AlertKind[], property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, alerts: kinds } },
});

const alertsField: INodeProperties = {
	displayName: 'Alert When',
	name: 'alerts',
	type: 'multiOptions',
	options: [
		{
			name: 'Lot Expires Soon',
			value: 'lotExpiring',
			description: 'A lot with units to sell expires within the days that you give, once per lot',
		},
		{
			name: 'Restocked',
			value: 'restocked',
			description: 'A product that was low is above its threshold again, by the margin',
		},
		{
			name: 'Stock Is Low',
			value: 'low',
			description: 'A product falls to its threshold or below it',
		},
		{ name: 'Stock Runs Out', value: 'outOfStock', description: 'A product falls to zero' },
	],
	default: ['low'],
	required: true,
	description: 'What starts the workflow. Each product is told of once, until it has recovered.',
};

const firstPollField: INodeProperties = {
	displayName: 'At the First Poll',
	name: 'firstPoll',
	type: 'options',
	options: [
		{
			name: 'Alert for What Is Low Already',
			value: 'emit',
			description: 'The workflow starts at once with all products that are low now',
		},
		{
			name: 'Only Remember It',
			value: 'remember',
			description: 'The workflow starts when the next product falls',
		},
	],
	default: 'emit',
	description:
		'What to do with products that are low when the workflow is activated for the first time',
};

/** What starts the workflow, in the order of the panel. */
export const alertFields: INodeProperties[] = [
	alertsField,
	...thresholdFields.map((property) =>
		shownFor(
			property.name === 'measure' ? ['low', 'outOfStock', 'restocked'] : ['low', 'restocked'],
			property,
		),
	),
	shownFor(['low', 'outOfStock', 'restocked'], {
		displayName: 'Margin',
		name: 'margin',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Units above its threshold, or above zero, that a product must reach before it counts as restocked and can be told of again. Keeps a product that goes up and down by a few units from alerting each time.',
	}),
	shownFor(['lotExpiring'], {
		displayName: 'Days Before Expiry',
		name: 'expiryDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_EXPIRY_DAYS,
		description: 'A lot that expires within so many days is told of',
	}),
	firstPollField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [poolOption],
	},
];
