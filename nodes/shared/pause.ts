import { sleep } from 'n8n-workflow';
import { Failure } from './failure';

/** The failure of work that was told to stop. */
export function stopped(): Failure {
	return new Failure({
		kind: 'stopped',
		what: 'The work was stopped before this item was finished',
		fix: 'Run the workflow again when you are ready.',
		transient: true,
	});
}

/**
 * Waits, or stops waiting at once when the signal fires.
 * Older versions of n8n ignore the signal given to `sleep`, hence the listener of our own.
 *
 * @param ms milliseconds
 * @throws Failure of kind `stopped` when the signal fires
 */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (!signal.aborted) {
		let onAbort = (): void => {};
		const aborted = new Promise<void>((resolve) => {
			onAbort = resolve;
			signal.addEventListener('abort', onAbort, { once: true });
		});
		await Promise.race([sleep(ms, signal).catch(() => undefined), aborted]);
		signal.removeEventListener('abort', onAbort);
	}
	if (signal.aborted) throw stopped();
}
