import type { FaultRule } from '../../sandbox/faults.mts';
import type { Sandbox } from '../../sandbox/server.mts';

/** What a test may let happen as calls to a path come; `expire` lets all tokens expire. */
export function callsTo(
	path: FaultRule['path'] & {},
	desk: { sandbox: Pick<Sandbox, 'faults'> },
	expire: () => void,
) {
	/** Does something as some of the calls come, counted from 1. */
	const atRequest = (nth: number[], act: () => void) =>
		desk.sandbox.faults.add({ path, when: { nth }, fault: () => void act() });
	return {
		atRequest,
		/** Lets the tokens expire as some of the calls come. These are the first that are refused. */
		expireAt: (...nth: number[]) => atRequest(nth, expire),
		/** Every call takes a moment, so that many are under way at once. */
		slowly: () => desk.sandbox.faults.add({ path, latencyMs: 5, when: { every: 1 } }),
	};
}
