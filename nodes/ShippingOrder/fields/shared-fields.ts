import type { INodeProperties } from 'n8n-workflow';
import { amountField } from '../../shared/parameters/amount-field';
import { textField } from '../../shared/parameters/text-field';
import { zonedTimeField } from '../../shared/parameters/time-field';
import { SIGNATURES } from '../../shared/providers/delivery-solutions/shipment-fields';
import { attributesField } from './attributes-field';

const SIGNATURE_NAMES: Readonly<Record<(typeof SIGNATURES)[number], string>> = {
	not_required: 'Not Required',
	required: 'Required',
	required_recipient: 'Required From Recipient',
	unattended: 'Unattended',
};

const proposedProvidersField: INodeProperties = {
	displayName: 'Proposed Providers',
	name: 'proposedProviders',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add provider',
	description: 'Delivery providers to use, in place of those that the rules of the account choose',
	options: [
		{
			displayName: 'Provider',
			name: 'entries',
			values: [
				textField('Name', 'name', 'DoorDash', 'Name of the provider'),
				textField('Services', 'services', 'delivery', 'Service IDs, with commas in between'),
			],
		},
	],
};

/** What a new shipment and a changed one have in common, beside addresses and goods. */
export const sharedFields: INodeProperties[] = [
	zonedTimeField('Created Date', 'createdDate', 'When the order was placed'),
	attributesField('Custom Attributes', 'orderAttributes', 'Values of your own for the shipment'),
	zonedTimeField('Delivery Ends', 'deliveryEndsAt', 'When it must be delivered at the latest'),
	textField(
		'Delivery Instructions',
		'deliveryInstructions',
		'Please close the gate',
		'For the driver, at most 10,000 characters',
	),
	zonedTimeField('Delivery Starts', 'deliveryStartsAt', 'When it may be delivered at the earliest'),
	textField(
		'Group ID',
		'groupId',
		'ORDER-1001',
		'The same for shipments that belong together, e.g. to one order',
	),
	textField('Locale', 'locale', 'en-US', "The customer's language and country"),
	amountField(
		'Order Value',
		'orderValue',
		'Value of the goods, e.g. 10.50 for ten dollars and fifty cents',
	),
	zonedTimeField('Pickup Ends', 'pickupEndsAt', 'When it can be picked up at the latest'),
	zonedTimeField('Pickup Starts', 'pickupStartsAt', 'When it can be picked up at the earliest'),
	proposedProvidersField,
	{
		displayName: 'Signature',
		name: 'signature',
		type: 'options',
		options: Object.entries(SIGNATURE_NAMES).map(([value, name]) => ({ name, value })),
		default: 'not_required',
		description: 'Whether somebody has to sign. Left out, the setting of the provider holds.',
	},
];
