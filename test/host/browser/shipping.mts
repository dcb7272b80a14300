import { locator } from '../../engine/support/locator.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { HostDesk } from '../support/host-desk.mts';
import { manually, nodesWith } from '../workflows/build.mts';

export const SHIPPED = ['Logistics Product', 'Logistics Inventory', 'Fulfillment Order'];

/** Reads a product and its stock, and orders two of it. */
export function shipping({ sandbox, accounts }: HostDesk): WorkflowFile {
	const make = nodesWith(accounts);
	const mug = sandbox.flexport.products().find(({ merchantSku }) => merchantSku === 'MUG-ENA-350');
	if (!mug) throw new Error('The catalogue has no mug.');
	const product = {
		...locator('list', mug.logisticsSku),
		cachedResultName: `${mug.name} (${mug.merchantSku})`,
	};
	return manually(
		'Ship an order',
		make('Logistics Product', 'product', 'flexportApi', { operation: 'get', product }),
		make('Logistics Inventory', 'inventory', 'flexportApi', {
			operation: 'get',
			product: locator('id', '={{ $json.sku }}'),
		}),
		make('Fulfillment Order', 'fulfillmentOrder', 'flexportApi', {
			provider: 'flexport',
			operation: 'create',
			externalOrderId: 'SHOP-1001',
			recipientName: 'Ada Lovelace',
			address1: '1 Market Street',
			city: 'San Francisco',
			provinceCode: 'CA',
			postalCode: '94105',
			countryCode: 'US',
			lineItems: { item: [{ product: locator('id', '={{ $json.sku }}'), quantity: 2 }] },
		}),
	);
}
