import type { INode } from 'n8n-workflow';
import { onShipment } from '../../engine/support/shipment-parameters.mts';
import { locator } from '../../engine/support/locator.mts';
import { createParameters } from '../../engine/support/shipping-desk.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { manually, nodesWith } from './build.mts';

/** Every operation on shipments; FAILED-1 has failed, and CANCEL-1 can still be cancelled. */
export function shipmentOperations(accounts: Accounts): WorkflowFile {
	const make = nodesWith(accounts);
	const shipment = (name: string, parameters: INode['parameters']) =>
		make(name, 'shippingOrder', 'deliverySolutionsApi', parameters, { executeOnce: true });
	return manually(
		'Shipments',
		shipment('Create', createParameters({ externalOrderId: 'OPS-1' })),
		shipment('Get', onShipment('get', 'OPS-1')),
		shipment('List', { operation: 'getAll', returnAll: true, filters: {} }),
		shipment(
			'Update',
			onShipment('update', 'FAILED-1', { updateFields: { deliveryInstructions: 'Side door' } }),
		),
		shipment('Retry', onShipment('retry', 'FAILED-1')),
		shipment('Cancel', onShipment('cancel', 'CANCEL-1')),
		shipment('History', { operation: 'getStatusHistory', shipment: locator('id', 'FAILED-1') }),
	);
}
