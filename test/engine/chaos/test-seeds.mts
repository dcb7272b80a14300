import { extent } from '../../jest/extent.mts';
import { createEngine, type Engine } from '../harness/index.mts';
import { useHaste } from './haste.mts';
import { EVENTS, runSeed, WRITES } from './run-seed.mts';
import { lineOf, summaryOf } from './summary.mts';

/** Far more than it takes, on a busy machine too. */
const TIMEOUT_MS = 900_000;

/** Tests some seeds. The variable CHAOS_SEED puts any other one in their place. */
export function testSeeds(usual: readonly number[]): void {
	const { CHAOS_SEED } = process.env;
	const seeds =
		CHAOS_SEED === undefined ? usual.slice(0, extent(usual.length, 1)) : [Number(CHAOS_SEED)];
	let engine: Engine;
	beforeAll(async () => {
		engine = await createEngine();
	});
	afterAll(() => engine.close());
	useHaste();

	test.each(seeds.map((seed) => [seed, `CHAOS_SEED=${seed} npx jest test/engine/chaos/seeds-1`]))(
		'seed %i: a write has one effect or a reported failure without one, an event comes out once (alone: %s)',
		async (seed) => {
			const report = await runSeed(engine, seed);
			const summary = summaryOf(report);
			process.stdout.write(`${lineOf(seed, summary, report)}\n`);
			expect(report.wrong).toEqual([]);

			expect(summary.writes).toBe(WRITES);
			expect(summary.disturbed).toBeGreaterThan(WRITES / 3);
			expect(summary.doneWherePassing).toBeGreaterThanOrEqual(0.95);
			expect(summary.leastOfAnyKind).toBeGreaterThanOrEqual(0.6);
			expect(summary.said.failed).toBeGreaterThan(0);
			expect(summary.said.open).toBeGreaterThan(0);

			expect(report.deliveries.events).toBeGreaterThanOrEqual(EVENTS);
			expect(report.deliveries.attempts).toBeGreaterThan(2 * EVENTS);
			expect(report.deliveries.failed).toBeGreaterThan(EVENTS / 10);
		},
		TIMEOUT_MS,
	);
}
