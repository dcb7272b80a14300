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
