import type { Answer } from './endpoints.mts';
import { Problem, problem } from './problem.mts';

interface Remembered {
	fingerprint: string;
	/** Settled with what to replay; undefined when the answer is not worth keeping. */
	outcome: Promise<Outcome | undefined>;
}

type Outcome = { answer: Answer } | { refused: Problem };

function isKept(status: number): boolean {
	return status < 500 && status !== 429;
}

async function run(work: () => Answer | Promise<Answer>): Promise<Outcome> {
	try {
		return { answer: await work() };
	} catch (error) {
		if (error instanceof Problem) return { refused: error };
		throw error;
	}
}

function replay(outcome: Outcome): Answer {
	const mark = { 'idempotent-replayed': 'true' };
	if ('answer' in outcome) {
		return { ...outcome.answer, headers: { ...outcome.answer.headers, ...mark } };
	}
	const { status, title, detail, members, headers } = outcome.refused;
	throw new Problem(status, title, detail, members, { ...headers, ...mark });
}

function statusOf(outcome: Outcome): number {
	return 'answer' in outcome ? outcome.answer.status : outcome.refused.status;
}

/**
 * Answers kept by idempotency key. A key that comes back is answered from memory; one that comes
 * while its first call is still being worked on waits for it.
 */
export class IdempotencyStore {
	private readonly keys = new Map<string, Remembered>();

	async once(
		key: string,
		fingerprint: string,
		work: () => Answer | Promise<Answer>,
	): Promise<Answer> {
		const before = this.keys.get(key);
		if (before !== undefined) {
			// What happens to the same key with another body is not documented.
			if (before.fingerprint !== fingerprint) {
				throw problem(422, 'This idempotency-key was used for a different request.');
			}
			const outcome = await before.outcome;
			return outcome === undefined ? this.once(key, fingerprint, work) : replay(outcome);
		}
		const running = run(work);
		const kept = running.then(
			(outcome) => (isKept(statusOf(outcome)) ? outcome : undefined),
			() => undefined,
		);
		this.keys.set(key, { fingerprint, outcome: kept });
		try {
			const outcome = await running;
			if (!isKept(statusOf(outcome))) this.keys.delete(key);
			if ('refused' in outcome) throw outcome.refused;
			return outcome.answer;
		} catch (error) {
			if (!(error instanceof Problem)) this.keys.delete(key);
			throw error;
		}
	}
}
