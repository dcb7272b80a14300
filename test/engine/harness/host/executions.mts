import { setMaxListeners } from 'node:events';
import type {
	ExecutionError,
	IDataObject,
	INode,
	INodeExecutionData,
	IRunExecutionData,
	IWorkflowBase,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor } from '../additional-data.mts';
import { execute } from '../execution.mts';
import { n8nCore, n8nWorkflow } from '../n8n.mts';
import { type RunResult, runResult } from '../result.mts';
import type { Instance } from './instance.mts';

export interface Start {
	base: IWorkflowBase;
	node: INode;
	mode: WorkflowExecuteMode;
	items: INodeExecutionData[][];
	/** What webhook() threw: n8n then records an execution that has failed at the trigger. */
	failure?: Error;
}

export interface Started {
	result: Promise<RunResult>;
}

interface Execution {
	items: INodeExecutionData[];
	/** Not there, if the items were only collected. */
	result?: Promise<RunResult>;
	finished?: RunResult;
}

/** The executions that triggers have started. */
export class Executions {
	private readonly instance: Instance;
	private readonly all: Execution[] = [];
	private readonly underWay = new Set<Promise<unknown>>();
	private readonly holds = new Set<Promise<void>>();
	private readonly cancellation = new AbortController();

	constructor(instance: Instance) {
		this.instance = instance;
		// Each execution that is held or runs listens to it.
		setMaxListeners(0, this.cancellation.signal);
	}

	get results(): Array<Promise<RunResult>> {
		return this.all.flatMap(({ result }) => result ?? []);
	}

	/** What the trigger put out, or what a node put out in the executions that are finished. */
	outputs(node?: string): IDataObject[] {
		const items = this.all.flatMap(({ items, finished }) =>
			node === undefined ? items : (finished?.items(node) ?? []),
		);
		return items.map(({ json }) => json);
	}

	/** Lets every execution wait once its trigger is done, until the function it returns is called. */
	hold(): () => void {
		let open = () => {};
		const held = new Promise<void>((resolve) => {
			open = resolve;
		});
		this.holds.add(held);
		return () => {
			this.holds.delete(held);
			open();
		};
	}

	/** Remembers a call of the trigger until it is done. */
	track<T>(call: Promise<T>): Promise<T> {
		const forget = () => this.underWay.delete(call);
		this.underWay.add(call);
		call.then(forget, forget);
		return call;
	}

	/** All results, once no call of the trigger is under way any more. */
	async settled(): Promise<RunResult[]> {
		while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
		return await Promise.all(this.results);
	}

	/** Comes back as soon as the execution is on its way. */
	async start(start: Start): Promise<Started> {
		// n8n reads static data anew: what webhook() has changed in its own copy is not saved yet.
		const staticData = await this.instance.database.loadStaticData();
		const result = this.run(start, String(this.all.length + 1), staticData);
		const entry: Execution = { items: start.failure ? [] : start.items.flat(), result };
		this.all.push(entry);
		result.then(
			(finished) => {
				entry.finished = finished;
			},
			(error: unknown) => this.instance.problems.push(error),
		);
		return { result };
	}

	/**
	 * An execution of a trigger with nothing behind it. The engine is left out, and so is reading the
	 * static data that nobody would look at: only `pairedItem` of the trigger's items is missing.
	 */
	startAlone(base: IWorkflowBase, node: INode, items: INodeExecutionData[][]): Started {
		const task = { startTime: 0, executionTime: 0, executionIndex: 0, source: [] };
		const runData = { [node.name]: [{ ...task, data: { main: items } }] };
		const finished = runResult(base, { status: 'success', runData, logs: [] });
		const result = Promise.all(this.holds).then(() => finished);
		this.all.push({ items: items.flat(), result, finished });
		return { result };
	}

	/** Keeps what the trigger put out, and runs nothing. */
	collect(items: INodeExecutionData[][]): void {
		this.all.push({ items: items.flat() });
	}

	/** What n8n records when a polling node throws: an execution that never ran. */
	recordFailure(base: IWorkflowBase, node: INode, failure: Error): void {
		const { resultData } = n8nWorkflow.createErrorExecutionData(node, failed(failure));
		const { error, runData } = resultData;
		const finished = runResult(base, { status: 'error', error, runData, logs: [] });
		this.all.push({ items: [], result: Promise.resolve(finished), finished });
	}

	/** What the execution knows before it starts. */
	private known({ base, node, mode, failure }: Start): Partial<IRunExecutionData['resultData']> {
		if (failure) return { runData: {}, lastNodeExecuted: node.name, error: failed(failure) };
		const pinned = mode === 'manual' && base.pinData;
		return pinned ? { pinData: n8nWorkflow.deepCopy(pinned) } : {};
	}

	cancelAll(): void {
		this.cancellation.abort();
		this.holds.clear();
	}

	private async run(start: Start, executionId: string, saved: IDataObject): Promise<RunResult> {
		const { base, node, mode, items } = start;
		const { database, credentials: credentialsHelper, url: instance } = this.instance;
		const hooks = new n8nCore.ExecutionLifecycleHooks(mode, executionId, base);
		hooks.addHandler('nodeExecuteAfter', async (name) => {
			if (name === node.name) await Promise.all(this.holds);
		});
		hooks.addHandler('workflowExecuteAfter', async (_run, changed) => {
			if (mode !== 'manual' && changed) await database.writeStaticData(changed);
		});
		const options = { credentialsHelper, workflow: base, mode, executionId, instance };
		return await execute({
			base,
			workflow: this.instance.workflow(base, saved),
			additionalData: { ...additionalDataFor(options), hooks },
			mode,
			data: n8nWorkflow.createRunExecutionData({
				executionData: { nodeExecutionStack: [{ node, data: { main: items }, source: null }] },
				resultData: this.known(start),
			}),
			signal: this.cancellation.signal,
		});
	}
}

/** The errors that an execution can end with; n8n hands others on as their message. */
function failed(error: Error): ExecutionError {
	return error instanceof n8nWorkflow.ExecutionBaseError
		? error
		: new n8nWorkflow.WorkflowOperationError(error.message);
}
