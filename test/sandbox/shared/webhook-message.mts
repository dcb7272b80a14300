/** A message for somebody's webhook. */
export interface WebhookMessage {
	/** Whose it is, for the list of attempts. */
	webhookId: string;
	url: string;
	method: 'POST' | 'PUT';
	/** Made anew for every attempt, as a signature may cover the time. */
	headers(): Record<string, string>;
	/** Exactly the bytes to send, as a signature may cover them. */
	body: string;
	/** Whether the webhook still wants it when the next attempt is due. */
	isWanted(): boolean;
	/** Told how every attempt has ended. */
	onAttempt?(isAccepted: boolean): void;
}

/** How a vendor delivers. */
export interface DeliveryRules {
	isAccepted(status: number): boolean;
	/** Waiting times between attempts; one attempt more than there are gaps. */
	gapsMs: readonly number[];
	/** Real time, also when the sandbox's clock is faster: the receiver lives in real time. */
	timeoutMs: number;
}

/** One attempt to deliver, as it ended. */
export interface DeliveryAttempt {
	/** When it began, on the sandbox's clock. */
	at: number;
	webhookId: string;
	url: string;
	/** Counts from 1. */
	attempt: number;
	/** Missing when there was no answer. */
	status?: number;
	error?: string;
	/** As they were sent. */
	headers?: Record<string, string>;
	/** The body that was sent. */
	sent: string;
	/** The beginning of the answer's body. */
	body?: string;
}

/** All headers of a message. */
export function headersOf(message: WebhookMessage): Record<string, string> {
	return { 'content-type': 'application/json', ...message.headers() };
}
