import { Failure } from '../failure';

export interface TokenList<Row> {
	/** Reads one page: from the start, or where a token of an earlier page points to. */
	readPage: (token: string | undefined) => Promise<TokenPage<Row>>;
	/** How many rows are wanted; Infinity for all. */
	wanted: number;
	/** Where to start, if not at the beginning. */
	token?: string | undefined;
}

export interface TokenPage<Row> {
	rows: readonly Row[];
	/** Points to the next page; undefined at the end. */
	next: string | undefined;
}

/** Pages in a row without anything new after which a list is taken for endless. */
const MOST_STALE = 50;

/**
 * Reads a list that hands out a token for its next page, to its end or until there is enough.
 * A token that comes a second time leads to what was read already, so it ends the list too.
 *
 * @param take keeps the rows that are new and says how many there are by now
 */
export async function readTokenList<Row>(
	{ readPage, wanted, token }: TokenList<Row>,
	take: (rows: readonly Row[]) => number,
): Promise<void> {
	const followed = new Set<string>();
	let next = token;
	let count = 0;
	let stale = 0;
	do {
		if (next !== undefined) followed.add(next);
		const page = await readPage(next);
		const before = count;
		count = take(page.rows);
		if (count >= wanted) return;
		stale = count > before ? 0 : stale + 1;
		if (stale > MOST_STALE) throw endless(count);
		next = page.next;
	} while (next !== undefined && !followed.has(next));
}

function endless(count: number): Failure {
	return new Failure({
		kind: 'api',
		what: `The list gives nothing new after ${count} rows and does not end`,
		fix: "Read fewer rows with 'Limit', or try again later.",
		transient: true,
	});
}
