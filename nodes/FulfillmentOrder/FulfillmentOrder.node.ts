import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { operationNamed, operationProperties } from '../shared/parameters/operation';
import { credentialsOf, providerProperty } from '../shared/parameters/provider';
import { searchProducts } from '../shared/parameters/search-products';
import { PROVIDER_NAMES } from '../shared/providers/order-providers';
import { runItems } from '../shared/runner/run-items';
import { offered, operations } from './operations';

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
		credentials: credentialsOf(PROVIDER_NAMES),
		properties: [
			providerProperty(PROVIDER_NAMES, 'The system that fulfills the order'),
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
