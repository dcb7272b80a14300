import { additionalDataFor } from '../additional-data.mts';
import { execute } from '../execution.mts';
import type { Instance } from '../host/instance.mts';
import { n8nWorkflow } from '../n8n.mts';
import type { PollOutcome } from './poller.mts';

/**
 * "Execute step" at the polling node. n8n saves nothing of the static data that a manual execution has
 * changed. What is there to begin with is, since n8n 2.40, what was saved, without durable cursors; in
 * older ones, nothing.
 */
export async function testPoll(instance: Instance, trigger: string): Promise<PollOutcome> {
	const { credentials: credentialsHelper, database, url } = instance;
	const base = { ...database.draft, active: false };
	const workflow = instance.workflow(base, await database.loadStaticData());
	const node = workflow.getNode(trigger);
	if (!node) throw new Error(`The workflow has no node "${trigger}"`);
	const mode = 'manual';
	const result = await execute({
		base,
		workflow,
		additionalData: additionalDataFor({
			credentialsHelper,
			workflow: base,
			mode,
			instance: url,
		}),
		mode,
		data: n8nWorkflow.createRunExecutionData({
			startData: {
				destinationNode: { nodeName: trigger, mode: 'inclusive' },
				runNodeFilter: [trigger],
			},
			executionData: {
				nodeExecutionStack: [{ node, data: { main: [[{ json: {} }]] }, source: null }],
			},
		}),
	});
	if (result.error) return { error: result.error };
	const outputs = result.runData[trigger]?.flatMap(({ data }) => data?.main ?? []) ?? [];
	const items = outputs.flatMap((output) => output ?? []).map(({ json }) => json);
	return items.length > 0 ? { items } : {};
}
