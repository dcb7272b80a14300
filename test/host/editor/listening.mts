import type { Host } from '../host.mts';
import { activate, type SavedWorkflow } from '../rest/workflows.mts';
import { PORTAL_SECRET } from '../support/accounts.mts';
import { until } from '../support/until.mts';

/** A workflow that has been activated, and the address of its trigger. */
export interface Listening {
	name: string;
	url: string;
}

/** Activates a workflow that begins with the Order Status Trigger. */
async function listen(host: Host, workflow: SavedWorkflow | undefined): Promise<Listening> {
	const trigger = workflow?.nodes.find(({ type }) => type.endsWith('.orderStatusTrigger'));
	if (!workflow || !trigger?.webhookId) throw new Error('An example has no trigger.');
	await activate(host.rest, workflow.id);
	const url = `${host.webhookUrl}/webhook/${trigger.webhookId}/webhook`;
	// n8n sets it up a moment later. What proves nothing is then refused.
	await until('an active trigger', async () => {
		const { status } = await fetch(url, { method: 'POST' });
		return status === 401 || undefined;
	});
	return { name: workflow.name, url };
}

/** Activates the examples that begin with a trigger, and sets up the webhook that none can set up itself. */
export async function listenToOrders(
	host: Host,
	examples: ReadonlyMap<string, SavedWorkflow>,
): Promise<Listening[]> {
	const flexport = await listen(host, examples.get('flexport-order-shipped'));
	const shipments = await listen(host, examples.get('delivery-solutions-failed-alert'));
	host.sandbox.deliverySolutions.hooks.addTarget({
		url: shipments.url,
		kind: 'order',
		auth: { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET },
	});
	return [flexport, shipments];
}
