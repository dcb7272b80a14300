import { createPerItem } from '../../engine/support/order-parameters.mts';
import type { NodeContender } from './in-engine.mts';

/** This package, with nothing but what a person must fill in. */
export const ours: NodeContender = {
	name: 'this package',
	create: {
		type: 'n8n-nodes-fulfillment.fulfillmentOrder',
		parameters: ({ sku }) => createPerItem(sku),
	},
	list: {
		type: 'n8n-nodes-fulfillment.inventory',
		parameters: () => ({ operation: 'getAll', returnAll: true }),
	},
};
