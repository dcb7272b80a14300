import { credentialHeaders } from '../shared/credential-webhooks.mts';
import type { WebhookSource } from '../shared/webhook-control.mts';
import type { WebhookMessage } from '../shared/webhook-message.mts';
import type { WebhookSender } from '../shared/webhook-sender.mts';
import { firedEvent } from './fired-event.mts';
import type { DeliverrEvent } from './webhook-types.mts';
import type { Account, World } from './world.mts';

/** The payload may say that it is of another type, where a test wants it so. */
function messagesOf({ webhooks }: Account, type: string, event: DeliverrEvent): WebhookMessage[] {
	const body = JSON.stringify(event);
	return [...webhooks.values()]
		.filter((webhook) => webhook.type === type)
		.map((webhook) => ({
			webhookId: webhook.id,
			url: webhook.url,
			method: webhook.method,
			headers: () => credentialHeaders(webhook),
			body,
			isWanted: () => webhooks.has(webhook.id),
		}));
}

/** Sends what happens to the webhooks registered for it. */
export function deliverEvents(world: World, sender: WebhookSender): void {
	world.onEvent = (account, event) => {
		for (const message of messagesOf(account, event.type, event)) void sender.send(message);
	};
}

/** What the control of the webhooks works on. */
export function deliverrWebhooks(world: World): WebhookSource<Account> {
	return {
		accountOf: (token) => world.accountOf(token),
		list: ({ webhooks }) => [...webhooks.values()].map((webhook) => ({ ...webhook })),
		compose: (account, { type, details = {} }) =>
			messagesOf(account, type, firedEvent(world, account, type, details)),
	};
}
