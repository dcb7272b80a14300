import type { INodeProperties } from 'n8n-workflow';
import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, groupParam } from '../../shared/parameters/read';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { simplifyHistory } from '../../shared/providers/delivery-solutions/simplify-history';
import { getStatusHistory as readHistory } from '../../shared/providers/delivery-solutions/status-history';
import { looseFlag } from '../../shared/read';
import { shipmentIdOf, shipmentLocator } from '../shipment-locator';

const onlyUniqueOption: INodeProperties = {
	displayName: 'Unique Statuses Only',
	name: 'onlyUnique',
	type: 'boolean',
	default: true,
	description: 'Whether to leave out a status that came before',
};

export const getStatusHistory: Operation = {
	value: 'getStatusHistory',
	name: 'Get Status History',
	action: 'Get status history of shipping order',
	description: 'Get one item for each status change, oldest first',
	properties: [shipmentLocator, simplifyProperty, optionsOf([onlyUniqueOption])],
	run: async (item) => {
		const onlyUnique = looseFlag(groupParam(item, 'options').onlyUnique) ?? false;
		const session = await openDeliverySolutions(item.runtime);
		const histories = await readHistory(session, shipmentIdOf(item), onlyUnique);
		return flagParam(item, 'simplify', true) ? simplifyHistory(histories) : histories;
	},
};
