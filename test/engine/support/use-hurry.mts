import { hurry } from './hurry.mts';

/** Lets the waits of each test of a file pass about a hundred times as fast. */
export function useHurry(stepMs?: number): void {
	let unhurry = (): void => undefined;
	beforeEach(() => {
		unhurry = hurry(stepMs);
	});
	afterEach(() => unhurry());
}
