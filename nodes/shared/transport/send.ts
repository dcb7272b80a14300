import { Failure } from '../failure';
import { pause, stopped } from '../pause';
import type { ApiAnswer, ApiRequest, Session } from './api-request';
import type { ConnectionFault } from './connection-fault';
import type { Pace, Turn } from './pace';
import { readRetryAfter } from './retry-after';
import { backoff, judge, MOST_TRIES, type Outcome } from './retry-rules';
import { sendOnce } from './send-once';

/**
 * The longest the node waits at a rate limit: for one `Retry-After`, and for a whole stretch in
 * which the API answers nothing but 429. While others get through, an item waits as long as it takes.
 */
export const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Sends a request until it has an answer that can be believed, by the rules of `judge`.
 *
 * @returns the answer, whatever its status
 * @throws Failure of kind `connection` if there is none, `stopped` if the work was stopped
 */
export async function send(session: Session, request: ApiRequest): Promise<ApiAnswer> {
	let tries = 0;
	let limited = 0;
	let inDoubt = false;
	for (;;) {
		const { outcome, waitMs, stuck } = await sendInTurn(session, request, limited + 1);
		const rateLimited = outcome.kind === 'answer' && outcome.answer.status === 429;
		if (rateLimited) limited += 1;
		else tries += 1;
		const verdict = stuck
			? 'accept'
			: judge(outcome, request.repeat, tries < (request.tries ?? MOST_TRIES));
		if (outcome.kind === 'answer' && verdict === 'accept') {
			return inDoubt ? { ...outcome.answer, afterDoubt: true } : outcome.answer;
		}
		if (outcome.kind === 'fault' && verdict === 'giveUp') {
			throw noAnswer(session, request, outcome.fault);
		}
		// At a rate limit the pace makes everybody wait, this request too.
		if (!rateLimited) await pause(waitMs ?? backoff(tries), session.signal);
		if (verdict === 'doubt') {
			inDoubt = true;
			const found = await request.recover?.();
			if (found) return { ...found, afterDoubt: true };
		}
	}
}

interface Sent {
	outcome: Outcome;
	/** What the answer asked to wait, if it did. */
	waitMs?: number;
	/** True if it asks for more patience than there is. */
	stuck: boolean;
}

async function sendInTurn(session: Session, request: ApiRequest, wave: number): Promise<Sent> {
	const turn = await session.pace.enter();
	try {
		const outcome = await sendOnce(session, request);
		if (outcome.kind === 'answer') return paced(session.pace, turn, outcome.answer, wave);
		if (session.signal.aborted) throw stopped();
		return { outcome, stuck: false };
	} finally {
		turn.leave();
	}
}

/** Lets the pace learn from an answer. */
function paced(pace: Pace, turn: Turn, answer: ApiAnswer, wave: number): Sent {
	const asked = readRetryAfter(answer.headers);
	const sent = {
		outcome: { kind: 'answer' as const, answer },
		stuck: (asked ?? 0) > LONGEST_WAIT_MS,
	};
	if (answer.status === 429) {
		if (sent.stuck || pace.standstill() > LONGEST_WAIT_MS) return { ...sent, stuck: true };
		pace.slowDown(turn, asked ?? backoff(wave));
	} else if (answer.status < 500) {
		pace.progress();
	}
	return asked === undefined ? sent : { ...sent, waitMs: asked };
}

function noAnswer(session: Session, request: ApiRequest, fault: ConnectionFault): Failure {
	const { service, baseUrl } = session;
	const isWrite = request.repeat !== 'always';
	const mayBeDone = isWrite && fault.kind === 'lost';
	return new Failure({
		kind: 'connection',
		what:
			fault.kind === 'lost'
				? `${service} did not answer: ${fault.reason}`
				: `${service} could not be reached at ${baseUrl}: ${fault.reason}`,
		fix: mayBeDone ? ifUnknown(session, request) : FIXES[fault.kind],
		code: fault.code,
		transient: fault.kind !== 'misconfigured',
	});
}

/** What to do about a write of which nobody knows whether it was done. */
export function ifUnknown({ service }: Session, request: ApiRequest): string {
	return `${service} may or may not have done this. ${request.ifUnknown ?? 'Look there before you run the item again.'}`;
}

const FIXES: Readonly<Record<ConnectionFault['kind'], string>> = {
	lost: 'Nothing was changed. Run the item again later.',
	unreachable:
		"Nothing was sent. Check the credential's 'Base URL' and that this n8n can reach it, then run the item again.",
	misconfigured: "Nothing was sent. Check the credential's 'Base URL'.",
};
