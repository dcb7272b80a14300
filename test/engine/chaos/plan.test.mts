import { planOf, type Plan } from './plan.mts';

const NUMBERS = Array.from({ length: 1_000 }, (_, number) => number);
const SEEDS = [1, 2, 3, 4, 5];

const plansOf = (seed: number): Plan[] => NUMBERS.map((number) => planOf(seed, number, true));
const kindsOf = ({ before, sendings, looks }: Plan): string[] =>
	[...before, ...sendings, ...looks].map((one) =>
		'status' in one ? `${one.kind} ${one.status}` : one.kind,
	);

test('what goes wrong is the same for the same seed, and other than for other seeds', () => {
	const plans = SEEDS.map((seed) => JSON.stringify(plansOf(seed)));
	expect(SEEDS.map((seed) => JSON.stringify(plansOf(seed)))).toEqual(plans);
	expect(new Set(plans).size).toBe(SEEDS.length);
});

test.each(SEEDS)('seed %i has more than a third of the writes go wrong', (seed) => {
	const disturbed = plansOf(seed).filter(({ sendings }) => sendings.length > 0);
	expect(disturbed.length).toBeGreaterThan(NUMBERS.length / 3);
	expect(disturbed.length).toBeLessThan(NUMBERS.length / 2);
});

test.each(SEEDS)('seed %i has everything go wrong that can', (seed) => {
	expect([...new Set(plansOf(seed).flatMap(kindsOf))].sort()).toEqual([
		'cutAfter',
		'cutBefore',
		'cutDuring',
		'expiredToken',
		'notJson',
		'stall',
		'status 429',
		'status 500',
		'status 502',
		'status 503',
		'status 504',
		'statusAfter 500',
		'statusAfter 502',
		'statusAfter 503',
		'statusAfter 504',
		'tokensExpire',
	]);
});

test('what passes does so before a node gives up: five sendings', () => {
	const passing = SEEDS.flatMap(plansOf).filter(({ course }) => course === 'passes');
	expect(Math.max(...passing.map(({ sendings }) => sendings.length))).toBe(3);
	expect(Math.max(...passing.map(({ looks }) => looks.length))).toBe(2);
});
