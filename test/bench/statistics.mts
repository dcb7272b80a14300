/** The middle one; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return NaN;
	const lower = sorted[middle - 1] ?? upper;
	return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** How far the runs lie apart, as a part of their median: 0.1 is from 5 % below to 5 % above, say. */
export function spread(values: readonly number[]): number {
	return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * The ratio of two contenders that ran in turn. Taken round by round, so that what slowed down the
 * machine for a while slowed down both; the median of these.
 */
export function ratio(mine: readonly number[], theirs: readonly number[]): number {
	const rounds = mine.flatMap((value, round) => {
		const other = theirs[round];
		return other === undefined ? [] : [value / other];
	});
	return median(rounds);
}

/**
 * The most that a later value is above an earlier one: 0.2 is 20 %. What falls as the work grows is
 * no fault, so it counts as nothing.
 */
export function rise(values: readonly number[]): number {
	const rises = values.map((value, index) => value / Math.min(...values.slice(0, index + 1)) - 1);
	return Math.max(0, ...rises);
}

/** The time in which so many requests pass at a rate limit, one after the other, in milliseconds. */
export function idealMs(requests: number, perSecond: number): number {
	return (requests / perSecond) * 1000;
}
