import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { cancelFields, readCancelOptions } from '../fields/cancel-fields';
import { orderLocator, orderRefOf } from '../order-locator';
import { resultOutput } from '../order-output';
import { providerOf } from '../provider';

export const cancel: Operation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel fulfillment order',
	description: 'Cancel an order that has not shipped yet',
	properties: [orderLocator, ...cancelFields, simplifyProperty, optionsOf()],
	run: async (item) => {
		const provider = providerOf(item);
		const result = await provider.cancel(item.runtime, orderRefOf(item), readCancelOptions(item));
		return [resultOutput(item, provider, result)];
	},
};
