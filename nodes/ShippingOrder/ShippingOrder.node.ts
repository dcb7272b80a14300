import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { operationNamed, operationProperties } from '../shared/parameters/operation';
import { searchShipments } from '../shared/parameters/search-shipments';
import { runItems } from '../shared/runner/run-items';
import { operations } from './operations';

export class ShippingOrder implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shipping Order',
		name: 'shippingOrder',
		icon: {
			light: 'file:../../icons/shippingOrder.svg',
			dark: 'file:../../icons/shippingOrder.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create, follow, change, retry and cancel shipments in Delivery Solutions (UPS LynkUp)',
		defaults: { name: 'Shipping Order' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'deliverySolutionsApi', required: true }],
		properties: operationProperties(['shipment', 'Shipment'], operations, 'create'),
	};

	methods = { listSearch: { searchShipments } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, (index) =>
			operationNamed(operations, this.getNodeParameter('operation', index)),
		);
	}
}
