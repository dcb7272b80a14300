import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { textParam } from '../shared/parameters/read';
import type { OrderProvider } from '../shared/providers/order-provider';
import {
	ORDER_PROVIDERS,
	PROVIDER_NAMES,
	type OrderProviderName,
} from '../shared/providers/order-providers';
import type { Item } from '../shared/runner/item';

const SHOWN: Readonly<Record<OrderProviderName, { name: string; description: string }>> = {
	flexport: { name: 'Flexport', description: 'The Logistics API, formerly Deliverr' },
	deliverr: {
		name: 'Deliverr (Legacy)',
		description: 'For accounts from before February 2023, when it was closed to new ones',
	},
	digitalRiver: {
		name: 'Digital River',
		description: 'Ceased operations in 2025; for an address that still answers like it',
	},
};

export const providerProperty: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: PROVIDER_NAMES.map((value) => ({ ...SHOWN[value], value })),
	default: 'flexport',
	description: 'The system that fulfills the order',
};

/**
 * Shows a parameter for some providers only; n8n drops its value when another one is chosen. The path
 * is absolute, so that it holds inside of collections too.
 */
export function forProviders(
	providers: readonly OrderProviderName[],
	property: INodeProperties,
): INodeProperties {
	const { show, ...rest } = property.displayOptions ?? {};
	return {
		...property,
		displayOptions: { ...rest, show: { ...show, '/provider': [...providers] } },
	};
}

/** Whether a parameter is one that the panel shows for a provider. */
export function isFor(provider: OrderProviderName, { displayOptions }: INodeProperties): boolean {
	const providers = displayOptions?.show?.['/provider'];
	return !Array.isArray(providers) || providers.includes(provider);
}

/** The name of the provider that an item chose. */
export function providerNameOf(item: Item): OrderProviderName {
	const name = textParam(item, 'provider', 'Provider');
	const known = PROVIDER_NAMES.find((candidate) => candidate === name);
	if (known !== undefined) return known;
	throw inputFailure(
		`'Provider' is "${name}", which this node does not know`,
		`Choose one of ${PROVIDER_NAMES.join(', ')}.`,
		'Provider',
	);
}

/** The provider that an item chose. */
export function providerOf(item: Item): OrderProvider {
	return ORDER_PROVIDERS[providerNameOf(item)];
}
