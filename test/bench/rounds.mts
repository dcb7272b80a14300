import type { Contender } from './contenders/contender.mts';
import { collectGarbage } from './gc.mts';
import type { SandboxProcess } from './sandbox/index.mts';
import type { Account, Scene, Tally } from './sandbox/protocol.mts';
import { median } from './statistics.mts';

/** One run of one contender. */
export interface Run {
	ms: number;
	/** What this process has worked meanwhile. */
	cpuMs: number;
	/** What the contender says that it did. */
	done: number;
	tally: Tally;
}

/** The runs of one contender, in the order of the rounds. */
export interface Runs {
	name: string;
	runs: Run[];
	ms: number[];
}

export interface Contest {
	sandbox: SandboxProcess;
	contenders: readonly Contender[];
	scene: Scene;
	rounds: number;
	/** Rounds before that, which are not counted. */
	warmUps: number;
	work(contender: Contender, account: Account): Promise<number>;
}

async function runOnce({ sandbox, scene, work }: Contest, contender: Contender): Promise<Run> {
	const account = await sandbox.ask('scene', scene);
	collectGarbage();
	const cpu = process.cpuUsage();
	const started = performance.now();
	const done = await work(contender, account);
	const ms = performance.now() - started;
	const { user, system } = process.cpuUsage(cpu);
	return { ms, cpuMs: (user + system) / 1000, done, tally: await sandbox.ask('tally', null) };
}

/** Lets contenders take turns, each round beginning with another one. */
export async function compete(contest: Contest): Promise<Runs[]> {
	const { contenders, rounds, warmUps } = contest;
	const results = contenders.map(({ name }): Runs => ({ name, runs: [], ms: [] }));
	for (let round = -warmUps; round < rounds; round += 1) {
		for (let turn = 0; turn < contenders.length; turn += 1) {
			const index = (turn + round + warmUps) % contenders.length;
			const contender = contenders[index];
			const result = results[index];
			if (!contender || !result) continue;
			const run = await runOnce(contest, contender);
			if (round < 0) continue;
			result.runs.push(run);
			result.ms.push(run.ms);
		}
	}
	return results;
}

/** The runs of one contender. */
export function runsOf(all: readonly Runs[], name: string): Runs {
	const found = all.find((runs) => runs.name === name);
	if (!found) throw new Error(`${name} took no part.`);
	return found;
}

/** The median over a contender's runs. */
export const middle = ({ runs }: Runs, read: (run: Run) => number): number =>
	median(runs.map(read));
