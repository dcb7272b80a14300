import { percent, seconds, times, whole } from '../report/figures.mts';
import { must, type Must, type Section } from '../report/section.mts';
import { compete, runsOf, type Runs } from '../rounds.mts';
import { idealMs, median } from '../statistics.mts';
import type { Bench, Part } from './part.mts';

const COUNT = 1_000;
const LATENCY_MS = 20;

/** The limits, and the rounds that are worth their time. */
const LIMITS = [
	{ perSecond: 100, rounds: 3 },
	{ perSecond: 25, rounds: 2 },
];

const limitedPart = ({ runs }: Runs) =>
	Math.max(...runs.map(({ tally }) => tally.limited / tally.requests));

const fewest = ({ runs }: Runs) => Math.min(...runs.map(({ tally }) => tally.distinct));

function musts(perSecond: number, ours: Runs): Must[] {
	const ideal = idealMs(COUNT, perSecond);
	const toIdeal = Math.max(...ours.ms) / ideal;
	const isOnce = ours.runs.every(
		({ done, tally }) => done === COUNT && tally.orders === COUNT && tally.distinct === COUNT,
	);
	const at = `at ${perSecond} a second`;
	return [
		must(isOnce, `${at} all are created, none twice: ${whole(fewest(ours))} of ${whole(COUNT)}`),
		must(toIdeal <= 1.1, `${at} within 1.1 times the ideal time, each run: ${times(toIdeal)}`),
		must(
			limitedPart(ours) < 0.05,
			`${at} fewer than 5 % of requests answered 429, each run: ${percent(limitedPart(ours))}`,
		),
	];
}

async function atLimit(bench: Bench, perSecond: number, rounds: number): Promise<Runs[]> {
	return await compete({
		sandbox: bench.sandbox,
		contenders: [bench.ours, bench.httpRequest],
		scene: { latencyMs: LATENCY_MS, perSecond, products: 1 },
		rounds: bench.quick ? 1 : rounds,
		warmUps: 0,
		work: (contender, account) => contender.create(account, COUNT),
	});
}

/** (b) The same at APIs that allow only so many requests a second. */
export const rateLimit: Part = async (bench) => {
	const table = [['', 'limit', 'time', 'ideal', 'created', 'answered 429', 'in flight']];
	const shown: Section['shown'] = [];
	const all: Must[] = [];
	for (const { perSecond, rounds } of LIMITS) {
		const results = await atLimit(bench, perSecond, rounds);
		const ideal = seconds(idealMs(COUNT, perSecond));
		for (const runs of results) {
			table.push([
				runs.name,
				`${perSecond} a second`,
				seconds(median(runs.ms)),
				ideal,
				whole(fewest(runs)),
				percent(limitedPart(runs)),
				whole(Math.max(...runs.runs.map(({ tally }) => tally.mostInFlight))),
			]);
		}
		const ours = runsOf(results, bench.ours.name);
		const http = runsOf(results, bench.httpRequest.name);
		all.push(...musts(perSecond, ours));
		shown.push([
			`the same, ${perSecond} a second allowed`,
			`${whole(fewest(ours))} created in ${seconds(median(ours.ms))}`,
			`${whole(fewest(http))} created, the others failed`,
			`${ideal} at exactly the limit`,
		]);
	}
	const notes = [
		'',
		"Ideal is all at the limit. The sandbox lets a second's worth pass at once after a second of rest,",
		'which only a burst could use: with bursts it could be done a second sooner.',
	];
	return { title: `(b) ${whole(COUNT)} creates at a rate limit`, table, notes, musts: all, shown };
};
