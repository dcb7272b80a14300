import { wholePanel } from '../../engine/support/whole-shipment.mts';
import { onShipment } from '../../engine/support/shipment-parameters.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { TRIGGER_SYSTEMS, triggerWorkflow } from '../support/trigger-systems.mts';
import { manually, nodesWith } from './build.mts';
import { stockOperations } from './operations-flexport.mts';
import { orderOperations, type OrderProvider } from './operations-orders.mts';

/** Stands in the files for a product that the account has. */
export const PRODUCT_PLACE = 'D1234567890';

const ORDER_PROVIDERS: readonly OrderProvider[] = ['flexport', 'deliverr', 'digitalRiver'];

function shipments(accounts: Accounts): WorkflowFile {
	const make = nodesWith(accounts);
	const id = '={{ $json.externalOrderId }}';
	return manually(
		'A whole shipment',
		make('Create', 'shippingOrder', 'deliverySolutionsApi', wholePanel()),
		make('Get', 'shippingOrder', 'deliverySolutionsApi', onShipment('get', id)),
	);
}

/** Workflows that the next releases must open and run as this one does, by the name of their file. */
export function savedByRelease(accounts: Accounts): Record<string, WorkflowFile> {
	const orders = ORDER_PROVIDERS.map((provider): [string, WorkflowFile] => [
		`orders-${provider}`,
		orderOperations(accounts, provider, { sku: PRODUCT_PLACE, company: '' }).begin,
	]);
	const triggers = TRIGGER_SYSTEMS.map((system): [string, WorkflowFile] => [
		`trigger-${system.provider}`,
		triggerWorkflow(accounts, system),
	]);
	return {
		'products-and-stock': stockOperations(accounts),
		shipment: shipments(accounts),
		...Object.fromEntries([...orders, ...triggers]),
	};
}
