import { credentialHeaders } from '../shared/credential-webhooks.mts';
import type { FiredEvent, WebhookSource } from '../shared/webhook-control.mts';
import type { WebhookMessage } from '../shared/webhook-message.mts';
import type { WebhookSender } from '../shared/webhook-sender.mts';
import { eventPayload } from './event-payload.mts';
import type { FlexportEvent } from './webhook-types.mts';
import type { Account, World } from './world.mts';

/** The flat payload: what every event has, beside what this kind has. */
function payloadOf(account: Account, event: FlexportEvent): object {
	return {
		logisticsAccountId: account.id,
		logisticsEventId: event.id,
		logisticsEventType: event.type,
		logisticsEventTime: event.time,
		...event.payload,
	};
}

function messagesOf(account: Account, event: FlexportEvent): WebhookMessage[] {
	const body = JSON.stringify(payloadOf(account, event));
	return [...account.webhooks.values()]
		.filter(({ type }) => type === event.type)
		.map((webhook) => ({
			webhookId: String(webhook.id),
			url: webhook.url,
			method: webhook.method,
			headers: () => credentialHeaders(webhook),
			body,
			isWanted: () => account.webhooks.has(webhook.id),
		}));
}

/** Sends what happens to the webhooks registered for it. */
export function deliverEvents(world: World, sender: WebhookSender): void {
	world.onEvent((account, event) => {
		for (const message of messagesOf(account, event)) void sender.send(message);
	});
}

/** What the control of the webhooks works on. A fired event is listed by GetEvents too. */
export function flexportWebhooks(world: World): WebhookSource<Account> {
	return {
		accountOf: (token) => world.accountOf(token),
		list: (account) => [...account.webhooks.values()].map((webhook) => ({ ...webhook })),
		compose(account, { type, details = {} }: FiredEvent, isReal) {
			const event = world.newEvent(type, eventPayload(world, account, type, details));
			if (isReal) account.events.push(event);
			return messagesOf(account, event);
		},
	};
}
