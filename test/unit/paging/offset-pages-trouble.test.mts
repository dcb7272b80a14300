import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { Failure } from '../../../nodes/shared/failure.ts';
import { readOffsetList } from '../../../nodes/shared/paging/offset-pages.ts';
import { offsetServer, type Row, rowsOf } from '../support/offset-server.mts';

const keyOf = (row: Row) => row.sku;

async function readAll(readPage: (offset: number, limit: number) => Promise<readonly Row[]>) {
	return await readOffsetList({ readPage, pageSize: 100, wanted: Infinity, keyOf });
}

/** Fails the test instead of running for ever. */
function atMost<T>(most: number, readPage: () => T): () => Promise<T> {
	let asked = 0;
	return async () => {
		if (++asked > most) throw new Error(`Asked for more than ${most} pages`);
		return readPage();
	};
}

describe('a server that ignores the offset', () => {
	const REPEATS = {
		facts: {
			kind: 'api',
			what: expect.stringMatching(/^The list repeats itself after \d+ rows/),
			fix: expect.stringContaining("'Limit'"),
			transient: true,
		},
	};

	it.each([1, 7, 100, 300])('is not asked for ever: pages of %d rows', async (size) => {
		const reading = readAll(atMost(20, () => rowsOf(size)));
		await expect(reading).rejects.toBeInstanceOf(Failure);
		await expect(reading).rejects.toMatchObject(REPEATS);
	});

	it('is not asked for ever where its rows have nothing to tell them apart', async () => {
		const readPage = atMost(200, () => rowsOf(100));
		const reading = readOffsetList({
			readPage,
			pageSize: 100,
			wanted: Infinity,
			keyOf: () => undefined,
		});
		await expect(reading).rejects.toMatchObject(REPEATS);
	});

	it('still gives what one page holds, if no more is wanted', async () => {
		const readPage = atMost(1, () => rowsOf(100));
		const got = await readOffsetList({ readPage, pageSize: 100, wanted: 30, keyOf });
		expect(got).toEqual(rowsOf(30));
	});
});

it('a server that ignores the limit gives no row twice and none is skipped', async () => {
	const rows = rowsOf(1000);
	const readPage = async (offset: number) => rows.slice(offset, offset + 130);
	const got = await readOffsetList({ readPage, pageSize: 50, wanted: 600, keyOf });
	expect(got).toEqual(rows.slice(0, 600));
});

it('rows without a key are all given', async () => {
	const server = offsetServer({ count: 230 });
	const got = await readOffsetList({
		readPage: server.readPage,
		pageSize: 100,
		wanted: Infinity,
		keyOf: () => undefined,
	});
	expect(got).toEqual(rowsOf(230));
});

describe('a list that changes while it is read', () => {
	const change = fc.record({
		count: fc.integer({ min: 1, max: 800 }),
		cap: fc.integer({ min: 20, max: 120 }),
		after: fc.integer({ min: 1, max: 8 }),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		added: fc.integer({ min: 0, max: 15 }),
		removed: fc.integer({ min: 0, max: 15 }),
	});

	it('gives no row twice, and all that were there the whole time unless others were removed', async () => {
		await fc.assert(
			fc.asyncProperty(change, async ({ count, cap, after, at, added, removed }) => {
				const server = offsetServer({
					count,
					cap,
					afterAnswer: (rows, answered) => {
						if (answered !== after || rows.length > count) return;
						const fresh = Array.from({ length: added }, (_, n) => ({ sku: `N${n}` }));
						rows.splice(Math.floor(at * rows.length), removed, ...fresh);
					},
				});
				const got = (await readAll(server.readPage)).map(keyOf);
				expect(new Set(got).size).toBe(got.length);
				if (removed === 0) expect(got).toEqual(expect.arrayContaining(rowsOf(count).map(keyOf)));
			}),
			{ seed: 20260115, numRuns: extent(400) },
		);
	});

	it.each([1, 37, 100, 230])(
		'a row that is put in front of those already read is no failure (list of %d)',
		async (count) => {
			const lastPage = Math.ceil(count / 100);
			const server = offsetServer({
				count,
				afterAnswer: (rows, answered) => {
					if (answered === lastPage) rows.unshift({ sku: 'NEW' });
				},
			});
			expect(await readAll(server.readPage)).toEqual(rowsOf(count));
		},
	);

	it('rows that are put behind those already read are given too', async () => {
		const server = offsetServer({
			count: 100,
			afterAnswer: (rows, answered) => {
				if (answered === 1) rows.push({ sku: 'NEW' });
			},
		});
		expect(await readAll(server.readPage)).toEqual([...rowsOf(100), { sku: 'NEW' }]);
	});
});

describe('a page that fails', () => {
	it.each([0, 1, 3, 6])('is the failure of the list: page %d', async (bad) => {
		const server = offsetServer({ count: 1000 });
		const failure = new Failure({ kind: 'api', what: 'Not now', fix: 'Later.' });
		const readPage = async (offset: number, limit: number) => {
			if (offset === bad * 100) throw failure;
			return await server.readPage(offset, limit);
		};
		await expect(readAll(readPage)).rejects.toBe(failure);
	});

	it('asks for no page behind those that were under way', async () => {
		const server = offsetServer({ count: 5000 });
		const readPage = async (offset: number, limit: number) => {
			const page = await server.readPage(offset, limit);
			if (offset === 200) throw new Error('Not now');
			return page;
		};
		await expect(readAll(readPage)).rejects.toThrow('Not now');
		expect(Math.max(...server.asked.map(({ offset }) => offset))).toBe(400);
	});
});
