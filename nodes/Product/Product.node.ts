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
import { operations } from './operations';

export class Product implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Logistics Product',
		name: 'product',
		icon: { light: 'file:../../icons/product.svg', dark: 'file:../../icons/product.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create and read products in Flexport (formerly Deliverr)',
		defaults: { name: 'Logistics Product' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexportApi', required: true }],
		properties: operationProperties(['product', 'Product'], operations, 'getAll'),
	};

	methods = { listSearch: { searchProducts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, (index) =>
			operationNamed(operations, this.getNodeParameter('operation', index)),
		);
	}
}
