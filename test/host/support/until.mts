import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something has come about, and gives it. */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined> | T | undefined,
	patienceMs = 30_000,
): Promise<T> {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > deadline) throw new Error(`In vain: ${what}`);
		await pause(100);
	}
}
