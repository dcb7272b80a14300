import type { INodeExecutionData } from 'n8n-workflow';
import type { RunItem } from '../../../nodes/shared/runner/item.ts';
import { runItems } from '../../../nodes/shared/runner/run-items.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { type ContextPlan, executeContext } from '../support/execute-context.mts';
import { elapsed, errorOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { asksToWait, READ, type ScriptedApi, scriptedApi } from '../support/scripted-api.mts';

let cancel: AbortController;
let api: ScriptedApi;
beforeEach(() => {
	useFakeTime();
	cancel = new AbortController();
	api = scriptedApi([asksToWait('60')]);
});
afterEach(useRealTime);

/** Each item makes one request, which is told to wait a minute. */
function start(plan: ContextPlan): Promise<INodeExecutionData[][]> {
	const run: RunItem = async ({ runtime }) => {
		await send({ ...api.session, pace: runtime.pace, signal: runtime.signal }, READ);
		return [{}];
	};
	return runItems(executeContext({ ...plan, cancel: cancel.signal }), () => run);
}

async function cancelAt(milliseconds: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(milliseconds);
	cancel.abort();
}

it('ends during a wait of a minute at once, and sends nothing more', async () => {
	const failed = errorOf(start({ count: 100, options: { maxInFlight: 2 } }));
	await cancelAt(500);
	await failed;
	expect(elapsed()).toBe(500);
	await jest.runAllTimersAsync();
	expect(api.sendings).toHaveLength(2);
	expect(jest.getTimerCount()).toBe(0);
});

it('says that the work was stopped', async () => {
	const failed = errorOf(start({ count: 3, options: { maxInFlight: 2 } }));
	await cancelAt(500);
	expect(await failed).toMatchObject({
		message: 'The work was stopped before this item was finished [item 0]',
		description: 'Run the workflow again when you are ready. 0 of 3 items were finished.',
	});
});

it('gives an error item for each item that was not finished, where the node continues', async () => {
	const done = start({ count: 100, options: { maxInFlight: 2 }, continueOnFail: true });
	await cancelAt(500);
	const [items = []] = await done;
	expect(items.map(({ json }) => json.error)).toEqual(
		Array.from(
			{ length: 100 },
			(_, item) => `The work was stopped before this item was finished [item ${item}]`,
		),
	);
});

it('starts no item of an execution that was cancelled before', async () => {
	cancel.abort();
	const run = jest.fn<ReturnType<RunItem>, Parameters<RunItem>>();
	const context = executeContext({ count: 3, continueOnFail: true, cancel: cancel.signal });
	const [items] = await finish(runItems(context, () => run));
	expect(run).not.toHaveBeenCalled();
	expect(items).toHaveLength(3);
});

it('does not pass a part of the items on as if they were all', async () => {
	const context = executeContext({
		count: 3,
		options: { maxInFlight: 1 },
		cancel: cancel.signal,
	});
	const run: RunItem = async ({ index }) => {
		if (index === 1) cancel.abort();
		return [{ index }];
	};
	expect(await finish(errorOf(runItems(context, () => run)))).toMatchObject({
		message: 'The work was stopped before this item was finished [item 2]',
		description: expect.stringContaining('2 of 3 items were finished.'),
	});
});

it('an n8n that gives no cancel signal runs all the same', async () => {
	const context = executeContext({ count: 2, cancel: undefined });
	const [items] = await finish(runItems(context, () => async ({ index }) => [{ index }]));
	expect(items).toHaveLength(2);
});
