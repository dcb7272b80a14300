import { ExpressionError, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { Failure, inputFailure } from '../../../nodes/shared/failure.ts';
import type { RunItem } from '../../../nodes/shared/runner/item.ts';
import { runItems } from '../../../nodes/shared/runner/run-items.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { executeContext } from '../support/execute-context.mts';
import { elapsed, errorOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, NODE, READ, scriptedApi } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const NOT_FOUND = new Failure({
	kind: 'api',
	what: 'Flexport did not find this (HTTP 404)',
	fix: 'Check the ID.',
	httpCode: '404',
});

/** Fails for some items, and takes as long as it is told. */
function failing(failures: Record<number, unknown>, takesMs: (index: number) => number): RunItem {
	return async ({ index }) => {
		await new Promise((resolve) => setTimeout(resolve, takesMs(index)));
		if (index in failures) throw failures[index];
		return [{ index }];
	};
}

describe('where the node continues on error', () => {
	it('an error item stands in its place and all other results stay', async () => {
		const context = executeContext({ count: 50, continueOnFail: true });
		const failures = { 3: NOT_FOUND, 49: inputFailure("'Name' is empty", 'Fill it in.', 'Name') };
		const run = failing(failures, (index) => (index * 37) % 200);
		const [items = []] = await finish(runItems(context, () => run));
		expect(items).toHaveLength(50);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 50 }, (_, item) => ({ item })),
		);
		const bad = items.flatMap(({ json }, index) => ('error' in json ? [index] : []));
		expect(bad).toEqual([3, 49]);
		expect(items[3]?.json.error).toBe('Flexport did not find this (HTTP 404) [item 3]');
		expect(items[49]?.json.error).toBe("'Name' is empty [item 49]");
	});

	it('all items may fail', async () => {
		const context = executeContext({ count: 3, continueOnFail: true });
		const run: RunItem = async () => {
			throw NOT_FOUND;
		};
		const [items = []] = await finish(runItems(context, () => run));
		expect(items.map(({ json }) => json.error)).toEqual([
			'Flexport did not find this (HTTP 404) [item 0]',
			'Flexport did not find this (HTTP 404) [item 1]',
			'Flexport did not find this (HTTP 404) [item 2]',
		]);
	});

	it('an item whose parameters cannot be read is an error item too', async () => {
		const context = executeContext({ count: 2, continueOnFail: true });
		const operationOf = (index: number): RunItem => {
			if (index === 0) throw new ExpressionError("Can't get data for expression");
			return async () => [{ index }];
		};
		const [items = []] = await finish(runItems(context, operationOf));
		expect(items[0]?.json.error).toBe("Can't get data for expression [item 0]");
		expect(items[1]?.json).toEqual({ index: 1 });
	});
});

describe('where the node does not continue', () => {
	it('starts no further item after the first failure, and lets those in flight finish', async () => {
		const started: number[] = [];
		const finished: number[] = [];
		const context = executeContext({ count: 20, options: { maxInFlight: 4 } });
		const run: RunItem = async ({ index }) => {
			started.push(index);
			await new Promise((resolve) => setTimeout(resolve, index === 1 ? 100 : 500));
			if (index === 1) throw NOT_FOUND;
			finished.push(index);
			return [{ index }];
		};
		await finish(errorOf(runItems(context, () => run)));
		expect(started).toEqual([0, 1, 2, 3]);
		expect(finished).toEqual([0, 2, 3]);
	});

	it('the error names the item, what to do, and how many items were finished', async () => {
		const context = executeContext({ count: 10, options: { maxInFlight: 1 } });
		const run = failing({ 6: NOT_FOUND }, () => 10);
		const error = await finish(errorOf(runItems(context, () => run)));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Flexport did not find this (HTTP 404) [item 6]',
			description: 'Check the ID. 6 of 10 items were finished.',
			httpCode: '404',
			context: { itemIndex: 6 },
		});
	});

	it('an item that finishes after the failure counts as finished', async () => {
		const context = executeContext({ count: 3, options: { maxInFlight: 3 } });
		const run = failing({ 0: NOT_FOUND }, (index) => 10 + index * 100);
		const error = await finish(errorOf(runItems(context, () => run)));
		expect(error).toMatchObject({ description: 'Check the ID. 2 of 3 items were finished.' });
	});

	it('one item alone says nothing of others', async () => {
		const run = failing({ 0: NOT_FOUND }, () => 10);
		const error = await finish(errorOf(runItems(executeContext(), () => run)));
		expect(error).toMatchObject({ description: 'Check the ID.' });
	});

	it('cuts the waits of the other items short, and names the cause, not the consequence', async () => {
		const context = executeContext({ count: 3, options: { maxInFlight: 3 } });
		const api = scriptedApi([answers(503, {}, { 'retry-after': '60' })]);
		const run: RunItem = async ({ index, runtime }) => {
			if (index === 2) {
				await new Promise((resolve) => setTimeout(resolve, 100));
				throw NOT_FOUND;
			}
			await send({ ...api.session, pace: runtime.pace, signal: runtime.signal }, READ);
			return [];
		};
		const error = await finish(errorOf(runItems(context, () => run)));
		expect(error).toMatchObject({ message: 'Flexport did not find this (HTTP 404) [item 2]' });
		expect(elapsed()).toBe(100);
		expect(api.sendings).toHaveLength(2);
	});

	it('of several failures the one of the first item is thrown', async () => {
		const context = executeContext({ count: 3, options: { maxInFlight: 3 } });
		const other = inputFailure('Something else', 'Do something.');
		const run = failing({ 0: other, 2: NOT_FOUND }, (index) => (index === 2 ? 10 : 50));
		const error = await finish(errorOf(runItems(context, () => run)));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Something else [item 0]' });
	});
});

it.each([
	['an expression', new ExpressionError("Can't get data", { description: 'Run the node first.' })],
	[
		'a node',
		new NodeOperationError(NODE, "Can't get data", { description: 'Run the node first.' }),
	],
])('an error of n8n itself keeps its words: of %s', async (_, thrown) => {
	const run: RunItem = async () => {
		throw thrown;
	};
	const error = await finish(errorOf(runItems(executeContext(), () => run)));
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: "Can't get data [item 0]",
		description: 'Run the node first.',
		context: { itemIndex: 0 },
	});
});
