import { Agent } from 'node:http';
import axios from 'axios';
import type { SandboxClock } from '../clock.mts';

/** A message for somebody's webhook. */
export interface WebhookMessage {
	/** Whose it is, for the list of attempts. */
	webhookId: string;
	url: string;
	method: 'POST' | 'PUT';
	headers: Record<string, string>;
	/** Exactly the bytes to send, as a signature may cover them. */
	body: string;
	/** Whether the webhook still exists when the next attempt is due. */
	isWanted(): boolean;
}

/** How a vendor delivers. */
export interface DeliveryRules {
	isAccepted(status: number): boolean;
	/** Waiting times between attempts; one attempt more than there are gaps. */
	gapsMs: readonly number[];
	timeoutMs: number;
}

/** One attempt to deliver, as it ended. */
export interface DeliveryAttempt {
	at: number;
	webhookId: string;
	url: string;
	attempt: number;
	/** Missing when there was no answer. */
	status?: number;
	error?: string;
}

/** Receivers are other people's machines; not all at once. */
const AT_ONCE = 32;

/** The list of attempts forgets its oldest beyond this number. */
const KEPT_ATTEMPTS = 50_000;

/** Delivers webhooks over HTTP and tries again, on the sandbox's clock, when they are not accepted. */
export class WebhookSender {
	private readonly attemptList: DeliveryAttempt[] = [];
	private readonly underWay = new Set<Promise<void>>();
	private readonly waiting: (() => void)[] = [];
	private readonly agent = new Agent({ keepAlive: false });
	private stop = new AbortController();
	private active = 0;

	constructor(
		private readonly clock: SandboxClock,
		private readonly rules: DeliveryRules,
	) {}

	/** Begins to deliver at once. */
	send(message: WebhookMessage): void {
		void this.attempt(message, 1);
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
		this.stop = new AbortController();
		this.attemptList.length = 0;
	}

	async close(): Promise<void> {
		this.stop.abort();
		await this.settled();
		this.agent.destroy();
	}

	private attempt(message: WebhookMessage, number: number): Promise<void> {
		const { signal } = this.stop;
		const work = this.inTurn(async () => {
			if (signal.aborted || !message.isWanted()) return;
			const accepted = await this.post(message, number, signal);
			const gap = this.rules.gapsMs[number - 1];
			if (accepted || gap === undefined || signal.aborted) return;
			this.clock.schedule(this.clock.now() + gap, () =>
				signal.aborted ? undefined : this.attempt(message, number + 1),
			);
		});
		this.underWay.add(work);
		return work.finally(() => this.underWay.delete(work));
	}

	private async inTurn(work: () => Promise<void>): Promise<void> {
		if (this.active >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.active += 1;
		try {
			await work();
		} finally {
			// The turn is handed on rather than given up, so that nobody slips in between.
			const next = this.waiting.shift();
			if (next === undefined) this.active -= 1;
			else next();
		}
	}

	private async post(
		message: WebhookMessage,
		attempt: number,
		signal: AbortSignal,
	): Promise<boolean> {
		const { webhookId, url, method, headers, body } = message;
		const at = this.clock.now();
		const outcome = await axios
			.request<string>({
				url,
				method,
				headers: { 'content-type': 'application/json', ...headers },
				data: body,
				transformRequest: (data: string) => data,
				responseType: 'text',
				validateStatus: () => true,
				maxRedirects: 0,
				proxy: false,
				timeout: this.rules.timeoutMs,
				httpAgent: this.agent,
				signal,
			})
			.then(
				({ status }) => ({ status }),
				(error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
			);
		this.attemptList.push({ at, webhookId, url, attempt, ...outcome });
		if (this.attemptList.length > KEPT_ATTEMPTS) this.attemptList.splice(0, KEPT_ATTEMPTS / 2);
		return 'status' in outcome && this.rules.isAccepted(outcome.status);
	}
}
