import { sleep } from 'n8n-workflow';
import { Failure } from './failure';

/** The failure of work that was told to stop. */
export function stopped(fix = 'Run the workflow again when you are ready.'): Failure {
	return new Failure({
		kind: 'stopped',
		what: 'The work was stopped before this item was finished',
		fix,
		transient: true,
	});
}

/** Whether something failed only because the work was told to stop. */
export function isStopped(failure: unknown): boolean {
	return failure instanceof Failure && failure.facts.kind === 'stopped';
}

/**
 * Waits, or stops waiting at once when the signal fires.
 * Older versions of n8n ignore the signal given to `sleep`, hence the listener of our own.
 *
 * @param ms milliseconds
 * @throws Failure of kind `stopped` when the signal fires
 */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (signal.aborted) throw stopped();
	const own = new AbortController();
	const leave = follow(signal, own);
	const aborted = new Promise<void>((resolve) => {
		own.signal.addEventListener('abort', () => resolve(), { once: true });
	});
	await Promise.race([sleep(ms, own.signal).catch(() => undefined), aborted]);
	leave();
	if (signal.aborted) throw stopped();
}

/** Who waits under a signal. They share one listener: from the eleventh on, Node warns of a leak. */
const waiting = new WeakMap<AbortSignal, Set<AbortController>>();

function follow(signal: AbortSignal, own: AbortController): () => void {
	const known = waiting.get(signal);
	if (known) {
		known.add(own);
		return () => known.delete(own);
	}
	const all = new Set([own]);
	waiting.set(signal, all);
	signal.addEventListener('abort', () => all.forEach((one) => one.abort()), { once: true });
	return () => all.delete(own);
}
