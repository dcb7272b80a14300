import { progress } from '../progress.mts';
import { deliverAll } from './deliver.mts';
import type { Listener } from './trigger-bench.mts';

/**
 * Delivers events, each so many times at once, and gives the ids of those that came through. The
 * figures are told, as most of them are not certain.
 */
export async function measure(
	what: string,
	listener: Listener,
	events: readonly string[],
	copies = 1,
): Promise<string[]> {
	const before = listener.came().length;
	const statuses = await deliverAll(listener.messages(events, copies));
	expect(new Set(statuses)).toEqual(new Set([200]));
	const ends = await listener.ends();
	const came = listener.came().slice(before);
	const different = new Set(came).size;
	progress(
		`${what}: of ${events.length} events x ${copies} came ${came.length}, ${different} different; ` +
			`all executions ${JSON.stringify(ends)}`,
	);
	return came;
}
