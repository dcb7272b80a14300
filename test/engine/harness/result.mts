import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRunData,
	IWorkflowBase,
} from 'n8n-workflow';

/** What came of one execution. */
export interface RunResult {
	status: ExecutionStatus;
	/** The error that stopped the workflow, if one did. */
	error?: ExecutionError;
	/** What a node put out at one of its outputs, over all of its runs. */
	items(nodeName: string, output?: number): INodeExecutionData[];
	/** The items that say what went wrong: at the error output, or among the regular ones. */
	errorItems(nodeName: string): INodeExecutionData[];
	runData: IRunData;
	/** Every line that n8n logged meanwhile, at every level. */
	logs: string[];
}

export interface RunOutcome {
	status: ExecutionStatus;
	error?: ExecutionError | undefined;
	runData: IRunData;
	logs: string[];
}

// The nodes here have one output each, so the error output is the one after it.
const ERROR_OUTPUT = 1;

/** Gives the outcome of an execution the questions that tests ask. */
export function runResult(workflow: IWorkflowBase, outcome: RunOutcome): RunResult {
	const { status, error, runData, logs } = outcome;
	const items = (nodeName: string, output = 0) => {
		if (!workflow.nodes.some(({ name }) => name === nodeName)) {
			throw new Error(`The workflow has no node "${nodeName}"`);
		}
		return (runData[nodeName] ?? []).flatMap(({ data }) => data?.main?.[output] ?? []);
	};
	const errorItems = (nodeName: string) => {
		const node = workflow.nodes.find(({ name }) => name === nodeName);
		return node?.onError === 'continueErrorOutput'
			? items(nodeName, ERROR_OUTPUT)
			: items(nodeName).filter(({ json }) => json.error !== undefined && json.error !== null);
	};
	return { status, ...(error ? { error } : {}), items, errorItems, runData, logs };
}
