import { followClock } from './follow-clock.mts';
import { freeze } from './freeze.mts';
import { settled } from './until.mts';

/**
 * Lets time pass only while everybody waits for it: the clock of this process, which those of its
 * sockets follow, stands still until all that is on its way has arrived, goes on a step, and stands
 * still again. An answer that is on its way takes no time, however slow the machine is, so that what
 * depends on how fast requests and answers are is the same everywhere.
 *
 * @param stepMs how far the clock goes at once
 * @returns ends it
 */
export function quietTime(stepMs = 500): () => void {
	const thaw = freeze();
	const letGo = followClock();
	let isOver = false;
	const wind = async () => {
		while (!isOver) {
			jest.advanceTimersByTime(stepMs);
			await settled();
		}
	};
	let failure: { error: unknown } | undefined;
	wind().catch((error: unknown) => {
		failure = { error };
	});
	return () => {
		isOver = true;
		letGo();
		thaw();
		if (failure) throw failure.error;
	};
}

/**
 * Lets time pass so in each test of a file.
 *
 * @returns ends it before the test does
 */
export function useQuietTime(stepMs?: number): () => void {
	let end = (): void => undefined;
	beforeEach(() => {
		end = quietTime(stepMs);
	});
	afterEach(() => end());
	return () => end();
}
