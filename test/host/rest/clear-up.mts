import { until } from '../support/until.mts';
import { RestError, type RestClient } from './client.mts';

interface Listed {
	id: string;
	active?: boolean;
	/** Newer versions of n8n say so. */
	activeVersionId?: string | null;
	isArchived?: boolean;
}

const OPEN = ['new', 'running', 'waiting'];

const workflowsIn = async (rest: RestClient) => await rest.call<Listed[]>('GET', '/workflows');

async function openExecutions(rest: RestClient): Promise<Listed[]> {
	const filter = encodeURIComponent(JSON.stringify({ status: OPEN }));
	const path = `/executions?limit=100&filter=${filter}`;
	return (await rest.call<{ results: Listed[] }>('GET', path)).results;
}

/** What n8n refuses may have come about by itself meanwhile: whoever asks looks again. */
async function tryTo(request: Promise<unknown>): Promise<void> {
	await request.catch((error: unknown) => {
		if (!(error instanceof RestError)) throw error;
	});
}

/** Switches every workflow off, so that none begins any more. */
export async function deactivateAll(rest: RestClient): Promise<void> {
	for (const { id, active, activeVersionId } of await workflowsIn(rest)) {
		if (active === true || activeVersionId) {
			await rest.call('POST', `/workflows/${id}/deactivate`, {});
		}
	}
}

/** Stops every execution that has not ended. */
async function stopExecutions(rest: RestClient): Promise<void> {
	await until('no execution goes on', async () => {
		const open = await openExecutions(rest);
		for (const { id } of open) await tryTo(rest.call('POST', `/executions/${id}/stop`, {}));
		return open.length === 0 || undefined;
	});
}

/** Removes all workflows, with their executions, and all credentials. */
export async function clearUp(rest: RestClient): Promise<void> {
	await deactivateAll(rest);
	await stopExecutions(rest);
	// A workflow that is still being switched off cannot be removed yet.
	await until('all workflows are removed', async () => {
		const workflows = await workflowsIn(rest);
		for (const { id, isArchived } of workflows) {
			if (isArchived !== true) await tryTo(rest.call('POST', `/workflows/${id}/archive`, {}));
			await tryTo(rest.call('DELETE', `/workflows/${id}`));
		}
		return workflows.length === 0 || undefined;
	});
	for (const { id } of await rest.call<Listed[]>('GET', '/credentials')) {
		await rest.call('DELETE', `/credentials/${id}`);
	}
}
