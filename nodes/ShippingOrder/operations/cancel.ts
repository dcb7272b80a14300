import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { cancelShipment } from '../../shared/providers/delivery-solutions/cancel-shipment';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { shipmentIdOf, shipmentLocator } from '../shipment-locator';
import { resultOutput } from '../shipment-output';

export const cancel: Operation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel shipping order',
	description: 'Cancel a shipment, also with its delivery provider',
	properties: [shipmentLocator, simplifyProperty, optionsOf()],
	run: async (item) => {
		const session = await openDeliverySolutions(item.runtime);
		return [await resultOutput(item, await cancelShipment(session, shipmentIdOf(item)))];
	},
};
