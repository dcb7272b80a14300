import { repeated, takeNew } from './seen-rows';

export interface OffsetList<Row> {
	/** Reads one page; may give fewer rows than asked for. */
	readPage: (offset: number, limit: number) => Promise<readonly Row[]>;
	/** Rows that one page can hold. */
	pageSize: number;
	/** How many rows are wanted; Infinity for all. */
	wanted: number;
	/** What tells one row from another, if the row has it. */
	keyOf: (row: Row) => string | undefined;
}

/** Pages read at once: fewer at first, so that little is read behind the end of a short list. */
const AT_ONCE = { first: 4, then: 8 };

/**
 * Reads an offset list to its end, some pages at a time, in order, no row twice and none skipped.
 *
 * Only an empty page is the end (Products API: "There are no more results if an empty page is
 * returned"), and a cap may make pages smaller than asked. So the pages read ahead are used only as
 * long as each page is as full as the first; after a shorter one the list goes on right behind its
 * last row.
 */
export async function readOffsetList<Row>(source: OffsetList<Row>): Promise<Row[]> {
	const rows: Row[] = [];
	const seen = new Set<string>();
	let step = Math.min(source.pageSize, source.wanted);
	let offset = 0;
	let ahead = 1;
	let before = 0;
	let stale = 0;
	let last = '';
	while (rows.length < source.wanted) {
		const pages = await readAhead(source, offset, step, ahead, source.wanted - rows.length);
		let size = 0;
		for (const page of pages) {
			size = page.length;
			if (size === 0) return rows;
			const fresh = takeNew(page, seen, source.keyOf);
			// A list that grew in front shows rows again, for a page; a server that ignores the offset
			// does so for ever.
			const shown = JSON.stringify(page);
			stale = fresh.length === 0 || shown === last ? stale + 1 : 0;
			last = shown;
			if (stale > 1) throw repeated(offset);
			rows.push(...fresh);
			offset += size;
			if (size !== step) break;
		}
		// Two pages of the same size that is less than asked: that is the server's cap.
		if (size === before) step = size;
		ahead = size !== step ? 1 : ahead === 1 ? AT_ONCE.first : AT_ONCE.then;
		before = size;
	}
	return rows.slice(0, source.wanted);
}

async function readAhead<Row>(
	{ readPage }: OffsetList<Row>,
	offset: number,
	step: number,
	ahead: number,
	missing: number,
): Promise<Array<readonly Row[]>> {
	const count = Math.max(1, Math.min(ahead, Math.ceil(missing / step)));
	const starts = Array.from({ length: count }, (_, index) => offset + index * step);
	return await Promise.all(starts.map(async (start) => await readPage(start, step)));
}
