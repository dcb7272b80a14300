import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialsOf, providerProperty } from '../shared/parameters/provider';
import { WEBHOOK_PROVIDERS } from '../shared/providers/webhook-systems';
import { eventFields } from './event-fields';
import { optionFields } from './option-fields';
import { receive } from './receive';
import { verificationFields } from './verification-fields';
import { checkExists, create, remove } from './webhook-methods';

export class OrderStatusTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Status Trigger',
		name: 'orderStatusTrigger',
		icon: {
			light: 'file:../../icons/orderStatusTrigger.svg',
			dark: 'file:../../icons/orderStatusTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["provider"] + ": " + [$parameter["events"]].flat().join(", ") }}',
		description:
			'Starts the workflow when an order changes in Flexport, Deliverr (legacy), Digital River or Delivery Solutions',
		defaults: { name: 'Order Status Trigger' },
		// Else n8n says "Go to Order Status and create an event".
		eventTriggerDescription:
			'Let something happen to an order. For Delivery Solutions, the Test URL has to be in its portal for that.',
		triggerPanel: {
			header: 'Listen for what happens to your orders',
			executionsHelp: {
				inactive:
					'This node has two addresses: one for tests and one for production.<br /><br /><b>To try it,</b> execute this step, then let something happen to an order, e.g. cancel one. The first event shows up here.<br /><br /><b>To use it,</b> publish (activate) the workflow. Flexport, Deliverr and Digital River are then told the production address; for Delivery Solutions, enter it in the portal.',
				active:
					'This node has two addresses: one for tests and one for production.<br /><br /><b>To try it,</b> execute this step, then let something happen to an order, e.g. cancel one. The first event shows up here.<br /><br /><b>The workflow is active:</b> events are taken at the production address, and show up in the list of executions.',
			},
			activationHint:
				'Once the workflow is right, publish (activate) it to have it run for every event.',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsOf(WEBHOOK_PROVIDERS),
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers with the words "firstEntryJson".
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [
			providerProperty(WEBHOOK_PROVIDERS, 'The system that tells about its orders'),
			...eventFields,
			...verificationFields,
			optionFields,
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
