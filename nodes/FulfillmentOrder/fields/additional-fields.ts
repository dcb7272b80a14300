import type { INodeProperties } from 'n8n-workflow';
import { dropShipField } from './drop-ship-field';
import { dutiesField } from './duties-field';
import { sourceField } from './source-field';

/** Fields of an order that not every order needs; those of Flexport are named as in its API. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		{
			displayName: 'Company',
			name: 'company',
			type: 'string',
			default: '',
			placeholder: 'e.g. Analytical Engines Ltd',
			description: "The recipient's company",
		},
		{
			displayName: 'Deliver By',
			name: 'deliverBy',
			type: 'dateTime',
			default: '',
			description:
				'When the order is promised to arrive. In the future, and after Ship By. Without a zone, the time zone of the workflow holds.',
		},
		{
			displayName: 'Delivery Days',
			name: 'deliveryDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 5,
			description: 'Days from shipment to delivery, if there is no promised date',
		},
		dropShipField,
		dutiesField,
		{
			displayName: 'Packing Slip URL',
			name: 'packingSlipUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/slips/1001.pdf',
			description: 'Address of a packing slip to put into the parcel',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +1 415 555 0100',
			description: "The recipient's phone number",
		},
		{
			displayName: 'Ship By',
			name: 'shipBy',
			type: 'dateTime',
			default: '',
			description:
				'When the order is promised to ship. In the future, and before Deliver By. Without a zone, the time zone of the workflow holds.',
		},
		{
			displayName: 'Shipping Method',
			name: 'shipMethod',
			type: 'string',
			default: '',
			placeholder: 'e.g. Standard',
			description:
				'How fast to ship, as text that the provider knows. Used if there is no promised date and no number of days.',
		},
		sourceField,
		{
			displayName: 'Subscription Order',
			name: 'isSubscriptionOrder',
			type: 'boolean',
			default: true,
			description: 'Whether the order is part of a subscription',
		},
	],
};
