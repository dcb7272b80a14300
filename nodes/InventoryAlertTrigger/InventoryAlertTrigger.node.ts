import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { runPoll } from '../shared/runner/run-poll';
import { alertFields } from './alert-fields';
import { pollInventory } from './poll';

export class InventoryAlertTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inventory Alert Trigger',
		name: 'inventoryAlertTrigger',
		icon: {
			light: 'file:../../icons/inventoryAlertTrigger.svg',
			dark: 'file:../../icons/inventoryAlertTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["alerts"]].flat().join(", ") }}',
		description:
			'Starts the workflow when stock in Flexport (formerly Deliverr) runs low or out, is restocked, or a lot expires soon',
		defaults: { name: 'Inventory Alert Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexportApi', required: true }],
		properties: alertFields,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, pollInventory);
	}
}
