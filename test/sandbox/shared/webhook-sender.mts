import { setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import axios from 'axios';
import type { SandboxClock } from '../clock.mts';
import { Turns } from './turns.mts';
import {
	headersOf,
	type DeliveryAttempt,
	type DeliveryRules,
	type WebhookMessage,
} from './webhook-message.mts';

/** How some messages are to be delivered, other than usual. */
export interface DeliveryWishes {
	/** Default: the turns that everything shares. */
	turns?: Turns;
	/** Whether what is not accepted is tried again; default true. */
	retries?: boolean;
}

type Outcome = Pick<DeliveryAttempt, 'status' | 'error' | 'body' | 'headers'>;

/** Receivers are other people's machines; not all at once. */
const AT_ONCE = 32;

/** The list of attempts forgets its oldest beyond this number. */
const KEPT_ATTEMPTS = 50_000;

/** So much is kept of an answer. */
const KEPT_ANSWER = 2000;

/** Every request that is on its way listens to it. */
function stopOfMany(): AbortController {
	const stop = new AbortController();
	setMaxListeners(0, stop.signal);
	return stop;
}

function failed(error: unknown): Outcome {
	return { error: error instanceof Error ? error.message : String(error) };
}

/** Delivers webhooks over HTTP and tries again, on the sandbox's clock, when they are not accepted. */
export class WebhookSender {
	private readonly attemptList: DeliveryAttempt[] = [];
	private readonly underWay = new Set<Promise<void>>();
	private readonly turns = new Turns(AT_ONCE);
	private readonly agent = new Agent({ keepAlive: false });
	private stop = stopOfMany();

	constructor(
		private readonly clock: SandboxClock,
		/** Asked before every attempt, as switches may change them. */
		private readonly rules: () => DeliveryRules,
	) {}

	/** Begins to deliver at once. Resolves when the first attempt has ended. */
	send(message: WebhookMessage, wishes: DeliveryWishes = {}): Promise<void> {
		return this.attempt(message, 1, wishes);
	}

	attempts(): DeliveryAttempt[] {
		return [...this.attemptList];
	}

	/** Resolves when nothing is on its way; what waits for the clock does not count. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Gives up on everything that is on its way or waits. */
	clear(): void {
		this.stop.abort();
		this.stop = stopOfMany();
		this.attemptList.length = 0;
	}

	async close(): Promise<void> {
		this.stop.abort();
		await this.settled();
		this.agent.destroy();
	}

	private attempt(message: WebhookMessage, number: number, wishes: DeliveryWishes): Promise<void> {
		const { signal } = this.stop;
		const { turns = this.turns, retries = true } = wishes;
		const work = turns.take(async () => {
			if (signal.aborted || !message.isWanted()) return;
			const rules = this.rules();
			const accepted = await this.post(message, number, rules, signal);
			const gap = rules.gapsMs[number - 1];
			if (accepted || gap === undefined || !retries || signal.aborted) return;
			this.clock.schedule(this.clock.now() + gap, () =>
				signal.aborted ? undefined : this.attempt(message, number + 1, wishes),
			);
		});
		this.underWay.add(work);
		return work.finally(() => this.underWay.delete(work));
	}

	private async post(
		message: WebhookMessage,
		attempt: number,
		rules: DeliveryRules,
		signal: AbortSignal,
	): Promise<boolean> {
		const { webhookId, url, body } = message;
		const at = this.clock.now();
		const outcome = await this.request(message, rules.timeoutMs, signal).catch(failed);
		if (signal.aborted) return false;
		this.attemptList.push({ at, webhookId, url, attempt, ...outcome, sent: body });
		if (this.attemptList.length > KEPT_ATTEMPTS) this.attemptList.splice(0, KEPT_ATTEMPTS / 2);
		const isAccepted = outcome.status !== undefined && rules.isAccepted(outcome.status);
		message.onAttempt?.(isAccepted);
		return isAccepted;
	}

	private async request(
		message: WebhookMessage,
		timeout: number,
		signal: AbortSignal,
	): Promise<Outcome> {
		const headers = headersOf(message);
		const outcome = await axios
			.request<string>({
				url: message.url,
				method: message.method,
				headers,
				data: message.body,
				transformRequest: (data: string) => data,
				responseType: 'text',
				transformResponse: (data: unknown) => data,
				validateStatus: () => true,
				maxRedirects: 0,
				proxy: false,
				timeout,
				httpAgent: this.agent,
				signal,
			})
			.then(
				({ status, data }): Outcome => ({ status, body: String(data).slice(0, KEPT_ANSWER) }),
				failed,
			);
		return { ...outcome, headers };
	}
}
