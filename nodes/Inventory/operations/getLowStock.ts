import { poolOption } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { param, poolOf } from '../../shared/parameters/read';
import { listLowStock } from '../../shared/providers/flexport/low-stock';
import { openFlexport } from '../../shared/providers/flexport/session';
import { lowStockFields } from './low-stock-fields';
import { readThresholds } from './low-stock-thresholds';

export const getLowStock: Operation = {
	value: 'getLowStock',
	name: 'Get Low Stock',
	action: 'Get low stock',
	description: 'List the products whose stock is at or below a threshold',
	properties: [...lowStockFields, optionsOf([poolOption])],
	run: async (item) => {
		const thresholds = readThresholds(item);
		return await listLowStock(await openFlexport(item.runtime), {
			thresholds,
			measure: param(item, 'measure') === 'onHand' ? 'onHand' : 'available',
			poolName: poolOf(item),
		});
	},
};
