import type { INodeProperties } from 'n8n-workflow';
import { inputModeProperties } from '../../shared/parameters/common';
import { PROVIDER_NAMES, type OrderProviderName } from '../../shared/providers/order-providers';
import { forProviders } from '../../shared/parameters/provider';

/** An order in each provider's own names, to start from. */
const EXAMPLES: Readonly<Record<OrderProviderName, object>> = {
	flexport: {
		externalOrderId: 'SHOP-1001',
		address: {
			name: 'Ada Lovelace',
			address1: '1 Market Street',
			city: 'San Francisco',
			provinceCode: 'CA',
			zip: '94105',
			countryCode: 'US',
		},
		lineItems: [{ logisticsSku: 'DABCDEF1234', quantity: 1 }],
	},
	deliverr: {
		externalOrderId: 'SHOP-1001',
		source: 'WEBSITE',
		sourceOrderId: '1001',
		shiptoAddress: {
			name: 'Ada Lovelace',
			street1: '1 Market Street',
			city: 'San Francisco',
			state: 'CA',
			postcode: '94105',
			countryCode: 'US',
		},
		lineItems: [{ externalProductId: 'MUG-BLUE', quantity: 1 }],
	},
	digitalRiver: {
		upstreamId: 'SHOP-1001',
		currency: 'USD',
		upstreamOrderTime: '2030-01-31T17:00:00Z',
		shipTo: {
			name: 'Ada Lovelace',
			address: {
				line1: '1 Market Street',
				city: 'San Francisco',
				state: 'CA',
				postalCode: '94105',
				country: 'US',
			},
		},
		shippingChoice: { id: 'SG' },
		items: [{ inventoryItemId: 'MUG-BLUE', quantity: 1 }],
	},
};

/** Fields or JSON, and the JSON with the example of the provider that is chosen. */
export const orderInputMode: INodeProperties[] = inputModeProperties('order', '').flatMap(
	(property) =>
		property.name === 'jsonBody'
			? PROVIDER_NAMES.map((provider) =>
					forProviders([provider], {
						...property,
						default: JSON.stringify(EXAMPLES[provider], null, 2),
					}),
				)
			: [property],
);
