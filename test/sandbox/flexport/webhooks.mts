import { problem } from '../shared/problem.mts';
import type { DeliveryRules, WebhookMessage, WebhookSender } from '../shared/webhook-sender.mts';
import type { Call, FlexportEndpoint } from './call.mts';
import { webhookBodyOf } from './webhook-schema.mts';
import type { FlexportEvent, StoredWebhook } from './webhook-types.mts';
import type { Account, World } from './world.mts';

const MINUTE_MS = 60_000;

/**
 * Webhooks API: anything but 200 is tried again, first after about five minutes, then exponentially
 * with gaps of at most an hour, ten attempts in all. The timeout is not documented.
 */
export const FLEXPORT_DELIVERY: DeliveryRules = {
	isAccepted: (status) => status === 200,
	gapsMs: [5, 10, 20, 40, 60, 60, 60, 60, 60].map((minutes) => minutes * MINUTE_MS),
	timeoutMs: 10_000,
};

function authHeaders(webhook: StoredWebhook): Record<string, string> {
	if (webhook.authMethod === 'TOKEN') {
		return { [webhook.tokenHeader ?? '']: webhook.token ?? '' };
	}
	if (webhook.authMethod === 'BASIC_AUTH') {
		const pair = `${webhook.username ?? ''}:${webhook.password ?? ''}`;
		return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
	}
	return {};
}

/** The flat payload: what every event has, beside what this kind has. */
export function payloadOf(account: Account, event: FlexportEvent): object {
	return {
		logisticsAccountId: account.id,
		logisticsEventId: event.id,
		logisticsEventType: event.type,
		logisticsEventTime: event.time,
		...event.payload,
	};
}

/** Sends what happens to the webhooks registered for it. */
export function deliverEvents(world: World, sender: WebhookSender): void {
	world.onEvent((account, event) => {
		for (const webhook of account.webhooks.values()) {
			if (webhook.type !== event.type) continue;
			const message: WebhookMessage = {
				webhookId: String(webhook.id),
				url: webhook.url,
				method: webhook.method,
				headers: authHeaders(webhook),
				body: JSON.stringify(payloadOf(account, event)),
				isWanted: () => account.webhooks.has(webhook.id),
			};
			sender.send(message);
		}
	});
}

function webhookOfPath(call: Call): StoredWebhook {
	const id = call.param('webhookId');
	const webhook = call.account.webhooks.get(Number(id));
	if (webhook === undefined) throw problem(404, `There is no webhook ${id}.`);
	return webhook;
}

/** Endpoints of the webhooks. None changes one. */
export function webhookEndpoints(world: World, allowInsecure: boolean): FlexportEndpoint[] {
	const read = 'read_logistics_webhooks';
	const write = 'write_logistics_webhooks';
	return [
		{
			method: 'POST',
			path: '/webhooks',
			scope: write,
			handle(call) {
				const body = webhookBodyOf(call, allowInsecure);
				// 409 is documented, what conflicts is not: here the same type and url.
				for (const other of call.account.webhooks.values()) {
					if (other.type === body.type && other.url === body.url) {
						throw problem(409, `Webhook ${other.id} sends ${body.type} to this url already.`);
					}
				}
				const webhook: StoredWebhook = { ...body, id: world.next.webhook() };
				call.account.webhooks.set(webhook.id, webhook);
				return { status: 202, body: webhook };
			},
		},
		{
			method: 'GET',
			path: '/webhooks',
			scope: read,
			handle: (call) => ({ status: 200, body: [...call.account.webhooks.values()] }),
		},
		{
			method: 'GET',
			path: '/webhooks/:webhookId',
			scope: read,
			handle: (call) => ({ status: 200, body: webhookOfPath(call) }),
		},
		{
			method: 'DELETE',
			path: '/webhooks/:webhookId',
			scope: write,
			handle(call) {
				call.account.webhooks.delete(webhookOfPath(call).id);
				// An answer without a body is documented, its status is not.
				return { status: 204 };
			},
		},
	];
}
