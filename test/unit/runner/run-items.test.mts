import fc from 'fast-check';
import type { RunItem } from '../../../nodes/shared/runner/item.ts';
import { runItems } from '../../../nodes/shared/runner/run-items.ts';
import { executeContext } from '../support/execute-context.mts';
import { finish, useFakeTime, useRealTime } from '../support/fake-time.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

async function delay(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

/** An operation that counts how many of it run at the same time. */
function counted(operation: RunItem): { run: RunItem; most: () => number; started: number[] } {
	let running = 0;
	let most = 0;
	const started: number[] = [];
	return {
		started,
		most: () => most,
		run: async (item) => {
			started.push(item.index);
			most = Math.max(most, ++running);
			try {
				return await operation(item);
			} finally {
				running -= 1;
			}
		},
	};
}

it('gives the results in input order and paired with their items, however long each takes', async () => {
	const plan = fc.record({
		delays: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 80 }),
		maxInFlight: fc.integer({ min: 1, max: 40 }),
		continueOnFail: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(plan, async ({ delays, maxInFlight, continueOnFail }) => {
			const context = executeContext({
				count: delays.length,
				options: { maxInFlight },
				continueOnFail,
			});
			const run: RunItem = async ({ index }) => {
				await delay(delays[index] ?? 0);
				return [{ index }];
			};
			const [items] = await finish(runItems(context, () => run));
			expect(items).toEqual(
				delays.map((_, index) => ({ json: { index }, pairedItem: { item: index } })),
			);
		}),
		{ seed: 20260115, numRuns: 60 },
	);
});

it('pairs each of several results of one item with that item', async () => {
	const run: RunItem = async ({ index }) => [
		{ part: 'a', index },
		{ part: 'b', index },
	];
	const [items] = await finish(runItems(executeContext({ count: 2 }), () => run));
	expect(items).toEqual([
		{ json: { part: 'a', index: 0 }, pairedItem: { item: 0 } },
		{ json: { part: 'b', index: 0 }, pairedItem: { item: 0 } },
		{ json: { part: 'a', index: 1 }, pairedItem: { item: 1 } },
		{ json: { part: 'b', index: 1 }, pairedItem: { item: 1 } },
	]);
});

it('an item that gives nothing leaves no gap', async () => {
	const run: RunItem = async ({ index }) => (index === 1 ? [] : [{ index }]);
	const [items] = await finish(runItems(executeContext({ count: 3 }), () => run));
	expect(items?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
});

it('gives one output, empty where nothing came in', async () => {
	expect(await finish(runItems(executeContext({ count: 0 }), () => async () => [{}]))).toEqual([
		[],
	]);
});

it.each([
	[1, 1],
	[3, 3],
	[32, 20],
])('runs no more than %d items at once (of 20: %d)', async (maxInFlight, most) => {
	const operation = counted(async () => {
		await delay(100);
		return [];
	});
	const context = executeContext({ count: 20, options: { maxInFlight } });
	await finish(runItems(context, () => operation.run));
	expect(operation.most()).toBe(most);
	expect(operation.started).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

it('reads the operation for each item, because an expression may differ', async () => {
	const operationOf = (index: number): RunItem => {
		const name = index % 2 === 0 ? 'create' : 'get';
		return async () => [{ name }];
	};
	const [items] = await finish(runItems(executeContext({ count: 3 }), operationOf));
	expect(items?.map(({ json }) => json.name)).toEqual(['create', 'get', 'create']);
});

it('all items share one pace, one signal and the time limit', async () => {
	const runtimes = new Set<unknown>();
	const context = executeContext({ count: 5, options: { maxInFlight: 4, timeout: 7 } });
	const run: RunItem = async ({ runtime }) => {
		runtimes.add(runtime);
		return [{ timeoutMs: runtime.timeoutMs, limit: runtime.pace.limit }];
	};
	const [items] = await finish(runItems(context, () => run));
	expect(runtimes.size).toBe(1);
	expect(items?.[0]?.json).toEqual({ timeoutMs: 7000, limit: 4 });
});
