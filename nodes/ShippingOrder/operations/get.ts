import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { groupParam } from '../../shared/parameters/read';
import { getShipment } from '../../shared/providers/delivery-solutions/get-shipment';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { looseFlag } from '../../shared/read';
import { forceUpdateOption } from '../force-update-option';
import { labelOptions } from '../label-options';
import { shipmentIdOf, shipmentLocator } from '../shipment-locator';
import { shipmentOutput } from '../shipment-output';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get shipping order',
	description: 'Get a shipment with its status, tracking and label',
	properties: [shipmentLocator, simplifyProperty, optionsOf([forceUpdateOption, ...labelOptions])],
	run: async (item) => {
		const forceUpdate = looseFlag(groupParam(item, 'options').forceUpdate) ?? false;
		const session = await openDeliverySolutions(item.runtime);
		const shipment = await getShipment(session, shipmentIdOf(item), forceUpdate);
		return [await shipmentOutput(item, shipment)];
	},
};
