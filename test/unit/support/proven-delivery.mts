import { createHash, createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { WebhookProviderName } from '../../../nodes/shared/providers/webhook-systems.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import type { IncomingPlan, SentHeader } from './incoming.mts';
import { URL_HERE, type TriggerPlan } from './trigger-context.mts';

const SECRET = 'c0ffee'.repeat(10);

const pair = Buffer.from(`n8n-nodes-fulfillment:${SECRET}`).toString('base64');

/** The header of each system that proves a delivery, and what n8n has kept to check it by. */
const PROOFS: Readonly<
	Record<WebhookProviderName, { header: SentHeader; proof?: string; secret?: string }>
> = {
	flexport: { header: ['X-Fulfillment-Webhook-Token', SECRET], proof: SECRET },
	deliverr: { header: ['X-Fulfillment-Webhook-Token', SECRET], proof: SECRET },
	digitalRiver: { header: ['Authorization', `Basic ${pair}`], proof: pair },
	deliverySolutions: { header: ['X-Webhook-Token', SECRET], secret: SECRET },
};

/** Events that each trigger of a test wants. */
export const EVENTS: Readonly<Record<WebhookProviderName, string[]>> = {
	flexport: ['Order.Shipped', 'Order.Cancelled'],
	deliverr: ['ORDER_STATUS_UPDATE'],
	digitalRiver: ['fulfillment_order.shipped'],
	deliverySolutions: ['order'],
};

/** One event of each system, about the same order, which was shipped. */
export function shippedEvent(provider: WebhookProviderName, eventId = 'evt-1'): Json {
	const orderId = '5774321009';
	switch (provider) {
		case 'flexport':
			return {
				logisticsAccountId: 'acct-1',
				logisticsEventId: eventId,
				logisticsEventType: 'Order.Shipped',
				logisticsEventTime: '2026-01-15T12:00:00.000Z',
				id: orderId,
				orderId,
				externalOrderId: 'SHOP-1',
			};
		case 'deliverr':
			return {
				eventTime: '2026-01-15T12:00:00.000Z',
				eventId,
				type: 'ORDER_STATUS_UPDATE',
				updateType: 'SHIPPED',
				newStatus: 'SHIPPED',
				orderId,
			};
		case 'digitalRiver':
			return {
				id: eventId,
				type: 'fulfillment_order.shipped',
				data: {
					object: {
						id: '29016544906',
						fulfillmentOrderId: orderId,
						fulfillmentOrderUpstreamId: 'SHOP-1',
						state: 'shipped',
					},
				},
				createdTime: '2026-01-15T12:00:00.000Z',
			};
		case 'deliverySolutions':
			return {
				orderId,
				orderExternalId: 'SHOP-1',
				status: 'IN_TRANSIT',
				webhookType: 'order',
				event: eventId,
				receivedAtEpoch: Date.parse('2026-01-15T12:00:00.000Z'),
			};
	}
}

/** What n8n keeps of a registration with this secret. */
export function registration(
	provider: WebhookProviderName,
	changes: IDataObject = {},
): IDataObject {
	const { proof = '' } = PROOFS[provider];
	return {
		provider,
		url: URL_HERE,
		test: false,
		ids: ['1'],
		types: EVENTS[provider],
		proof: createHash('sha256').update(proof).digest('hex'),
		...changes,
	};
}

/** A delivery that proves itself, to a trigger that wants it. */
export function proven(
	provider: WebhookProviderName,
	{
		payload = shippedEvent(provider),
		headers = [],
		options = {},
		credential = {},
	}: ProvenPlan = {},
): TriggerPlan & IncomingPlan {
	const { header, secret = '' } = PROOFS[provider];
	return {
		parameters: { provider, events: EVENTS[provider], options },
		credential: { webhookSecret: secret, ...credential },
		staticData: { registrations: [registration(provider)] },
		headers: [['Content-Type', 'application/json'], header, ...headers],
		body: JSON.stringify(payload),
	};
}

export interface ProvenPlan {
	payload?: Json;
	/** Beside the one that proves the delivery. */
	headers?: readonly SentHeader[];
	options?: IDataObject;
	credential?: ICredentialDataDecryptedObject;
}

/** The header of Digital River for a body that is sent at a time, in Unix seconds. */
export function riverSignature(body: string, key: string, at: number): SentHeader {
	const signature = createHmac('sha256', key).update(`${at}.${body}`).digest('base64');
	return ['DigitalRiver-Signature', `${at}, ${signature}`];
}
