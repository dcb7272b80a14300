import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import {
	LONGEST_WINDOW_MS,
	splitWindow,
} from '../../../nodes/shared/providers/delivery-solutions/list-windows.ts';

const DAY = 24 * 60 * 60_000;
const LONGEST = 30 * DAY;

const window = fc
	.record({
		startsAt: fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }),
		length: fc.oneof(
			fc.integer({ min: 0, max: 3000 }),
			fc.integer({ min: 0, max: 400 * DAY }),
			fc.integer({ min: -3, max: 3 }).map((off) => LONGEST + off),
			fc.integer({ min: 2, max: 12 }).map((months) => months * LONGEST),
		),
	})
	.map(({ startsAt, length }) => ({ startsAt, endsAt: startsAt + length }));

it('the parts of any window cover it, from the first moment to the last, without a gap', () => {
	fc.assert(
		fc.property(window, (whole) => {
			const parts = splitWindow(whole);
			expect(parts[0]?.endsAt).toBe(whole.endsAt);
			expect(parts.at(-1)?.startsAt).toBe(whole.startsAt);
			parts.slice(1).forEach((part, index) => {
				// Whether the end of a window belongs to it is not documented: the parts have to overlap.
				expect(part.endsAt).toBeGreaterThan(parts[index]?.startsAt ?? Infinity);
			});
		}),
		{ seed: 20260115, numRuns: extent(1000) },
	);
});

it('no part reaches beyond the window, is turned round, or is longer than 30 days', () => {
	fc.assert(
		fc.property(window, (whole) => {
			for (const { startsAt, endsAt } of splitWindow(whole)) {
				expect(startsAt).toBeGreaterThanOrEqual(whole.startsAt);
				expect(endsAt).toBeLessThanOrEqual(whole.endsAt);
				expect(endsAt).toBeGreaterThanOrEqual(startsAt);
				expect(endsAt - startsAt).toBeLessThanOrEqual(LONGEST);
			}
		}),
		{ seed: 20260115, numRuns: extent(1000) },
	);
});

it('the latest part comes first, and there are no more parts than needed', () => {
	fc.assert(
		fc.property(window, (whole) => {
			const parts = splitWindow(whole);
			const starts = parts.map(({ startsAt }) => startsAt);
			expect(starts).toEqual([...starts].sort((a, b) => b - a));
			const days = (whole.endsAt - whole.startsAt) / DAY;
			expect(parts.length).toBeLessThanOrEqual(Math.ceil(days / 29.9) + 1);
		}),
		{ seed: 20260115, numRuns: extent(1000) },
	);
});

const END = Date.parse('2026-06-30T00:00:00Z');

it.each([
	['no time at all', 0, 1],
	['a day', DAY, 1],
	['exactly 30 days', LONGEST, 1],
	['30 days and a moment', LONGEST + 1, 2],
	['75 days', 75 * DAY, 3],
	['a year', 365 * DAY, 13],
])('a window of %s takes %j ms in %d calls', (_what, length, calls) => {
	const parts = splitWindow({ startsAt: END - length, endsAt: END });
	expect(parts).toHaveLength(calls);
});

it('a window that the API takes is left as it is', () => {
	const whole = { startsAt: END - LONGEST, endsAt: END };
	expect(LONGEST_WINDOW_MS).toBe(LONGEST);
	expect(splitWindow(whole)).toEqual([whole]);
});
