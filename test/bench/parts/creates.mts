import { IN_FLIGHT } from '../contenders/contender.mts';
import { milliseconds, percent, seconds, times, whole } from '../report/figures.mts';
import { must } from '../report/section.mts';
import { compete, middle, runsOf, type Run, type Runs } from '../rounds.mts';
import { median, ratio, spread } from '../statistics.mts';
import type { Part } from './part.mts';
import { sandboxCapacity } from './sandbox-capacity.mts';

const COUNT = 1_000;
const LATENCY_MS = 20;

function rowOf(runs: Runs, ours: Runs): string[] {
	const busy = ({ tally, ms }: Run) => tally.cpuMs / ms;
	return [
		runs.name,
		seconds(median(runs.ms)),
		percent(spread(runs.ms)),
		milliseconds(middle(runs, ({ cpuMs }) => cpuMs / COUNT)),
		whole(middle(runs, ({ tally }) => tally.mostInFlight)),
		percent(middle(runs, busy)),
		runs === ours ? '' : times(ratio(ours.ms, runs.ms)),
	];
}

function checkSameWork(all: readonly Runs[]): void {
	const samples = new Set(all.flatMap(({ runs }) => runs.map(({ tally }) => tally.sample)));
	if (samples.size > 1) throw new Error(`Not the same bodies: ${[...samples].join(' and ')}`);
	for (const { name, runs } of all) {
		const done = runs.map(({ done, tally }) => Math.min(done, tally.distinct));
		if (done.some((count) => count !== COUNT)) throw new Error(`${name} created ${done.join()}.`);
	}
}

/** (a) 1,000 creates at an API that answers in 20 ms, and whether the sandbox is fast enough. */
export const creates: Part = async (bench) => {
	const all = await compete({
		sandbox: bench.sandbox,
		contenders: [bench.ours, bench.httpRequest, bench.floor, bench.axios],
		scene: { latencyMs: LATENCY_MS, products: 1 },
		rounds: bench.quick ? 3 : 9,
		warmUps: bench.quick ? 1 : 2,
		work: (contender, account) => contender.create(account, COUNT),
	});
	checkSameWork(all);
	const ours = runsOf(all, bench.ours.name);
	const http = runsOf(all, bench.httpRequest.name);
	const floor = runsOf(all, bench.floor.name);
	const axios = runsOf(all, bench.axios.name);
	const toHttp = ratio(ours.ms, http.ms);
	const toFloor = ratio(ours.ms, floor.ms);
	const widest = Math.max(...ours.runs.map(({ tally }) => tally.mostInFlight));
	const fastest = (COUNT / Math.min(...all.map(({ ms }) => median(ms)))) * 1000;
	const capacity = await sandboxCapacity(bench.sandbox);
	const cpu = median(all.flatMap(({ runs }) => runs.map(({ tally }) => tally.cpuMs / COUNT)));
	const title = `${whole(COUNT)} creates, answered in ${LATENCY_MS} ms`;
	return {
		title: `(a) ${title}`,
		table: [
			['', 'time', 'spread', 'CPU each', 'in flight', 'sandbox busy', 'this package / it'],
			...all.map((runs) => rowOf(runs, ours)),
		],
		notes: [
			'',
			"n8n's helper opens a connection for each request, whoever calls it; bare axios keeps its own.",
			`The sandbox works ${milliseconds(cpu)} on a create. It can answer ${whole(capacity)} a second; the fastest contender asks for ${whole(fastest)}.`,
		],
		musts: [
			must(toHttp <= 1, `no slower than HTTP Request: ${times(toHttp)} of its time`),
			must(toFloor <= 1.2, `at most 1.2 times the floor: ${times(toFloor)}`),
			must(widest <= IN_FLIGHT, `at most ${IN_FLIGHT} in flight: ${widest}`),
			must(
				capacity >= 2 * fastest,
				`the sandbox can do twice what the fastest contender asks: ${times(capacity / fastest)} times`,
			),
		],
		shown: [
			[
				title,
				seconds(median(ours.ms)),
				seconds(median(http.ms)),
				`${seconds(median(floor.ms))}, bare axios ${seconds(median(axios.ms))}`,
			],
			[
				'most requests in flight',
				whole(widest),
				whole(middle(http, ({ tally }) => tally.mostInFlight)),
				whole(IN_FLIGHT),
			],
		],
	};
};
