import type { Json } from './json.mts';
import { seededRandom } from './random.mts';
import { Turns } from './turns.mts';
import { headersOf, type DeliveryAttempt, type WebhookMessage } from './webhook-message.mts';
import type { WebhookSender } from './webhook-sender.mts';

/** An event to fire. */
export interface FiredEvent {
	type: string;
	/** Keys of the payload, in the place of the usual ones or beside them. */
	details?: Json;
}

/** How many events are delivered, and what is wrong with it. */
export interface Disturbances {
	/** How often each is delivered, with the same event id; default once. */
	copies?: number;
	/** Of the deliveries, copies included; `shuffled` is the same for the same seed. Default: given. */
	order?: 'given' | 'reversed' | 'shuffled';
	/** How many are on their way at once; default 32. */
	atOnce?: number;
	/** The account's; default: the default account. */
	token?: string;
	/** Whether what is not accepted is tried again later; default true. */
	retries?: boolean;
}

/** A message as it would go over the wire. */
export interface ComposedMessage {
	url: string;
	method: string;
	headers: Record<string, string>;
	body: string;
}

/** What a test can do with the webhooks of an API. */
export interface WebhookControl {
	/** Registered webhooks of an account, as the API's list shows them. */
	list(token?: string): Json[];
	/**
	 * Fires an event to whoever is registered for it. Details take the place of keys of the payload, or
	 * add some; an id among them chooses the order that the rest is filled from. Resolves when the first
	 * attempts have ended; retries wait for the clock.
	 */
	fire(type: string, details?: Json, token?: string): Promise<void>;
	/** Fires many, with disturbances. Resolves when all copies have been answered. */
	fireAll(events: readonly FiredEvent[], how?: Disturbances): Promise<void>;
	/** Every attempt to deliver, in the order in which they ended. */
	attempts(): DeliveryAttempt[];
	/** Resolves when nothing is on its way. Retries that wait for the clock do not count. */
	settled(): Promise<void>;
	/** The messages that an event would be, one for each webhook, without sending them. */
	message(type: string, details?: Json, token?: string): ComposedMessage[];
}

/** What an API knows of its webhooks. */
export interface WebhookSource<Account> {
	accountOf(token: string | undefined): Account;
	list(account: Account): Json[];
	/** Makes an event and the message of each webhook that is registered for it. */
	compose(account: Account, event: FiredEvent, isReal: boolean): WebhookMessage[];
}

function shuffle<T>(list: readonly T[], seed: number): T[] {
	const random = seededRandom(seed);
	return list
		.map((value) => ({ value, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ value }) => value);
}

function inOrder<T>(list: T[], order: Disturbances['order'], seed: number): T[] {
	if (order === 'reversed') return list.reverse();
	return order === 'shuffled' ? shuffle(list, seed) : list;
}

/** Builds the control of an API's webhooks. */
export function webhookControl<Account>(
	source: WebhookSource<Account>,
	sender: WebhookSender,
	seed: number,
): WebhookControl {
	const eventOf = (type: string, details?: Json): FiredEvent =>
		details === undefined ? { type } : { type, details };
	async function fireAll(events: readonly FiredEvent[], how: Disturbances = {}): Promise<void> {
		const { copies = 1, order, atOnce = 32, token, retries = true } = how;
		const account = source.accountOf(token);
		const deliveries = events
			.flatMap((event) => source.compose(account, event, true))
			.flatMap((message) => Array.from({ length: copies }, () => message));
		const turns = new Turns(atOnce);
		await Promise.all(
			inOrder(deliveries, order, seed).map((message) => sender.send(message, { turns, retries })),
		);
	}
	return {
		list: (token) => source.list(source.accountOf(token)),
		fire: (type, details, token) =>
			fireAll([eventOf(type, details)], token === undefined ? {} : { token }),
		fireAll,
		attempts: () => sender.attempts(),
		settled: () => sender.settled(),
		message: (type, details, token) =>
			source.compose(source.accountOf(token), eventOf(type, details), false).map((message) => ({
				url: message.url,
				method: message.method,
				headers: headersOf(message),
				body: message.body,
			})),
	};
}
