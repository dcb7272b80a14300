import { flag, id, record, text, texts } from '../../read';
import { basic, presented } from '../../webhooks/authorization';
import { soleHeader } from '../../webhooks/delivery';
import { orderOfEvent } from '../webhooks/order-of-event';
import type { Registrar } from '../webhooks/registrar';
import type { WebhookSystem } from '../webhooks/webhook-system';
import { apiFailure } from './api-failure';
import { digitalRiverOrders } from './digital-river-orders';
import { EVENT_TYPES } from './event-types';
import { readEvent } from './read-event';
import { openDigitalRiver } from './session';
import { isSigned } from './signature';

/** The user name of our webhooks, which also tells them from those of others. */
const USERNAME = 'n8n-nodes-fulfillment';

/** One webhook for all types, with Basic credentials (Digital River, Webhooks). */
const registrar: Registrar = {
	path: '/webhooks',
	portal: 'in the Digital River dashboard',
	bodies: (url, types, secret) => [
		{
			types: [...types],
			address: url,
			enabled: true,
			transportType: 'HTTP',
			authentication: { username: USERNAME, password: secret },
		},
	],
	read: (webhook) => {
		const webhookId = id(webhook.id);
		if (webhookId === undefined) return undefined;
		const { username, userName } = record(webhook.authentication) ?? {};
		return {
			id: webhookId,
			address: text(webhook.address),
			types: texts(webhook.types),
			// One page of the documentation spells it userName.
			isOurs: (username ?? userName) === USERNAME,
			isOn: flag(webhook.enabled) ?? true,
		};
	},
	proofOf: (secret) => basic(USERNAME, secret),
	presented: (delivery) => presented('basic', soleHeader(delivery, 'authorization')),
	failure: apiFailure,
};

/**
 * Webhooks of Digital River. Its API tells no signing secret, so that a webhook which registers
 * itself is proven by Basic credentials, and by the signature too once a person has given the secret.
 */
export const digitalRiverWebhooks: WebhookSystem = {
	service: 'Digital River',
	eventTypes: EVENT_TYPES,
	open: openDigitalRiver,
	registrar,
	isSigned,
	readEvent,
	readOrder: orderOfEvent(digitalRiverOrders),
};
