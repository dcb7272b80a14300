import type { ApiAnswer, Repeat } from './api-request';
import type { ConnectionFault } from './connection-fault';

/** What came of sending a request once. */
export type Outcome =
	{ kind: 'answer'; answer: ApiAnswer } | { kind: 'fault'; fault: ConnectionFault };

/**
 * What to do next:
 * - `accept`: take the answer as it is, good or bad
 * - `again`: it was not done; send it again
 * - `doubt`: it may have been done; look first, where the request can, then send it again
 * - `giveUp`: no answer, and sending it again is of no use or not safe
 */
export type Verdict = 'accept' | 'again' | 'doubt' | 'giveUp';

/** Tries of one request after which a server that keeps failing is believed. Waits double: 0.5 s to 8 s. */
export const MOST_TRIES = 5;

/**
 * The rules, after those of n8n's own Dataverse node: a 429 was never done; a read may always be
 * repeated; a write only if it provably never arrived or an idempotency key protects it.
 *
 * @param mayTryAgain false when the request has been sent often enough
 */
export function judge(outcome: Outcome, repeat: Repeat, mayTryAgain: boolean): Verdict {
	if (outcome.kind === 'fault') return judgeFault(outcome.fault, repeat, mayTryAgain);
	if (outcome.answer.status === 429) return 'again';
	if (!isUncertain(outcome.answer)) return 'accept';
	return mayTryAgain && repeat !== 'never' ? 'doubt' : 'accept';
}

function judgeFault(fault: ConnectionFault, repeat: Repeat, mayTryAgain: boolean): Verdict {
	if (!mayTryAgain || fault.kind === 'misconfigured') return 'giveUp';
	if (fault.kind === 'unreachable') return 'again';
	return repeat === 'never' ? 'giveUp' : 'doubt';
}

/** True if a request may have been done although its outcome does not say so. */
export function isInDoubt(outcome: Outcome): boolean {
	return outcome.kind === 'fault' ? outcome.fault.kind === 'lost' : isUncertain(outcome.answer);
}

/** True if the answer does not say whether the work was done: a server's fault, or a page where JSON belongs. */
export function isUncertain(answer: ApiAnswer): boolean {
	return answer.status >= 500 || isUnreadable(answer);
}

/** True if a success came back as something other than JSON, e.g. the page of a proxy. */
export function isUnreadable({ status, body }: ApiAnswer): boolean {
	return status >= 200 && status < 300 && typeof body === 'string' && body !== '';
}

/** Capped exponential backoff with jitter, in milliseconds. */
export function backoff(tries: number, random: () => number = Math.random): number {
	const full = Math.min(30_000, 500 * 2 ** (tries - 1));
	return Math.round(full / 2 + (random() * full) / 2);
}
