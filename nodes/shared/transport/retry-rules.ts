import type { Failure } from '../failure';
import type { ApiAnswer, Repeat, Verdict } from './api-request';
import type { ConnectionFault } from './connection-fault';

/** What came of sending a request once. `notSent`: no token could be had for it. */
export type Outcome =
	| { kind: 'answer'; answer: ApiAnswer }
	| { kind: 'fault'; fault: ConnectionFault }
	| { kind: 'notSent'; failure: Failure };

/** Tries of one request after which a server that keeps failing is believed. Waits double: 0.5 s to 8 s. */
export const MOST_TRIES = 5;

/**
 * Whether a request is sent again, after the rules of n8n's own Dataverse node: a 429 was never done;
 * a read may always be repeated; a write only if it provably never arrived, or if twice is the same
 * as once, or if a look shows that it was not done.
 *
 * @param mayTryAgain false when the request has been sent often enough
 * @param verdict what the API's own code says of a refusal
 */
export function isSentAgain(
	outcome: Outcome,
	repeat: Repeat,
	mayTryAgain: boolean,
	verdict?: Verdict,
): boolean {
	if (outcome.kind === 'answer' && outcome.answer.status === 429) return true;
	if (!mayTryAgain) return false;
	if (outcome.kind === 'notSent') return outcome.failure.facts.transient === true;
	if (verdict === 'transient') return true;
	if (isInDoubt(outcome, verdict)) return repeat !== 'never';
	return outcome.kind === 'fault' && outcome.fault.kind === 'unreachable';
}

/**
 * True if a request may have been done although its outcome does not say so. That is so for a refusal
 * that passes, too: what comes after it can meet what it has left behind.
 */
export function isInDoubt(outcome: Outcome, verdict?: Verdict): boolean {
	if (outcome.kind === 'notSent') return false;
	if (verdict !== undefined) return verdict === 'transient';
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
