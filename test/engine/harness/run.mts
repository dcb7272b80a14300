import type {
	IDataObject,
	INodeExecutionData,
	INodeTypes,
	IPinData,
	IRunExecutionData,
	IWorkflowBase,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor } from './additional-data.mts';
import { type CredentialData, MemoryCredentials } from './credentials.mts';
import { execute } from './execution.mts';
import type { LoadedPackage } from './loader.mts';
import { n8nWorkflow } from './n8n.mts';
import type { RunResult } from './result.mts';
import { executable, readWorkflow, type WorkflowFile, workflowBase } from './workflow-file.mts';

export interface RunOptions {
	credentials?: CredentialData;
	/** What the start node emits: plain objects, or whole items. Default: its pinned data, or {}. */
	input?: Array<IDataObject | INodeExecutionData>;
	/** Name of the node to start from. Default: the one that n8n would pick. */
	startNode?: string;
	/** Default: "manual", as the editor's Execute button. "trigger" is a run in production. */
	mode?: WorkflowExecuteMode;
	/** Cancels the execution, like the editor's Stop button. */
	signal?: AbortSignal;
}

/** A running execution: await it for its result, or cancel it. */
export type Run = Promise<RunResult> & { cancel(): void };

const isItem = (value: IDataObject | INodeExecutionData): value is INodeExecutionData =>
	typeof value.json === 'object' && value.json !== null;

const toItems = (input: Array<IDataObject | INodeExecutionData>): INodeExecutionData[] =>
	n8nWorkflow.deepCopy(input).map((value) => (isItem(value) ? value : { json: value }));

function executionDataFor(
	workflow: Workflow,
	base: IWorkflowBase,
	options: RunOptions,
): IRunExecutionData {
	const node = options.startNode ? workflow.getNode(options.startNode) : workflow.getStartNode();
	if (!node) throw new Error('The workflow has no node to start from');
	const given: IPinData = options.input ? { [node.name]: toItems(options.input) } : {};
	// Only manual runs use pinned data; in production the trigger's items come with the start.
	const pinData = (options.mode ?? 'manual') === 'manual' ? { ...base.pinData, ...given } : {};
	const items = given[node.name] ?? [{ json: {} }];
	return n8nWorkflow.createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: [items] }, source: null }] },
		resultData: { pinData },
	});
}

/** Runs a workflow (or the file at a path) through the engine. */
export function runWorkflow(
	{ credentials: types }: LoadedPackage,
	nodeTypes: INodeTypes,
	source: WorkflowFile | string,
	options: RunOptions = {},
): Run {
	const controller = new AbortController();
	const cancel = () => controller.abort();
	options.signal?.addEventListener('abort', cancel, { once: true });
	if (options.signal?.aborted) cancel();

	const run = async (): Promise<RunResult> => {
		const mode = options.mode ?? 'manual';
		const base = workflowBase(typeof source === 'string' ? readWorkflow(source) : source);
		const workflow = executable(base, nodeTypes);
		const credentialsHelper = new MemoryCredentials(types, options.credentials);
		const additionalData = additionalDataFor({ credentialsHelper, workflow: base, mode });
		const data = executionDataFor(workflow, base, options);
		try {
			return await execute({
				base,
				workflow,
				additionalData,
				mode,
				data,
				signal: controller.signal,
			});
		} finally {
			options.signal?.removeEventListener('abort', cancel);
		}
	};
	return Object.assign(run(), { cancel });
}
