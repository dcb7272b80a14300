import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';
import type { RestClient } from './client.mts';

/** A workflow as it is imported and exported. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** A workflow as n8n keeps it. */
export interface SavedWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
}

/** Saves a workflow as the editor saves one that was imported. */
export async function saveWorkflow(rest: RestClient, file: WorkflowFile): Promise<SavedWorkflow> {
	const { name, nodes, connections, settings = { executionOrder: 'v1' }, pinData } = file;
	const body = { name, nodes, connections, settings, ...(pinData ? { pinData } : {}) };
	return await rest.call('POST', '/workflows', body);
}

export const readWorkflow = async (rest: RestClient, id: string): Promise<SavedWorkflow> =>
	await rest.call('GET', `/workflows/${id}`);

/** Publishes a workflow. Newer versions of n8n register its webhooks a moment later. */
export async function activate(rest: RestClient, id: string): Promise<void> {
	const { versionId } = await readWorkflow(rest, id);
	await rest.call('POST', `/workflows/${id}/activate`, { versionId });
}

export async function deactivate(rest: RestClient, id: string): Promise<void> {
	await rest.call('POST', `/workflows/${id}/deactivate`, {});
}
