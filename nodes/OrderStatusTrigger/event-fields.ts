import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../shared/parameters/provider';
import {
	WEBHOOK_PROVIDERS,
	WEBHOOK_SYSTEMS,
	type WebhookProviderName,
} from '../shared/providers/webhook-systems';

/** All that a provider offers. */
export const ALL_EVENTS = '*';

/** What a person who follows orders wants. */
const DEFAULTS: Readonly<Record<WebhookProviderName, string[]>> = {
	flexport: ['Order.Shipped', 'Order.Cancelled'],
	deliverr: ['ORDER_STATUS_UPDATE'],
	digitalRiver: [
		'fulfillment_order.pending',
		'fulfillment_order.backordered',
		'fulfillment_order.shipped',
		'fulfillment_order.cancelled',
	],
	deliverySolutions: ['order'],
};

const EVENTS: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: [],
	default: [],
	description: 'What starts the workflow',
};

const ALL = {
	name: 'All Events',
	value: ALL_EVENTS,
	description: 'Everything in this list',
};

/** The events of each provider. */
export const eventFields: INodeProperties[] = WEBHOOK_PROVIDERS.map((provider) =>
	forProviders([provider], {
		...EVENTS,
		options: [ALL, ...WEBHOOK_SYSTEMS[provider].eventTypes],
		default: DEFAULTS[provider],
	}),
);
