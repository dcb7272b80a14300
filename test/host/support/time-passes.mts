import type { FaultRule } from '../../sandbox/faults.mts';
import type { HostDesk } from './host-desk.mts';

/**
 * Before each of these requests, so much time passes in the sandbox: what a workflow finds after a wait
 * hangs on the requests that it sends, and not on how fast the machine is. The answer takes it back.
 */
export function timePasses(
	{ sandbox, clock }: HostDesk,
	requests: Pick<FaultRule, 'method' | 'path'>,
	ms: number,
): () => void {
	return sandbox.faults.add({
		...requests,
		when: { every: 1 },
		// The answer comes when all that is due has happened; only deliveries take longer than a turn.
		latencyMs: 1,
		fault: () => {
			void clock.advance(ms);
			return undefined;
		},
	});
}
