import { basicAuth } from '../shared/credential-webhooks.mts';
import type { WebhookSource } from '../shared/webhook-control.mts';
import type { DeliveryRules, WebhookMessage } from '../shared/webhook-message.mts';
import type { WebhookSender } from '../shared/webhook-sender.mts';
import { firedEvent } from './fired-event.mts';
import { signatureOf } from './signature.mts';
import type { DigitalRiverEvent, StoredWebhook, WebhookRecord } from './webhook-types.mts';
import type { Account, World } from './world.mts';

const HOUR_MS = 3_600_000;

/** The version that a webhook's `default` stands for. */
const DEFAULT_VERSION = '2021-02-23';

/**
 * Digital River guides, Webhooks: any 2xx in time is a success, a redirect is none. In test mode there
 * are three tries over a few hours; how they are spread is not documented.
 */
export function digitalRiverRules({ switches }: World): DeliveryRules {
	return {
		isAccepted: (status) => status >= 200 && status < 300,
		gapsMs: [HOUR_MS, 2 * HOUR_MS],
		timeoutMs: switches.deliveryTimeoutMs,
	};
}

function bodyOf(event: DigitalRiverEvent, { apiVersion }: StoredWebhook): string {
	const { id, type, createdTime, object, previousAttributes, envelope } = event;
	return JSON.stringify({
		id,
		type,
		data: { object, previousAttributes },
		liveMode: false,
		createdTime,
		digitalriverVersion: apiVersion === 'default' ? DEFAULT_VERSION : apiVersion,
		...envelope,
	});
}

/** The token of the transportType OAUTH is not fetched: such a delivery comes with its signature only. */
function headersFor(world: World, record: WebhookRecord, body: string): Record<string, string> {
	const { webhook, secret } = record;
	const { username, password } = webhook.authentication ?? {};
	const signature = signatureOf(body, {
		secret,
		at: world.clock.now(),
		unit: world.switches.signatureTimestamp,
	});
	return {
		...(username === undefined || password === undefined
			? {}
			: { authorization: basicAuth(username, password) }),
		'DigitalRiver-Signature': signature,
	};
}

/** A webhook all of whose deliveries fail for several days is switched off. */
function noteOutcome({ clock, switches }: World, record: WebhookRecord, isAccepted: boolean): void {
	if (isAccepted) record.failingSince = undefined;
	else {
		record.failingSince ??= clock.now();
		const isHopeless = clock.now() - record.failingSince >= switches.switchedOffAfterMs;
		if (isHopeless) record.webhook.enabled = false;
	}
}

function messagesOf(world: World, account: Account, event: DigitalRiverEvent): WebhookMessage[] {
	return [...account.webhooks.values()]
		.filter(({ webhook }) => webhook.enabled && webhook.types.includes(event.type))
		.map((record) => {
			const { webhook } = record;
			const body = bodyOf(event, webhook);
			return {
				webhookId: webhook.id,
				url: webhook.address,
				method: 'POST',
				headers: () => headersFor(world, record, body),
				body,
				isWanted: () => account.webhooks.has(webhook.id) && webhook.enabled,
				onAttempt: (isAccepted) => noteOutcome(world, record, isAccepted),
			};
		});
}

/** Sends what happens to the webhooks registered for it. */
export function deliverEvents(world: World, sender: WebhookSender): void {
	world.onEvent = (account, event) => {
		for (const message of messagesOf(world, account, event)) void sender.send(message);
	};
}

/** What the control of the webhooks works on. */
export function digitalRiverWebhooks(world: World): WebhookSource<Account> {
	return {
		accountOf: (token) => world.accountOf(token),
		list: ({ webhooks }) => [...webhooks.values()].map(({ webhook }) => ({ ...webhook })),
		compose: (account, { type, details = {} }) =>
			messagesOf(world, account, firedEvent(world, account, type, details)),
	};
}
