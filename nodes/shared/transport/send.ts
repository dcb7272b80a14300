import { isStopped, pause, stopped } from '../pause';
import type { ApiAnswer, ApiRequest, Session, Verdict } from './api-request';
import type { Pace, Turn } from './pace';
import { ifUnknown, neverSent, noAnswer } from './give-up';
import { lookWhetherDone } from './look';
import { readRetryAfter } from './retry-after';
import { backoff, isInDoubt, isSentAgain, MOST_TRIES, type Outcome } from './retry-rules';
import { sendOnce } from './send-once';

/** What has become of a request so far. */
interface Progress {
	/** Sendings, not counting those that a rate limit turned away. */
	tries: number;
	/** Answers of 429. */
	limited: number;
	/** True once a sending may have been done without an answer that says so. */
	inDoubt: boolean;
}

/**
 * Sends a request until it has an answer that can be believed, by the rules of `isSentAgain`.
 *
 * @returns the answer, whatever its status
 * @throws Failure of kind `connection` if there is none, `stopped` if the work was stopped
 */
export async function send(session: Session, request: ApiRequest): Promise<ApiAnswer> {
	const progress: Progress = { tries: 0, limited: 0, inDoubt: false };
	return await sendUntilAnswered(session, request, progress).catch((error: unknown) => {
		const isUnknown = progress.inDoubt && request.repeat !== 'always';
		throw isUnknown && isStopped(error) ? stopped(ifUnknown(session, request)) : error;
	});
}

async function sendUntilAnswered(
	session: Session,
	request: ApiRequest,
	progress: Progress,
): Promise<ApiAnswer> {
	for (;;) {
		const { outcome, verdict, waitMs, stuck } = await sendInTurn(session, request, progress);
		const isRateLimited = outcome.kind === 'answer' && outcome.answer.status === 429;
		if (isRateLimited) progress.limited += 1;
		else progress.tries += 1;
		const mayTryAgain = progress.tries < (request.tries ?? MOST_TRIES);
		const goesOn = !stuck && isSentAgain(outcome, request.repeat, mayTryAgain, verdict);
		// At a rate limit the pace makes everybody wait, this request too.
		if (goesOn && !isRateLimited) await pause(waitMs ?? backoff(progress.tries), session.signal);
		if (isInDoubt(outcome, verdict)) {
			const look = await lookWhetherDone(request);
			if (look.found) return { ...look.found, afterDoubt: true };
			if (goesOn && (look.isSure || request.repeat !== 'checked')) continue;
		} else if (goesOn) continue;
		if (outcome.kind === 'notSent')
			throw neverSent(session, request, outcome.failure, progress.inDoubt);
		if (outcome.kind === 'fault') throw noAnswer(session, request, outcome.fault, progress.inDoubt);
		return progress.inDoubt ? { ...outcome.answer, afterDoubt: true } : outcome.answer;
	}
}

interface Sent extends Patience {
	outcome: Outcome;
	/** What the API's own code makes of a refusal. */
	verdict: Verdict | undefined;
}

interface Patience {
	/** What the answer asked to wait, if it did. */
	waitMs?: number;
	/** True if it asks for more patience than there is. */
	stuck: boolean;
}

async function sendInTurn(
	session: Session,
	request: ApiRequest,
	progress: Progress,
): Promise<Sent> {
	const turn = await session.pace.enter();
	try {
		const outcome = await sendOnce(session, request);
		const answer = outcome.kind === 'answer' ? outcome.answer : undefined;
		const verdict = answer && session.verdict?.(answer);
		if (isInDoubt(outcome, verdict)) progress.inDoubt = true;
		if (!answer && session.signal.aborted) throw stopped();
		const patience = answer
			? paced(session.pace, turn, answer, progress)
			: waitAsked(session.pace, outcome);
		return { outcome, verdict, ...patience };
	} finally {
		turn.leave();
	}
}

/** A token endpoint that asks to wait makes everybody wait, as nobody can go without a token. */
function waitAsked(pace: Pace, outcome: Outcome): Patience {
	const asked = outcome.kind === 'notSent' ? outcome.failure.facts.retryAfterMs : undefined;
	if (asked === undefined) return { stuck: false };
	if (asked > pace.patienceMs) return { stuck: true };
	pace.hold(asked);
	return { waitMs: asked, stuck: false };
}

/** Lets the pace learn from an answer. */
function paced(pace: Pace, turn: Turn, answer: ApiAnswer, { limited }: Progress): Patience {
	const asked = readRetryAfter(answer.headers);
	const isTooLong = (asked ?? 0) > pace.patienceMs;
	if (answer.status === 429) {
		if (isTooLong || pace.standstill() > pace.patienceMs) return { stuck: true };
		// Nothing to wait for is taken as nothing said, or the API would be stormed.
		pace.slowDown(turn, asked || backoff(limited + 1));
	} else if (answer.status < 500) {
		pace.progress();
	} else if (asked !== undefined && !isTooLong) {
		pace.hold(asked);
	}
	return asked === undefined ? { stuck: isTooLong } : { stuck: isTooLong, waitMs: asked };
}
