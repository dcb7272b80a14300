import type { INode, INodeParameters } from 'n8n-workflow';
import { createParameters } from '../../engine/support/order-parameters.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { chain, node, nodesWith } from '../workflows/build.mts';

/** Path of the webhook that takes orders, and the name of the node that creates them. */
export const ORDERS = 'queue-orders';
export const CREATE = 'Create';

/** Takes a list of order numbers by webhook, and makes an order of each. */
export function createOrders(accounts: Accounts, sku: string): WorkflowFile {
	const webhook = { httpMethod: 'POST', path: ORDERS, responseMode: 'onReceived', options: {} };
	const create = createParameters(sku, {
		provider: 'flexport',
		externalOrderId: '={{ $json.number }}',
	});
	return chain(
		'Orders over workers',
		node('Webhook', 'webhook', webhook, { typeVersion: 2, webhookId: ORDERS }),
		node('Each', 'splitOut', { fieldToSplitOut: 'body.orders', options: {} }),
		nodesWith(accounts)(CREATE, 'fulfillmentOrder', 'flexportApi', create),
	);
}

const REMEMBER: INodeParameters = {
	operation: 'removeItemsSeenInPreviousExecutions',
	logic: 'removeItemsWithAlreadySeenKeyValues',
	dedupeValue: '={{ $json.eventId }}',
	options: {},
};

/** n8n's own node behind the trigger, which keeps the event IDs in the database. */
export const removeDuplicates = (): INode =>
	node('Remove Duplicates', 'removeDuplicates', REMEMBER, { typeVersion: 2 });

/** Is started by Flexport's events. */
export function onShipped(accounts: Accounts, name: string, behind: INode[]): WorkflowFile {
	const parameters = { provider: 'flexport', events: ['Order.Shipped'], options: {} };
	const make = nodesWith(accounts);
	const type = 'orderStatusTrigger';
	const trigger = make('Trigger', type, 'flexportApi', parameters, { webhookId: name });
	return chain(name, trigger, ...behind);
}
