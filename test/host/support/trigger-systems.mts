import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Json } from '../../sandbox/shared/json.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import { chain, CREDENTIAL_OF, node, nodesWith, type ProviderName } from '../workflows/build.mts';
import type { Accounts } from './accounts.mts';

export const TRIGGER = 'Order Status Trigger';

/** An event that a trigger listens to, and what it must make of it. */
export interface TriggerSystem {
	provider: ProviderName;
	parameters: INodeParameters;
	type: string;
	/** The payload of an event about an order. */
	details: (order: number) => Json;
	told: (order: number) => IDataObject;
	/** The header that proves a delivery, in lower case. */
	proof: string;
	/** Whether the trigger registers itself; otherwise a person does it in the portal. */
	registers: boolean;
}

const TOKEN = 'x-fulfillment-webhook-token';

export const TRIGGER_SYSTEMS: readonly TriggerSystem[] = [
	{
		provider: 'flexport',
		parameters: { events: ['Order.Shipped', 'Order.Cancelled'] },
		type: 'Order.Shipped',
		details: (order) => ({ orderId: `${order}`, externalOrderId: `SHOP-${order}` }),
		told: (order) => ({ orderId: `${order}`, externalOrderId: `SHOP-${order}`, status: 'shipped' }),
		proof: TOKEN,
		registers: true,
	},
	{
		provider: 'deliverr',
		parameters: { events: ['ORDER_STATUS_UPDATE'] },
		type: 'ORDER_STATUS_UPDATE',
		details: (order) => ({ orderId: `${order}`, newStatus: 'SHIPPED' }),
		told: (order) => ({ orderId: `${order}`, status: 'shipped' }),
		proof: TOKEN,
		registers: true,
	},
	{
		provider: 'digitalRiver',
		parameters: { events: ['fulfillment_order.cancelled'] },
		type: 'fulfillment_order.cancelled',
		details: (order) => ({ id: order, upstreamId: `SHOP-${order}` }),
		told: (order) => ({
			orderId: `${order}`,
			externalOrderId: `SHOP-${order}`,
			status: 'cancelled',
		}),
		proof: 'authorization',
		registers: true,
	},
	{
		provider: 'deliverySolutions',
		parameters: { events: ['order'], verification: 'header', headerName: 'X-Webhook-Token' },
		type: 'ORDER_DELIVERED',
		details: (order) => ({ orderExternalId: `SHOP-${order}` }),
		told: (order) => ({ externalOrderId: `SHOP-${order}`, status: 'delivered' }),
		proof: 'x-webhook-token',
		registers: false,
	},
];

export function systemOf(provider: ProviderName): TriggerSystem {
	const found = TRIGGER_SYSTEMS.find((system) => system.provider === provider);
	if (!found) throw new Error(`There is no trigger for ${provider}.`);
	return found;
}

/** The name of the node that gets each event once. */
export const ONCE = 'Once';

/** The trigger, and behind it what the README recommends against events from before a restart. */
export function triggerWorkflow(
	accounts: Accounts,
	{ provider, parameters }: TriggerSystem,
): WorkflowFile {
	const trigger = nodesWith(accounts)(
		TRIGGER,
		'orderStatusTrigger',
		CREDENTIAL_OF[provider],
		{ provider, ...parameters },
		{ webhookId: `orders-of-${provider}` },
	);
	const unseen = {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.eventId }}',
		options: {},
	};
	return chain(
		`Orders of ${provider}`,
		trigger,
		node('New Ones', 'removeDuplicates', unseen, { typeVersion: 2 }),
		node(ONCE, 'noOp'),
	);
}
