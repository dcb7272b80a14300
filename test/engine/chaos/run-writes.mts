import type { Engine, RunResult } from '../harness/index.mts';
import { diceOf } from './dice.mts';
import { TIMEOUT_S } from './disturbances.mts';
import type { Write, WriteKind, World } from './write.mts';
import { WRITE_KINDS } from './writes.mts';

/** The writes of one kind, which are the items of one node, and what came of them. */
export interface WritesRun {
	writes: readonly Write[];
	result: RunResult;
}

const ofKind = (writes: readonly Write[], kind: WriteKind): Write[] =>
	writes.filter((write) => write.kind === kind);

/** Makes all that is to be changed. */
export async function prepareWrites(world: World, writes: readonly Write[]): Promise<void> {
	for (const kind of WRITE_KINDS) {
		const tags = ofKind(writes, kind).map(({ tag }) => tag);
		await kind.prepare?.(world, tags);
	}
}

/** Runs all writes, those of a kind by one node, and all nodes at once. */
export async function runWrites(
	engine: Engine,
	world: World,
	seed: number,
	all: readonly Write[],
): Promise<WritesRun[]> {
	const runs = WRITE_KINDS.map(async (kind, index) => {
		const writes = ofKind(all, kind);
		const { options } = kind.parameters;
		const hasErrorOutput = diceOf(seed, index, 4).chance(0.5);
		const result = await engine.runNode(
			kind.node,
			{ ...kind.parameters, options: { ...Object(options), timeout: TIMEOUT_S, maxInFlight: 6 } },
			{
				credentials: kind.credentials(world),
				input: writes.map(({ input }) => input),
				onError: hasErrorOutput ? 'continueErrorOutput' : 'continueRegularOutput',
			},
		);
		return { writes, result };
	});
	return await Promise.all(runs);
}
