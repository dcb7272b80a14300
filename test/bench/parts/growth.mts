import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { kilobytes, megabytes, milliseconds, percent, whole } from '../report/figures.mts';
import { must } from '../report/section.mts';
import { rise } from '../statistics.mts';
import type { Grown, GrowthJob } from '../growth/job.mts';
import type { Part } from './part.mts';

const PROGRAM = join('test', 'bench', 'growth', 'main.mts');

/** How many items, and how often each is timed. */
const SIZES = [
	{ count: 100, runs: 15 },
	{ count: 1_000, runs: 7 },
	{ count: 10_000, runs: 3 },
];

async function grow(job: GrowthJob): Promise<Grown> {
	const child = fork(PROGRAM, [JSON.stringify(job)]);
	const failed = once(child, 'exit').then(([code]) => {
		throw new Error(`The run of ${job.count} items ended with ${String(code)}.`);
	});
	const [answer] = await Promise.race([once(child, 'message'), failed]);
	await once(child, 'exit');
	return answer;
}

/** (d) Time and memory per item as the items of one run grow, each size in a process of its own. */
export const growth: Part = async ({ quick }) => {
	const all: Array<Grown & { count: number }> = [];
	for (const { count, runs } of SIZES) {
		all.push({ count, ...(await grow({ count, runs: quick ? Math.ceil(runs / 4) : runs })) });
	}
	const each = all.map(({ ms, peakBytes, count }) => ({ ms: ms / count, peak: peakBytes / count }));
	const slower = rise(each.map(({ ms }) => ms));
	const larger = rise(each.map(({ peak }) => peak));
	const last = all.at(-1);
	const lastEach = each.at(-1);
	return {
		title: '(d) Creates, answered in 20 ms, as the items grow (this package alone)',
		table: [
			['items', 'time each', 'CPU each', 'peak each', 'kept each', 'peak, heap', 'peak, RSS'],
			...all.map(({ count, ms, cpuMs, peakBytes, keptBytes, rssBytes }) => [
				whole(count),
				milliseconds(ms / count),
				milliseconds(cpuMs / count),
				kilobytes(peakBytes / count),
				kilobytes(keptBytes / count),
				megabytes(peakBytes),
				megabytes(rssBytes),
			]),
		],
		notes: [
			'',
			'Peak and kept are of what is alive on the heap above an empty run: the most during the run, and with its result at the end.',
		],
		musts: [
			must(slower <= 0.2, `time per item rises by at most 20 %: ${percent(slower)}`),
			must(larger <= 0.2, `peak memory per item rises by at most 20 %: ${percent(larger)}`),
		],
		shown: [
			[
				`${whole(last?.count ?? 0)} creates in one run`,
				`${milliseconds(lastEach?.ms ?? 0)} and ${kilobytes(lastEach?.peak ?? 0)} an item`,
				'',
				'',
			],
		],
	};
};
