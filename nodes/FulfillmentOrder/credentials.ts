import type { INodeCredentialDescription } from 'n8n-workflow';
import { PROVIDER_NAMES, type OrderProviderName } from '../shared/providers/order-providers';

const CREDENTIALS: Readonly<Record<OrderProviderName, string>> = {
	flexport: 'flexportApi',
	deliverr: 'deliverrApi',
	digitalRiver: 'digitalRiverApi',
};

/**
 * The credential of each provider. They depend on it by `hide`: with `show` n8n takes the parameter
 * for a choice of authentication and leaves it out of the panel.
 */
export const credentials: INodeCredentialDescription[] = PROVIDER_NAMES.map((provider) => ({
	name: CREDENTIALS[provider],
	required: true,
	displayOptions: {
		hide: { provider: PROVIDER_NAMES.filter((other) => other !== provider) },
	},
}));
