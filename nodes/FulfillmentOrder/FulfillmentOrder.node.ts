import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { operationNamed, operationProperties } from '../shared/parameters/operation';
import { searchProducts } from '../shared/parameters/search-products';
import { runItems } from '../shared/runner/run-items';
import { credentials } from './credentials';
import { offered, operations } from './operations';
import { providerProperty } from './provider';

export class FulfillmentOrder implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fulfillment Order',
		name: 'fulfillmentOrder',
		icon: {
			light: 'file:../../icons/fulfillmentOrder.svg',
			dark: 'file:../../icons/fulfillmentOrder.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create, follow, retry and cancel fulfillment orders in Flexport, Deliverr (legacy) and Digital River',
		defaults: { name: 'Fulfillment Order' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: [
			providerProperty,
			...operationProperties(['order', 'Order'], operations, 'create', offered),
		],
	};

	methods = { listSearch: { searchProducts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, (index) =>
			operationNamed(operations, this.getNodeParameter('operation', index)),
		);
	}
}
