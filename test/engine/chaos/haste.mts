import { followClock } from '../support/follow-clock.mts';
import { hurry } from '../support/hurry.mts';

/** Milliseconds that pass while 5 do; fewer where the machine has much to do (support/hurry.mts). */
const STEP_MS = 100;

/**
 * Lets all waits of each test of a file pass about twenty times as fast, those of the node as well as
 * those of the sandbox. Sockets have timers of their own, in real time: here their timeouts follow the
 * same clock, so that a machine that is slow lets no request time out.
 */
export function useHaste(): void {
	let unhurry = (): void => undefined;
	beforeEach(() => {
		unhurry = hurry(STEP_MS);
		followClock();
	});
	afterEach(() => {
		jest.restoreAllMocks();
		unhurry();
	});
}
