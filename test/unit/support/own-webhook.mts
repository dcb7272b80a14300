import type { Json } from '../../../nodes/shared/read.ts';
import type { SelfRegistering } from './webhook-desk.mts';
import { URL_HERE } from './trigger-context.mts';

/** Types that each system knows, two of each. */
export const SOME_TYPES: Readonly<Record<SelfRegistering, readonly [string, string]>> = {
	flexport: ['Order.Shipped', 'Order.Cancelled'],
	deliverr: ['ORDER_STATUS_UPDATE', 'INVENTORY_UPDATE'],
	digitalRiver: ['fulfillment_order.shipped', 'fulfillment_order.cancelled'],
};

/** A webhook that this package has registered earlier, as the list of the system shows it. */
export function ownWebhook(provider: SelfRegistering, changes: Json = {}): Json {
	const [type] = SOME_TYPES[provider];
	if (provider === 'digitalRiver') {
		const authentication = { username: 'n8n-nodes-fulfillment', password: 'old' };
		return {
			id: 'own',
			types: [type],
			address: URL_HERE,
			enabled: true,
			authentication,
			...changes,
		};
	}
	return {
		id: 'own',
		type,
		url: URL_HERE,
		method: 'POST',
		authMethod: 'TOKEN',
		token: 'old',
		tokenHeader: 'X-Fulfillment-Webhook-Token',
		...changes,
	};
}

/** The same at another address. */
export function elsewhere(provider: SelfRegistering, address: string, changes: Json = {}): Json {
	const field = provider === 'digitalRiver' ? 'address' : 'url';
	return ownWebhook(provider, { [field]: address, ...changes });
}

/** A webhook that a person or another program has registered for the same address. */
export function foreignWebhook(provider: SelfRegistering, changes: Json = {}): Json {
	const other =
		provider === 'digitalRiver'
			? { authentication: { username: 'erp', password: 'x' } }
			: { tokenHeader: 'X-Erp-Token' };
	return ownWebhook(provider, { id: 'foreign', ...other, ...changes });
}
