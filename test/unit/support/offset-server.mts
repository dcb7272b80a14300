/** A row of a list that is read page by page. */
export interface Row {
	sku: string;
}

export interface OffsetServer {
	readPage: (offset: number, limit: number) => Promise<readonly Row[]>;
	/** The requests in the order in which they came. */
	asked: Array<{ offset: number; limit: number }>;
	mostAtOnce: () => number;
	/** The list as it stands. */
	rows: Row[];
}

export interface OffsetServerPlan {
	count: number;
	/** Rows that a page holds at most, whatever is asked. */
	cap?: number;
	/** Requests after which the test is ended: a list that is read for ever must not hang it. */
	most?: number;
	/** What happens to the list once a request has been answered. */
	afterAnswer?: (rows: Row[], answered: number) => void;
}

export function rowsOf(count: number): Row[] {
	return Array.from({ length: count }, (_, index) => ({ sku: `S${index}` }));
}

/** A list in memory that is read with offset and limit, one turn of the event loop for each page. */
export function offsetServer({
	count,
	cap = 100,
	most = 5000,
	afterAnswer = () => {},
}: OffsetServerPlan): OffsetServer {
	const rows = rowsOf(count);
	const asked: OffsetServer['asked'] = [];
	let running = 0;
	let atOnce = 0;
	return {
		rows,
		asked,
		mostAtOnce: () => atOnce,
		readPage: async (offset, limit) => {
			asked.push({ offset, limit });
			if (asked.length > most) throw new Error(`The list was asked for more than ${most} pages`);
			atOnce = Math.max(atOnce, ++running);
			await Promise.resolve();
			const page = rows.slice(offset, offset + Math.min(limit, cap));
			afterAnswer(rows, asked.length);
			running -= 1;
			return page;
		},
	};
}
