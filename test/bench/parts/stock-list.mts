import { milliseconds, percent, seconds, times, whole } from '../report/figures.mts';
import { must } from '../report/section.mts';
import { compete, middle, runsOf } from '../rounds.mts';
import { median, ratio, spread } from '../statistics.mts';
import type { Part } from './part.mts';

/** Rows of the list. */
export const ROWS = 10_000;
const LATENCY_MS = 50;

/** (c) A stock list of 10,000 rows, 100 a page, at an API that answers in 50 ms. */
export const stockList: Part = async (bench) => {
	const all = await compete({
		sandbox: bench.sandbox,
		contenders: [bench.ours, bench.httpRequest, bench.floor, bench.axios],
		scene: { latencyMs: LATENCY_MS, products: ROWS },
		rounds: bench.quick ? 2 : 5,
		warmUps: 1,
		work: (contender, account) => contender.list(account),
	});
	for (const { name, runs } of all) {
		const wrong = runs.find(({ done }) => done !== ROWS);
		if (wrong) throw new Error(`${name} read ${wrong.done} rows.`);
	}
	const ours = runsOf(all, bench.ours.name);
	const http = runsOf(all, bench.httpRequest.name);
	const floor = runsOf(all, bench.floor.name);
	const faster = ratio(http.ms, ours.ms);
	const title = `${whole(ROWS)} stock rows, 100 a page, answered in ${LATENCY_MS} ms`;
	return {
		title: `(c) ${title}`,
		table: [
			['', 'time', 'spread', 'requests', 'in flight', 'CPU', 'it / this package'],
			...all.map((runs) => [
				runs.name,
				seconds(median(runs.ms)),
				percent(spread(runs.ms)),
				whole(middle(runs, ({ tally }) => tally.requests)),
				whole(middle(runs, ({ tally }) => tally.mostInFlight)),
				milliseconds(middle(runs, ({ cpuMs }) => cpuMs)),
				runs === ours ? '' : times(ratio(runs.ms, ours.ms)),
			]),
		],
		musts: [must(faster >= 5, `at least 5 times as fast as HTTP Request: ${times(faster)} times`)],
		shown: [[title, seconds(median(ours.ms)), seconds(median(http.ms)), seconds(median(floor.ms))]],
	};
};
