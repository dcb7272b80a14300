import type { RestClient } from './client.mts';
import { untilFinished, type Execution } from './executions.mts';
import { readWorkflow } from './workflows.mts';

interface Started {
	executionId?: string;
	waitingForWebhook?: boolean;
}

async function start(rest: RestClient, workflowId: string, trigger: string): Promise<Started> {
	const workflowData = await readWorkflow(rest, workflowId);
	const body = { workflowData, triggerToStartFrom: { name: trigger } };
	return await rest.call('POST', `/workflows/${workflowId}/run`, body);
}

/** Presses "Execute workflow" and comes back at once, with the execution's id. */
export async function startRun(
	rest: RestClient,
	workflowId: string,
	trigger: string,
): Promise<string> {
	const { executionId } = await start(rest, workflowId, trigger);
	if (executionId === undefined) throw new Error(`Workflow ${workflowId} was not started.`);
	return executionId;
}

/** Presses "Execute workflow", with this node as its start, and waits for the end. */
export async function runWorkflow(
	rest: RestClient,
	workflowId: string,
	trigger: string,
): Promise<Execution> {
	return await untilFinished(rest, await startRun(rest, workflowId, trigger));
}

/** Presses "Listen for test event". Comes back when the webhook is there. */
export async function listenForTest(
	rest: RestClient,
	workflowId: string,
	trigger: string,
): Promise<void> {
	const { waitingForWebhook } = await start(rest, workflowId, trigger);
	if (waitingForWebhook !== true) throw new Error(`${trigger} does not listen.`);
}

/** Presses "Stop listening". */
export async function stopListening(rest: RestClient, workflowId: string): Promise<void> {
	await rest.call('DELETE', `/test-webhook/${workflowId}`);
}
