import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { runPoll } from '../shared/runner/run-poll';
import { changeFields } from './change-fields';
import { pollShipments } from './poll';

export class ShippingOrderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shipping Order Trigger',
		name: 'shippingOrderTrigger',
		icon: {
			light: 'file:../../icons/shippingOrderTrigger.svg',
			dark: 'file:../../icons/shippingOrderTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["statuses"]].flat().join(", ") || "any status" }}',
		// n8n shows this for the node Shipping Order, too: it takes both for one.
		description:
			'Shipments in Delivery Solutions (UPS LynkUp): starts the workflow when the status of one changes, for accounts without webhooks',
		defaults: { name: 'Shipping Order Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'deliverySolutionsApi', required: true }],
		properties: changeFields,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, pollShipments);
	}
}
