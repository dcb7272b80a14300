/** A stretch of time in Unix milliseconds, both ends in it. */
export interface Window {
	startsAt: number;
	endsAt: number;
}

/** Shipping Order API, list: "date range cannot be greater than 30 days". */
export const LONGEST_WINDOW_MS = 30 * 24 * 60 * 60_000;

/**
 * How far the parts of a window overlap. Whether the API counts the end of a window in is not
 * documented; what is in two parts is given once.
 */
const OVERLAP_MS = 1000;

/** Cuts a window into parts that the API takes, the latest first, as the API's own examples run. */
export function splitWindow({ startsAt, endsAt }: Window): Window[] {
	const parts: Window[] = [];
	let end = endsAt;
	while (end - startsAt > LONGEST_WINDOW_MS) {
		parts.push({ startsAt: end - LONGEST_WINDOW_MS, endsAt: end });
		end = end - LONGEST_WINDOW_MS + OVERLAP_MS;
	}
	return [...parts, { startsAt, endsAt: end }];
}
