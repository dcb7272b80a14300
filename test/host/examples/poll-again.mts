import type { RestClient } from '../rest/client.mts';
import { activate, deactivate } from '../rest/workflows.mts';

/**
 * n8n polls when a workflow is published, and then at the times of its trigger, which are minutes apart.
 * What the trigger remembers is kept in between.
 */
export async function pollAgain(rest: RestClient, id: string): Promise<void> {
	await deactivate(rest, id);
	await activate(rest, id);
}
