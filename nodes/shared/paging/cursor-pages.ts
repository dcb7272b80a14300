import { repeated, takeNew } from './seen-rows';

export interface CursorList<Row> {
	/** Reads the page behind (or, backwards, before) the row with this key; may give fewer rows. */
	readPage: (
		cursor: string | undefined,
		limit: number,
	) => Promise<{
		rows: readonly Row[];
		/** Whether the list goes on; undefined where the answer does not say. */
		hasMore: boolean | undefined;
	}>;
	/** Rows that one page can hold. */
	pageSize: number;
	/** How many rows are wanted; Infinity for all. */
	wanted: number;
	direction: 'forwards' | 'backwards';
	/** The key of the row to start at. */
	from?: string | undefined;
	keyOf: (row: Row) => string | undefined;
}

/**
 * Reads a list whose pages are asked for by the key of a row: each row once, in the order of the
 * list. It ends when the answer says so, or, where it does not say, with a page that is not full.
 */
export async function readCursorList<Row>(source: CursorList<Row>): Promise<Row[]> {
	const { readPage, pageSize, wanted, direction, keyOf } = source;
	const isForwards = direction === 'forwards';
	const seen = new Set<string>();
	let rows: Row[] = [];
	let cursor = source.from;
	while (rows.length < wanted) {
		const limit = Math.min(pageSize, wanted - rows.length);
		const page = await readPage(cursor, limit);
		const fresh = takeNew(page.rows, seen, keyOf);
		rows = isForwards ? [...rows, ...fresh] : [...fresh, ...rows];
		const edge = isForwards ? page.rows.at(-1) : page.rows.at(0);
		if (edge === undefined || !(page.hasMore ?? page.rows.length >= limit)) break;
		const next = keyOf(edge);
		if (next === undefined || fresh.length === 0) throw repeated(rows.length);
		cursor = next;
	}
	return isForwards ? rows.slice(0, wanted) : rows.slice(Math.max(0, rows.length - wanted));
}
