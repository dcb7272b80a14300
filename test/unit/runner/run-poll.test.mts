import {
	type IDataObject,
	type IPollFunctions,
	NodeApiError,
	NodeOperationError,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { Failure, inputFailure } from '../../../nodes/shared/failure.ts';
import { type Poll, runPoll } from '../../../nodes/shared/runner/run-poll.ts';
import { errorOf } from '../support/fake-time.mts';
import { partialFake } from '../support/partial-fake.mts';
import { NODE } from '../support/scripted-api.mts';

interface Plan {
	mode?: WorkflowExecuteMode;
	nodeId?: string;
	/** Undefined before the workflow was saved for the first time. */
	workflowId?: string | undefined;
	stored?: IDataObject;
}

function context(plan: Plan = {}): IPollFunctions {
	const { mode = 'trigger', nodeId = 'n1', stored = {} } = plan;
	const id = 'workflowId' in plan ? plan.workflowId : 'w1';
	return partialFake<IPollFunctions>({
		getMode: () => mode,
		getNode: () => ({ ...NODE, id: nodeId }),
		getWorkflow: () => ({ ...(id === undefined ? {} : { id }), active: true }),
		getWorkflowStaticData: (type: string) => (type === 'node' ? stored : {}),
	});
}

const tellsOf =
	(...items: IDataObject[]) =>
	async () =>
		items;

/** Work that goes on until it is told to end. */
function lasting(items: IDataObject[] = [{ n: 1 }]) {
	let end = (): void => undefined;
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	let started = 0;
	const work = async (): Promise<IDataObject[]> => {
		started += 1;
		await ended;
		return items;
	};
	return { work, end, started: () => started };
}

describe('a poll', () => {
	it('hands on what was found', async () => {
		const found = await runPoll(context(), tellsOf({ sku: 'A' }, { sku: 'B' }));
		expect(found).toEqual([[{ json: { sku: 'A' } }, { json: { sku: 'B' } }]]);
	});

	it('that finds nothing starts nothing', async () => {
		expect(await runPoll(context(), tellsOf())).toBeNull();
	});

	it('works on what the node has stored, eight requests at once and with patience for 20 s', async () => {
		const stored = { told: 'something' };
		const polls: Poll[] = [];
		await runPoll(context({ stored }), async (poll) => {
			polls.push(poll);
			return [];
		});
		expect(polls[0]?.stored).toBe(stored);
		expect(polls[0]).toMatchObject({
			isTest: false,
			runtime: { pace: { limit: 8, patienceMs: 20_000 }, timeoutMs: 30_000 },
		});
	});

	it('from the editor is a test', async () => {
		const tests: boolean[] = [];
		await runPoll(context({ mode: 'manual' }), async ({ isTest }) => {
			tests.push(isTest);
			return [];
		});
		expect(tests).toEqual([true]);
	});
});

describe('while a poll is under way', () => {
	it.each<[string, Plan]>([
		['of a workflow', {}],
		['of a workflow that has no ID', { workflowId: undefined }],
	])('the next one %s gives way, and the one after works again', async (_what, plan) => {
		const { work, end, started } = lasting();
		const first = runPoll(context(plan), work);
		expect(await runPoll(context(plan), work)).toBeNull();
		expect(started()).toBe(1);
		end();
		expect(await first).toEqual([[{ json: { n: 1 } }]]);
		expect(await runPoll(context(plan), tellsOf({ n: 2 }))).toEqual([[{ json: { n: 2 } }]]);
	});

	it.each<[string, Plan]>([
		['another node of the workflow', { nodeId: 'n2' }],
		['the same node of another workflow', { workflowId: 'w2' }],
		['a test of the same node', { mode: 'manual' }],
	])('%s polls all the same', async (_what, plan) => {
		const { work, end } = lasting();
		const first = runPoll(context(), work);
		expect(await runPoll(context(plan), tellsOf({ n: 2 }))).toEqual([[{ json: { n: 2 } }]]);
		end();
		expect(await first).not.toBeNull();
	});

	it('a test that is over does not let another one in', async () => {
		const { work, end, started } = lasting();
		const first = runPoll(context(), work);
		await runPoll(context({ mode: 'manual' }), tellsOf());
		expect(await runPoll(context(), work)).toBeNull();
		expect(started()).toBe(1);
		end();
		await first;
	});

	it('tests do not give way to each other', async () => {
		const { work, end, started } = lasting();
		const both = [1, 2].map(async () => await runPoll(context({ mode: 'manual' }), work));
		expect(started()).toBe(2);
		end();
		expect(await Promise.all(both)).toEqual([[[{ json: { n: 1 } }]], [[{ json: { n: 1 } }]]]);
	});
});

describe('a poll that fails', () => {
	const limited = new Failure({
		kind: 'api',
		what: 'Flexport keeps asking to slow down (HTTP 429)',
		fix: "Try again later, or lower 'Requests at Once' in Options.",
		httpCode: '429',
		requestId: 'c-1',
		transient: true,
		retryAfterMs: 90_000,
	});
	const failing = (failure: unknown) => async (): Promise<IDataObject[]> => {
		throw failure;
	};

	it('says what the API said, what helps a trigger, and what n8n needs to wait', async () => {
		const error = await errorOf(runPoll(context(), failing(limited)));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Flexport keeps asking to slow down (HTTP 429)',
			description: expect.stringMatching(/Poll less often .*\(request id c-1\)$/),
			httpCode: '429',
			failure: { cause: 'rate-limited', retryAfterMs: 90_000 },
		});
	});

	it('for a parameter names it, and says that waiting will not help', async () => {
		const failure = inputFailure("'Margin' is -1", 'Give another.', 'Margin');
		const error = await errorOf(runPoll(context(), failing(failure)));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: "'Margin' is -1",
			description: 'Give another.',
			failure: { cause: 'configuration-invalid' },
		});
	});

	it('leaves what is stored as it was', async () => {
		const stored = { told: ['A'] };
		await errorOf(runPoll(context({ stored }), failing(limited)));
		expect(stored).toEqual({ told: ['A'] });
	});

	it('does not hinder the next one', async () => {
		await errorOf(runPoll(context(), failing(limited)));
		expect(await runPoll(context(), tellsOf({ n: 2 }))).not.toBeNull();
	});

	it('before anything was read does not hinder the next one either', async () => {
		const broken = partialFake<IPollFunctions>({
			...{ getMode: () => 'trigger' as const, getNode: () => NODE },
			getWorkflow: () => ({ id: 'w1', active: true }),
			getWorkflowStaticData: () => {
				throw new Error('The database is gone');
			},
		});
		await expect(runPoll(broken, tellsOf())).rejects.toThrow('The database is gone');
		expect(await runPoll(context({ nodeId: NODE.id }), tellsOf({ n: 2 }))).not.toBeNull();
	});
});
