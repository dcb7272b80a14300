import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { readTokenList, type TokenPage } from '../../../nodes/shared/paging/token-pages.ts';

/** A list that hands out a token for each next page, and ends the test if it is read for ever. */
function tokenServer(pages: readonly number[][], tokenOf = (page: number) => `t${page}`) {
	const asked: Array<string | undefined> = [];
	const readPage = async (token: string | undefined): Promise<TokenPage<number>> => {
		asked.push(token);
		if (asked.length > 500) throw new Error('The list is read for ever');
		const page = pages.findIndex(
			(_, index) => (index === 0 ? undefined : tokenOf(index)) === token,
		);
		const rows = pages[page];
		if (!rows) throw new Error(`Nobody gave the token ${token}`);
		return { rows, next: page + 1 < pages.length ? tokenOf(page + 1) : undefined };
	};
	return { readPage, asked };
}

/** Keeps the rows in the order in which they come, each once. */
function collector() {
	const rows: number[] = [];
	const take = (page: readonly number[]): number => {
		rows.push(...page.filter((row) => !rows.includes(row)));
		return rows.length;
	};
	return { rows, take };
}

const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });
const wantedRows = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 300 }));

/** Pages of these sizes that hold 0, 1, 2, ... */
function pagesOf(pageSizes: readonly number[]): number[][] {
	let next = 0;
	return pageSizes.map((size) => Array.from({ length: size }, () => next++));
}

it('gives every row once and in order, over pages of any size, empty ones too', async () => {
	await fc.assert(
		fc.asyncProperty(sizes, async (pageSizes) => {
			const pages = pagesOf(pageSizes);
			const { readPage, asked } = tokenServer(pages);
			const { rows, take } = collector();
			await readTokenList({ readPage, wanted: Infinity }, take);
			expect(rows).toEqual(pages.flat());
			expect(asked).toEqual(pages.map((_, page) => (page === 0 ? undefined : `t${page}`)));
		}),
		{ seed: 20260115, numRuns: extent(300) },
	);
});

it('reads no page more than it needs for what is wanted', async () => {
	await fc.assert(
		fc.asyncProperty(sizes, wantedRows, async (pageSizes, wanted) => {
			const pages = pagesOf(pageSizes);
			const { readPage, asked } = tokenServer(pages);
			const { rows, take } = collector();
			await readTokenList({ readPage, wanted }, take);
			expect(rows.slice(0, wanted)).toEqual(pages.flat().slice(0, wanted));
			const without = pages.slice(0, asked.length - 1).flat();
			expect(without.length).toBeLessThan(wanted);
		}),
		{ seed: 20260115, numRuns: extent(300) },
	);
});

it('ends where a token comes again, whichever page it leads back to', async () => {
	const plan = sizes.chain((pageSizes) =>
		fc.record({
			pages: fc.constant(pagesOf(pageSizes)),
			back: fc.integer({ min: 1, max: pageSizes.length }),
		}),
	);
	await fc.assert(
		fc.asyncProperty(plan, async ({ pages, back }) => {
			const { readPage, asked } = tokenServer(pages);
			const circling = async (token: string | undefined) => {
				const page = await readPage(token);
				return { ...page, next: page.next ?? (back < pages.length ? `t${back}` : undefined) };
			};
			const { rows, take } = collector();
			await readTokenList({ readPage: circling, wanted: Infinity }, take);
			expect(rows).toEqual(pages.flat());
			expect(asked).toHaveLength(pages.length);
		}),
		{ seed: 20260115, numRuns: extent(300) },
	);
});

it('ends where a page points to itself', async () => {
	const asked: unknown[] = [];
	const readPage = async (token: string | undefined) => {
		asked.push(token);
		return { rows: [asked.length], next: 'same' };
	};
	const { rows, take } = collector();
	await readTokenList({ readPage, wanted: Infinity }, take);
	expect(asked).toEqual([undefined, 'same']);
	expect(rows).toEqual([1, 2]);
});

it('starts where a token points to, and knows it when it comes again', async () => {
	const { readPage, asked } = tokenServer([[0], [1], [2]]);
	const { rows, take } = collector();
	const circling = async (token: string | undefined) => {
		const page = await readPage(token);
		return { ...page, next: page.next ?? 't1' };
	};
	await readTokenList({ readPage: circling, wanted: Infinity, token: 't1' }, take);
	expect(asked).toEqual(['t1', 't2']);
	expect(rows).toEqual([1, 2]);
});

it('counts what is new, and not what comes', async () => {
	const { readPage, asked } = tokenServer([[1, 2], [1, 2], [2, 3], [4]]);
	const { rows, take } = collector();
	await readTokenList({ readPage, wanted: 3 }, take);
	expect(rows).toEqual([1, 2, 3]);
	expect(asked).toHaveLength(3);
});

it('a page that cannot be read ends the list with its failure', async () => {
	const readPage = async (token: string | undefined): Promise<TokenPage<number>> => {
		if (token !== undefined) throw new Error('cut');
		return { rows: [1], next: 't1' };
	};
	const { rows, take } = collector();
	await expect(readTokenList({ readPage, wanted: Infinity }, take)).rejects.toThrow('cut');
	expect(rows).toEqual([1]);
});
