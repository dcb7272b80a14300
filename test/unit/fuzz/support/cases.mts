import fc, { type Arbitrary } from 'fast-check';
import { extent } from '../../../jest/extent.mts';

/** How many cases each suite plays in full; the file of this name in test/unit/fuzz or test/engine/fuzz. */
export const CASES = {
	answers: 9_000,
	deliveries: 2_800,
	'engine-parameters': 1_040,
	'inventory-polls': 1_000,
	parameters: 5_200,
	pickers: 400,
	'shipping-polls': 1_000,
	tokens: 600,
} as const;

/**
 * Every run plays the same cases. To look for more, play others, and more of them:
 * `FUZZ_SEED=7 FUZZ_TIMES=20 STRESS=full npx jest test/unit/fuzz`.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20260115);
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** What each of several tests plays of a suite's cases. */
export function shareOf(suite: keyof typeof CASES, tests: number): number {
	return Math.ceil(extent(CASES[suite]) / tests);
}

/** So many cases, to be played at once. */
export function sample<T>(count: number, cases: Arbitrary<T>): T[] {
	return fc.sample(cases, { seed: SEED, numRuns: count * TIMES });
}

/** Plays so many cases, one after the other. */
export async function play<T>(
	numRuns: number,
	cases: Arbitrary<T>,
	one: (value: T) => Promise<void>,
): Promise<void> {
	await fc.assert(fc.asyncProperty(cases, one), { seed: SEED, numRuns: numRuns * TIMES });
}
