/** Lets sockets and promises get on, without a timer: works while timers are faked. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const LONGEST_MS = 10_000;

/** Waits until something has come about. `performance` is not faked with the timers. */
export async function until(condition: () => boolean): Promise<void> {
	const start = performance.now();
	while (!condition()) {
		if (performance.now() - start > LONGEST_MS) throw new Error(`In vain: ${String(condition)}`);
		await turn();
	}
}

/** Lets all that is on its way on this machine arrive. Nothing is waited for that needs a timer. */
export async function settled(): Promise<void> {
	for (let turns = 0; turns < 200; turns += 1) await turn();
}
