import { setTimeout as pause } from 'node:timers/promises';

/** Only what never comes about runs into it, also on a machine that is ten times slower. */
const PATIENCE_MS = 300_000;

/** Waits until something has come about, and gives it. */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > deadline) throw new Error(`In vain: ${what}`);
		await pause(100);
	}
}
