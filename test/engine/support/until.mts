import { Echo } from './echo.mts';

/** Lets sockets and promises get on, without a timer: works while timers are faked. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Only ends what would go on for ever; so long that no machine is too slow for it. */
const LONGEST_MS = 20_000;

/** Waits until something has come about. `performance` is not faked with the timers. */
export async function until(condition: () => boolean): Promise<void> {
	const start = performance.now();
	while (!condition()) {
		if (performance.now() - start > LONGEST_MS) throw new Error(`In vain: ${String(condition)}`);
		await turn();
	}
}

const echo = new Echo();
afterAll(() => echo.close());

/** So often something may be sent because something else has arrived. */
const ROUNDS = 10;

/** So many promises and callbacks may follow one another in between. */
const TURNS = 20;

/**
 * Lets all that is on its way on this machine arrive, and what follows from it, on a busy machine
 * too. Nothing is waited for that needs a timer.
 */
export async function settled(): Promise<void> {
	for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
		await echo.call();
		for (let turns = 0; turns < TURNS; turns += 1) await turn();
	}
}
