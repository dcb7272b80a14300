import type { INodeProperties } from 'n8n-workflow';
import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { groupParam } from '../../shared/parameters/read';
import { retryShipment } from '../../shared/providers/delivery-solutions/retry-shipment';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { looseFlag } from '../../shared/read';
import { labelOptions } from '../label-options';
import { shipmentIdOf, shipmentLocator } from '../shipment-locator';
import { resultOutput } from '../shipment-output';

const onlyIfFailedOption: INodeProperties = {
	displayName: 'Only If Failed',
	name: 'onlyIfFailed',
	type: 'boolean',
	default: true,
	description: 'Whether to leave a shipment alone that did not fail',
};

export const retry: Operation = {
	value: 'retry',
	name: 'Retry',
	action: 'Retry shipping order',
	description: 'Send a shipment that failed to a delivery provider again',
	properties: [shipmentLocator, simplifyProperty, optionsOf([onlyIfFailedOption, ...labelOptions])],
	run: async (item) => {
		const onlyIfFailed = looseFlag(groupParam(item, 'options').onlyIfFailed) ?? true;
		const session = await openDeliverySolutions(item.runtime);
		const result = await retryShipment(session, shipmentIdOf(item), { onlyIfFailed });
		return [await resultOutput(item, result)];
	},
};
