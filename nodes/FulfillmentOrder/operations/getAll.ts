import { inputFailure } from '../../shared/failure';
import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { listFields, readListQuery } from '../fields/list-fields';
import { orderOutput } from '../order-output';
import { providerOf } from '../provider';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many fulfillment orders',
	description: 'List orders, the newest first',
	properties: [...listFields, simplifyProperty, optionsOf()],
	run: async (item) => {
		const provider = providerOf(item);
		if (!provider.list) {
			throw inputFailure(
				"This 'Provider' has no list of orders",
				"Choose Digital River as 'Provider', or another 'Operation'.",
				'Operation',
			);
		}
		const orders = await provider.list(item.runtime, readListQuery(item));
		return orders.map((order) => orderOutput(item, provider, order));
	},
};
