import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { textParam } from '../shared/parameters/read';
import type { OrderProvider } from '../shared/providers/order-provider';
import { ORDER_PROVIDERS, type OrderProviderName } from '../shared/providers/order-providers';
import type { Item } from '../shared/runner/item';

/**
 * Which system fulfills the order. Where several credentials depend on it, they must do so by
 * `displayOptions.hide`: with `show` n8n takes the parameter for a choice of authentication and
 * leaves it out of the panel.
 */
export const providerProperty: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [{ name: 'Flexport', value: 'flexport' }],
	default: 'flexport',
	description: 'The system that fulfills the order',
};

/** The provider that an item chose. */
export function providerOf(item: Item): OrderProvider {
	const name = textParam(item, 'provider', 'Provider');
	if (isProvider(name)) return ORDER_PROVIDERS[name];
	throw inputFailure(
		`'Provider' is "${name}", which this node does not know`,
		`Choose one of ${Object.keys(ORDER_PROVIDERS).join(', ')}.`,
		'Provider',
	);
}

function isProvider(name: string): name is OrderProviderName {
	return Object.hasOwn(ORDER_PROVIDERS, name);
}
