import type { LoggedRequest } from '../../sandbox/log.mts';
import type { Disturber } from './disturber.mts';
import { itemsOf } from './items.mts';
import { saidBy, wrongWith, type Outcome } from './oracle.mts';
import type { WritesRun } from './run-writes.mts';
import type { World } from './write.mts';

/** Compares what came out of runs with what the systems hold, and with what they have worked on. */
export function judgeWrites(
	world: World,
	disturber: Disturber,
	runs: readonly WritesRun[],
	log: readonly LoggedRequest[],
): { outcomes: Outcome[]; wrong: string[] } {
	const worked = disturber.timesWorked(log);
	const outcomes: Outcome[] = [];
	const wrong: string[] = [];
	for (const { writes, result } of runs) {
		const found = itemsOf(writes, result);
		wrong.push(...found.wrong);
		for (const [write, item] of found.items) {
			const { json } = item;
			const said = saidBy(write, item);
			if (said === undefined) {
				wrong.push(`${write.kind.name} ${write.tag} says nothing clear: ${JSON.stringify(json)}`);
				continue;
			}
			const outcome = { write, said, effects: write.kind.effects(world, write.tag), json };
			outcomes.push(outcome);
			wrong.push(...wrongWith(outcome, worked.get(write.tag) ?? 0));
		}
	}
	return { outcomes, wrong };
}
