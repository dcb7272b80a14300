import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { groupParam } from '../../shared/parameters/read';
import { looseFlag } from '../../shared/read';
import { orderLocator, orderRefOf } from '../order-locator';
import { resultOutput } from '../order-output';
import { providerOf } from '../provider';

const onlyIfRetriableOption: INodeProperties = {
	displayName: 'Only If Retriable',
	name: 'onlyIfRetriable',
	type: 'boolean',
	default: true,
	description:
		'Whether to leave an order alone that did not fail, or that failed for a reason which a retry cannot mend',
};

export const retry: Operation = {
	value: 'retry',
	name: 'Retry',
	action: 'Retry fulfillment order',
	description: 'Send an order that failed on its way again',
	properties: [orderLocator, simplifyProperty, optionsOf([onlyIfRetriableOption])],
	run: async (item) => {
		const provider = providerOf(item);
		if (!provider.retry) {
			throw inputFailure(
				"This 'Provider' has no call to retry an order",
				"Choose Flexport or Deliverr as 'Provider', or another 'Operation'.",
				'Operation',
			);
		}
		const onlyIfRetriable = looseFlag(groupParam(item, 'options').onlyIfRetriable) ?? true;
		const result = await provider.retry(item.runtime, orderRefOf(item), { onlyIfRetriable });
		return [resultOutput(item, provider, result)];
	},
};
