import { Failure } from '../failure';

/** The rows of a page that did not come before. One without a key is new: nothing can be the same. */
export function takeNew<Row>(
	page: readonly Row[],
	seen: Set<string>,
	keyOf: (row: Row) => string | undefined,
): Row[] {
	return page.filter((row) => {
		const key = keyOf(row);
		if (key === undefined) return true;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** The failure for a list that does not get on. */
export function repeated(count: number): Failure {
	return new Failure({
		kind: 'api',
		what: `The list repeats itself after ${count} rows, so it cannot be read to its end`,
		fix: "Read fewer rows with 'Limit', or try again later.",
		transient: true,
	});
}
