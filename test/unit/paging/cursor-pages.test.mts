import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { Failure } from '../../../nodes/shared/failure.ts';
import { readCursorList, type CursorList } from '../../../nodes/shared/paging/cursor-pages.ts';

type Row = { key: string };

interface ServerPlan {
	/** False: the answer does not say whether the list goes on. */
	saysMore?: boolean;
	/** Happens after so many pages were given. */
	after?: (pages: number, rows: Row[]) => void;
	/** Rows that a page holds at most, whatever is asked for. */
	cap?: number;
}

const rowsOf = (count: number): Row[] =>
	Array.from({ length: count }, (_, index) => ({ key: `r${index}` }));

/** A list, newest first, that is read by the key of a row; a page before a row is the one just before it. */
function cursorServer(rows: Row[], { saysMore = true, after, cap = Infinity }: ServerPlan = {}) {
	const asked: Array<[cursor: string | undefined, limit: number]> = [];
	const read =
		(direction: CursorList<Row>['direction']): CursorList<Row>['readPage'] =>
		async (cursor, limit) => {
			asked.push([cursor, limit]);
			if (asked.length > 500) throw new Error('The list is read for ever');
			const at = rows.findIndex(({ key }) => key === cursor);
			if (cursor !== undefined && at < 0) throw new Error(`No row has the key ${cursor}`);
			const size = Math.min(limit, cap);
			const rest = direction === 'forwards' ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at));
			const page = direction === 'forwards' ? rest.slice(0, size) : rest.slice(-size);
			after?.(asked.length, rows);
			return { rows: page, hasMore: saysMore ? rest.length > page.length : undefined };
		};
	return { read, asked };
}

type Plan = Partial<Pick<CursorList<Row>, 'wanted' | 'pageSize' | 'direction' | 'from'>>;

async function keys(
	{ read }: ReturnType<typeof cursorServer>,
	{ direction = 'forwards', wanted = Infinity, pageSize = 10, from }: Plan = {},
): Promise<string[]> {
	const readPage = read(direction);
	const keyOf = ({ key }: Row) => key;
	const found = await readCursorList({ readPage, pageSize, wanted, direction, from, keyOf });
	return found.map(keyOf);
}

const counts = fc.integer({ min: 0, max: 120 });
const sizes = fc.integer({ min: 1, max: 15 });
const wantedRows = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 150 }));
const RUNS = { seed: 20260115, numRuns: extent(300) };

it('gives every row once and in order, forwards, whether or not the answers say that there is more', async () => {
	await fc.assert(
		fc.asyncProperty(
			counts,
			sizes,
			wantedRows,
			fc.boolean(),
			async (count, pageSize, wanted, saysMore) => {
				const rows = rowsOf(count);
				const server = cursorServer(rows, { saysMore });
				const expected = rows.map(({ key }) => key).slice(0, wanted);
				expect(await keys(server, { pageSize, wanted })).toEqual(expected);
			},
		),
		RUNS,
	);
});

it('gives what stands before a row, once and in the order of the list, backwards', async () => {
	const plan = fc.integer({ min: 1, max: 120 }).chain((count) =>
		fc.record({
			count: fc.constant(count),
			at: fc.integer({ min: 0, max: count - 1 }),
			pageSize: sizes,
			wanted: wantedRows,
			saysMore: fc.boolean(),
		}),
	);
	await fc.assert(
		fc.asyncProperty(plan, async ({ count, at, pageSize, wanted, saysMore }) => {
			const rows = rowsOf(count);
			const server = cursorServer(rows, { saysMore });
			const before = rows.map(({ key }) => key).slice(0, at);
			const expected = before.slice(Math.max(0, before.length - wanted));
			const from = `r${at}`;
			expect(await keys(server, { direction: 'backwards', pageSize, wanted, from })).toEqual(
				expected,
			);
		}),
		RUNS,
	);
});

it('asks for no more rows than are wanted, and for no page after that', async () => {
	const server = cursorServer(rowsOf(100));
	await keys(server, { wanted: 25 });
	expect(server.asked).toEqual([
		[undefined, 10],
		['r9', 10],
		['r19', 5],
	]);
});

it('asks once more after a last page that is full, where the answers do not say that it is the last', async () => {
	const full = cursorServer(rowsOf(20), { saysMore: false });
	expect(await keys(full)).toHaveLength(20);
	expect(full.asked).toHaveLength(3);
	const said = cursorServer(rowsOf(20));
	expect(await keys(said)).toHaveLength(20);
	expect(said.asked).toHaveLength(2);
});

it('goes on after a page that is not full where the answer says that there is more', async () => {
	const server = cursorServer(rowsOf(20), { cap: 3 });
	expect(await keys(server)).toHaveLength(20);
});

it('an empty list is one request and no row', async () => {
	const server = cursorServer([]);
	expect(await keys(server)).toEqual([]);
	expect(server.asked).toHaveLength(1);
});

it('rows that come in front while the list is read push none of the others out', async () => {
	const rows = rowsOf(30);
	const expected = rows.map(({ key }) => key);
	const after = (pages: number) => void rows.unshift({ key: `new${pages}` });
	const server = cursorServer(rows, { after });
	expect(await keys(server)).toEqual(expected);
});

it('rows that come in front while the list is read backwards are read as well', async () => {
	const rows = rowsOf(30);
	const after = (pages: number) => {
		if (pages <= 2) rows.unshift({ key: `new${pages}` });
	};
	const server = cursorServer(rows, { after });
	const found = await keys(server, { direction: 'backwards', from: 'r29' });
	expect(found).toEqual(['new2', 'new1', ...rowsOf(29).map(({ key }) => key)]);
});

it('a row that comes again is given once', async () => {
	const pages: Record<string, Row[]> = {
		'': [{ key: 'a' }, { key: 'b' }],
		b: [{ key: 'b' }, { key: 'c' }],
		c: [],
	};
	const readPage = async (cursor: string | undefined) => {
		const rows = pages[cursor ?? ''] ?? [];
		return { rows, hasMore: rows.length > 0 };
	};
	const found = await readCursorList({
		readPage,
		pageSize: 2,
		wanted: Infinity,
		direction: 'forwards',
		keyOf: ({ key }: Row) => key,
	});
	expect(found.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

describe('a list that cannot be read to its end', () => {
	const endless = (rows: Row[]) => {
		let pages = 0;
		const readPage = async () => {
			pages += 1;
			if (pages > 50) throw new Error('The list is read for ever');
			return { rows, hasMore: true };
		};
		return readCursorList({
			readPage,
			pageSize: 2,
			wanted: Infinity,
			direction: 'forwards',
			keyOf: ({ key }: Row) => key || undefined,
		});
	};

	it('because it repeats itself is told', async () => {
		await expect(endless([{ key: 'a' }, { key: 'b' }])).rejects.toThrow(
			new Failure({
				kind: 'api',
				what: 'The list repeats itself after 2 rows, so it cannot be read to its end',
				fix: '',
			}),
		);
	});

	it('because its rows have no key is told, and not read for ever', async () => {
		await expect(endless([{ key: '' }, { key: '' }])).rejects.toThrow(Failure);
	});

	it('but says that it goes on after an empty page ends there', async () => {
		expect(await endless([])).toEqual([]);
	});
});

it('a page that cannot be read ends the list with its failure', async () => {
	const server = cursorServer(rowsOf(30), {
		after: (pages) => {
			if (pages === 2) throw new Error('cut');
		},
	});
	await expect(keys(server)).rejects.toThrow('cut');
	expect(server.asked).toHaveLength(2);
});
