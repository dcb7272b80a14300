import type {
	ExecutionStatus,
	IDataObject,
	INodeExecutionData,
	IRunData,
	IRunExecutionData,
} from 'n8n-workflow';
import { until } from '../support/until.mts';
import type { RestClient } from './client.mts';
import { unflatten } from './flatted.mts';

/** What an execution was, and what its nodes put out. */
export interface Execution {
	id: string;
	status: ExecutionStatus;
	mode: string;
	error: { message: string; description?: string } | undefined;
	runData: IRunData;
	/** Items of all runs of a node at one of its outputs. */
	items(node: string, output?: number): INodeExecutionData[];
	/** The same, their json only. */
	output(node: string, output?: number): IDataObject[];
}

interface StoredExecution {
	id: string;
	status: ExecutionStatus;
	mode: string;
	data: string;
}

const UNFINISHED: ExecutionStatus[] = ['new', 'running', 'unknown', 'waiting'];

/** Reads an execution with its data, finished or not. */
export async function readExecution(rest: RestClient, id: string): Promise<Execution> {
	const { status, mode, data } = await rest.call<StoredExecution>('GET', `/executions/${id}`);
	const { resultData } = unflatten<IRunExecutionData>(data);
	const items = (node: string, output = 0) =>
		(resultData.runData[node] ?? []).flatMap((run) => run.data?.main?.[output] ?? []);
	return {
		id,
		status,
		mode,
		error: resultData.error
			? { message: resultData.error.message, description: resultData.error.description ?? '' }
			: undefined,
		runData: resultData.runData,
		items,
		output: (node, output) => items(node, output).map(({ json }) => json),
	};
}

/** Waits for the end of an execution. */
export async function untilFinished(rest: RestClient, id: string): Promise<Execution> {
	await until(`the end of execution ${id}`, async () => {
		const { status } = await rest.call<StoredExecution>('GET', `/executions/${id}`);
		return !UNFINISHED.includes(status) || undefined;
	});
	return await readExecution(rest, id);
}

/**
 * Executions of a workflow, the oldest first. n8n looks for those that run and for those that have
 * ended one after the other, and has one that ends in between twice.
 */
export async function executionsOf(
	rest: RestClient,
	workflowId: string,
): Promise<Array<Pick<StoredExecution, 'id' | 'status' | 'mode'>>> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.call<{ results: StoredExecution[] }>(
		'GET',
		`/executions?limit=100&filter=${filter}`,
	);
	return [...new Map(results.reverse().map((one) => [one.id, one])).values()];
}
