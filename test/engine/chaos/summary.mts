import type { Outcome, Said } from './oracle.mts';
import type { Report } from './run-seed.mts';
import { WRITE_KINDS } from './writes.mts';

/** Counts of a seed. */
export interface Summary {
	writes: number;
	/** Writes that something happened to. */
	disturbed: number;
	/** Everything that happened to them. */
	disturbances: number;
	said: Record<Said, number>;
	/** Writes that were left open and were done. */
	openAndDone: number;
	/** The part of them that was done, of those where what went wrong passes. */
	doneWherePassing: number;
	/** The smallest such part of any kind of write. */
	leastOfAnyKind: number;
}

/** Counts what came of a seed. */
export function summaryOf({ outcomes, disturber }: Report): Summary {
	const progress = [...disturber.progress.values()];
	const passing = outcomes.filter(({ write }) => {
		const course = disturber.progress.get(write.tag)?.plan.course;
		return course === 'none' || course === 'passes';
	});
	const said = (word: Said) => outcomes.filter((one) => one.said === word);
	const ofKinds = WRITE_KINDS.map((kind) => passing.filter(({ write }) => write.kind === kind));
	return {
		writes: outcomes.length,
		disturbed: progress.filter(({ struck }) => struck > 0).length,
		disturbances: progress.reduce((sum, { struck }) => sum + struck, 0),
		said: {
			done: said('done').length,
			failed: said('failed').length,
			open: said('open').length,
			unread: said('unread').length,
		},
		openAndDone: said('open').filter(({ effects }) => effects > 0).length,
		doneWherePassing: partDone(passing),
		leastOfAnyKind: Math.min(...ofKinds.map(partDone)),
	};
}

function partDone(outcomes: readonly Outcome[]): number {
	return outcomes.filter(({ said }) => said === 'done').length / outcomes.length;
}

/** The counts of a seed in one line. */
export function lineOf(seed: number, summary: Summary, { deliveries }: Report): string {
	const { writes, disturbed, disturbances, said, openAndDone, doneWherePassing } = summary;
	const { events, attempts, failed } = deliveries;
	return [
		`seed ${seed}: ${writes} writes, ${disturbed} of them disturbed ${disturbances} times`,
		`${said.done} done`,
		`${said.failed} failed without effect`,
		`${said.open} left open (${openAndDone} of them done)`,
		`${said.unread} done and not read`,
		`${(100 * doneWherePassing).toFixed(1)} % done where it passes`,
		`${events} events in ${attempts} deliveries, ${failed} of them failed`,
	].join('; ');
}
