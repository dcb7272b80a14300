import { byExternalId, createParameters } from '../../engine/support/order-parameters.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { chain, manually, node, nodesWith } from './build.mts';

/** Every second: what runs low, each product told once only. */
export function lowStockOnce(accounts: Accounts): WorkflowFile {
	const everySecond = { rule: { interval: [{ field: 'seconds', secondsInterval: 1 }] } };
	const stock = {
		operation: 'getLowStock',
		measure: 'available',
		thresholdMode: 'one',
		threshold: 5,
	};
	const once = {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.sku }}',
		options: {},
	};
	return chain(
		'Low stock, told once',
		node('Every Second', 'scheduleTrigger', everySecond, { typeVersion: 1.2 }),
		nodesWith(accounts)('Low Stock', 'inventory', 'flexportApi', stock),
		node('New Ones', 'removeDuplicates', once, { typeVersion: 2 }),
	);
}

/** Makes an order, waits, and looks at it. */
export function createAndWait(accounts: Accounts, sku: string): WorkflowFile {
	const make = nodesWith(accounts);
	const provider = 'flexport';
	const order = createParameters(sku, { provider, externalOrderId: 'WAIT-1' });
	const wait = { resume: 'timeInterval', amount: 3, unit: 'seconds' };
	return manually(
		'Create, wait, look',
		make('Create', 'fulfillmentOrder', 'flexportApi', order),
		node('Wait', 'wait', wait, { typeVersion: 1.1, webhookId: 'wait-for-order' }),
		make('Get', 'fulfillmentOrder', 'flexportApi', {
			provider,
			...byExternalId('get', '={{ $json.externalOrderId }}'),
		}),
	);
}
