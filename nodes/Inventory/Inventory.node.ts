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

export class Inventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Logistics Inventory',
		name: 'inventory',
		icon: { light: 'file:../../icons/inventory.svg', dark: 'file:../../icons/inventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read stock levels, warehouses and low stock in Flexport (formerly Deliverr)',
		defaults: { name: 'Logistics Inventory' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexportApi', required: true }],
		properties: operationProperties(['inventory', 'Inventory'], operations, 'getAll'),
	};

	methods = { listSearch: { searchProducts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, (index) =>
			operationNamed(operations, this.getNodeParameter('operation', index)),
		);
	}
}
