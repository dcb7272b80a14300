import type { FaultRule } from '../../sandbox/faults.mts';
import type { Sandbox } from '../../sandbox/server.mts';

/** Longer than any test. */
const NEVER_MS = 3_600_000;
/** More than a node has in flight, and sends once more. */
const REST = 2_000;

/**
 * Lets so many requests through, each after a moment. Of those that follow, one is never begun and one
 * is done without an answer, by turns, until the one who asks is killed. The answer takes it back for
 * what is sent from then on.
 */
export function stopShort(
	{ faults }: Sandbox,
	requests: Pick<FaultRule, 'method' | 'path'>,
	through: number,
): () => void {
	const from = (first: number) => Array.from({ length: REST }, (_, index) => first + 2 * index);
	const undo = [
		faults.add({ ...requests, when: { every: 1 }, latencyMs: 20 }),
		faults.add({ ...requests, when: { nth: from(through + 1) }, latencyMs: NEVER_MS }),
		faults.add({
			...requests,
			when: { nth: from(through + 2) },
			fault: { kind: 'stall', ms: NEVER_MS },
		}),
	];
	return () => undo.forEach((take) => take());
}
