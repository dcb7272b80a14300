import { idealMs, median, ratio, rise, spread } from '../../bench/statistics.mts';

test.each([
	['one', [3], 3],
	['an odd number', [9, 1, 5], 5],
	['an even number', [4, 1, 3, 100], 3.5],
	['numbers, not texts', [10, 9, 100], 10],
])('the median of %s', (_name, values, expected) => {
	const given = Object.freeze([...values]);
	expect(median(given)).toBe(expected);
});

test('the median of nothing is no number', () => {
	expect(median([])).toBeNaN();
});

test('the spread is the distance of the runs as a part of their median', () => {
	expect(spread([95, 100, 105])).toBeCloseTo(0.1);
	expect(spread([7, 7])).toBe(0);
});

describe('the ratio', () => {
	test('is taken round by round, so that a slow round counts as any other', () => {
		expect(ratio([100, 1_000, 110], [200, 2_000, 220])).toBe(0.5);
	});

	test('is above 1 for the slower one', () => {
		expect(ratio([300, 300], [200, 200])).toBe(1.5);
	});

	test('leaves out a round that only one has run', () => {
		expect(ratio([100, 400], [100])).toBe(1);
	});
});

test.each([
	['what stays', [5, 5, 5], 0],
	['what falls', [9, 6, 3], 0],
	['what rises', [10, 11, 12], 0.2],
	['what falls and rises again', [30, 10, 12], 0.2],
	['one', [4], 0],
])('the rise of %s', (_name, values, expected) => {
	expect(rise(values)).toBeCloseTo(expected);
});

test.each([
	[1_000, 100, 10_000],
	[1_000, 25, 40_000],
	[3, 25, 120],
])('the ideal time of %d requests at %d a second', (requests, perSecond, expected) => {
	expect(idealMs(requests, perSecond)).toBe(expected);
});
