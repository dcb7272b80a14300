import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { locator } from '../../engine/support/locator.mts';
import { manually, nodesWith } from './build.mts';

const first = (node: string, field: string) => `={{ $('${node}').first().json.${field} }}`;

const DIMENSIONS = {
	weight: 1.5,
	weightUnit: 'lb',
	length: 9,
	width: 6,
	height: 5,
	lengthUnit: 'in',
};

/** Every operation on products and stock in Flexport, each for the one product that it begins with. */
export function stockOperations(accounts: Accounts): WorkflowFile {
	const make = nodesWith(accounts);
	const product = (name: string, parameters: INode['parameters']) =>
		make(name, 'product', 'flexportApi', parameters, { executeOnce: true });
	const stock = (name: string, parameters: INode['parameters']) =>
		make(name, 'inventory', 'flexportApi', parameters, { executeOnce: true });
	const created = locator('id', first('Create Product', 'sku'));
	return manually(
		'Products and stock',
		product('Create Product', {
			operation: 'create',
			name: 'Teapot',
			merchantSku: 'TEAPOT-1',
			additionalFields: { dimensions: { values: DIMENSIONS } },
		}),
		product('Get Product', { operation: 'get', product: created }),
		product('List Products', { operation: 'getAll', returnAll: true }),
		stock('Get Stock', {
			operation: 'get',
			product: locator('id', first('List Products', 'sku')),
		}),
		stock('List Stock', { operation: 'getAll', returnAll: false, limit: 2 }),
		stock('Get Warehouses', { operation: 'getWarehouses', skus: first('List Products', 'sku') }),
		stock('Get Low Stock', {
			operation: 'getLowStock',
			measure: 'onHand',
			thresholdMode: 'one',
			threshold: 10,
		}),
	);
}
