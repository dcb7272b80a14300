import type {
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { collectLogs } from './logs.mts';
import { n8nCore } from './n8n.mts';
import { type RunResult, runResult } from './result.mts';

export interface ExecutionOptions {
	base: IWorkflowBase;
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	data: IRunExecutionData;
	/** Cancels the execution, like the editor's Stop button. */
	signal?: AbortSignal;
}

/** Lets the engine work through what an execution was prepared with. */
export async function execute(options: ExecutionOptions): Promise<RunResult> {
	const { base, workflow, additionalData, mode, data, signal } = options;
	const logs = collectLogs();
	const execution = new n8nCore.WorkflowExecute(additionalData, mode, data);
	let stop = () => {};
	try {
		const promise = execution.processRunExecutionData(workflow);
		stop = () => promise.cancel();
		signal?.addEventListener('abort', stop, { once: true });
		if (signal?.aborted) stop();
		const { status, data: done } = await promise;
		const { error, runData } = done.resultData;
		return runResult(base, { status, error, runData, logs: await logs() });
	} catch (error) {
		const lines = await logs();
		// n8n refuses to start, for instance when a required parameter is empty.
		if (!(error instanceof n8nCore.WorkflowHasIssuesError)) throw error;
		return runResult(base, { status: 'error', error, runData: {}, logs: lines });
	} finally {
		signal?.removeEventListener('abort', stop);
	}
}
