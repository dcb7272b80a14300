import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { readOffsetList } from '../../../nodes/shared/paging/offset-pages.ts';
import { type OffsetServer, offsetServer, type Row, rowsOf } from '../support/offset-server.mts';

const keyOf = (row: Row) => row.sku;

async function read(server: OffsetServer, wanted: number, pageSize = 100): Promise<Row[]> {
	return await readOffsetList({ readPage: server.readPage, pageSize, wanted, keyOf });
}

const plan = fc.record({
	count: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1500 })),
	cap: fc.integer({ min: 1, max: 120 }),
	pageSize: fc.integer({ min: 1, max: 120 }),
	wanted: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 1600 })),
});

it('gives the same rows in the same order, none twice and none skipped, and stops', async () => {
	await fc.assert(
		fc.asyncProperty(plan, async ({ count, cap, pageSize, wanted }) => {
			const server = offsetServer({ count, cap });
			expect(await read(server, wanted, pageSize)).toEqual(rowsOf(Math.min(count, wanted)));
		}),
		{ seed: 20260115, numRuns: extent(500) },
	);
});

it('asks for at most eight pages more than there are rows for, and eight at once', async () => {
	await fc.assert(
		fc.asyncProperty(plan, async ({ count, cap, pageSize, wanted }) => {
			const server = offsetServer({ count, cap });
			await read(server, wanted, pageSize);
			const perPage = Math.min(cap, pageSize, wanted);
			const needed = Math.ceil(Math.min(count, wanted) / perPage);
			expect(server.asked.length).toBeLessThanOrEqual(needed + 8);
			expect(server.mostAtOnce()).toBeLessThanOrEqual(8);
		}),
		{ seed: 20260115, numRuns: extent(500) },
	);
});

it('a server whose pages differ in size loses no row either', async () => {
	const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(sizes, fc.integer({ min: 0, max: 500 }), async (caps, count) => {
			const rows = rowsOf(count);
			let asked = 0;
			const readPage = async (offset: number, limit: number) => {
				const cap = caps[asked++ % caps.length] ?? 1;
				return rows.slice(offset, offset + Math.min(limit, cap));
			};
			const got = await readOffsetList({ readPage, pageSize: 30, wanted: Infinity, keyOf });
			expect(got).toEqual(rows);
		}),
		{ seed: 20260115, numRuns: extent(300) },
	);
});

it.each([
	[0, [0]],
	[1, [0, 1]],
	[99, [0, 99]],
	[100, [0, 100, 200, 300, 400]],
	[250, [0, 100, 200, 300, 400, 250]],
])('a list of %d rows is asked for at the offsets %j', async (count, offsets) => {
	const server = offsetServer({ count });
	await read(server, Infinity);
	expect(server.asked.map(({ offset }) => offset)).toEqual(offsets);
});

it.each([
	[1, [[0, 1]]],
	[50, [[0, 50]]],
	[100, [[0, 100]]],
	[
		101,
		[
			[0, 100],
			[100, 100],
		],
	],
	[
		250,
		[
			[0, 100],
			[100, 100],
			[200, 100],
		],
	],
])('for %d of 1,000 rows no page is asked for that is not needed', async (wanted, pages) => {
	const server = offsetServer({ count: 1000 });
	expect(await read(server, wanted)).toHaveLength(wanted);
	expect(server.asked.map(({ offset, limit }) => [offset, limit])).toEqual(pages);
});

it('reads no page ahead before it knows that the first one is full', async () => {
	const server = offsetServer({ count: 3 });
	await read(server, Infinity);
	expect(server.mostAtOnce()).toBe(1);
});

it('reads four pages at once, and eight in a long list', async () => {
	const server = offsetServer({ count: 1234 });
	expect(await read(server, Infinity)).toHaveLength(1234);
	expect(server.mostAtOnce()).toBe(8);
	const shorter = offsetServer({ count: 400 });
	expect(await read(shorter, Infinity)).toHaveLength(400);
	expect(shorter.mostAtOnce()).toBe(4);
});

it('learns the cap of a server from two pages of the same size, and then reads ahead', async () => {
	const server = offsetServer({ count: 500, cap: 50 });
	await read(server, Infinity);
	expect(server.asked.slice(0, 4)).toEqual([
		{ offset: 0, limit: 100 },
		{ offset: 50, limit: 100 },
		{ offset: 100, limit: 50 },
		{ offset: 150, limit: 50 },
	]);
	expect(server.mostAtOnce()).toBe(8);
});

it('a page that comes later than those behind it stays in its place', async () => {
	const rows = rowsOf(1000);
	const readPage = async (offset: number, limit: number) => {
		// The earlier the page, the later it comes.
		for (let turn = offset; turn < 1000; turn += 50) await Promise.resolve();
		return rows.slice(offset, offset + limit);
	};
	const got = await readOffsetList({ readPage, pageSize: 100, wanted: Infinity, keyOf });
	expect(got).toEqual(rows);
});
