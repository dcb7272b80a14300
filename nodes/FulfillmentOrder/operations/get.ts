import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { orderLocator, orderRefOf } from '../order-locator';
import { orderOutput } from '../order-output';
import { providerOf } from '../provider';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get fulfillment order',
	description: 'Get an order with its status and tracking numbers',
	properties: [orderLocator, simplifyProperty, optionsOf()],
	run: async (item) => {
		const provider = providerOf(item);
		const order = await provider.get(item.runtime, orderRefOf(item));
		return [orderOutput(item, provider, order)];
	},
};
