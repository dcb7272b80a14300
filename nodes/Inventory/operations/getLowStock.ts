import { poolOption } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { oneOf, param, poolOf } from '../../shared/parameters/read';
import { readThresholds } from '../../shared/parameters/read-thresholds';
import { thresholdFields } from '../../shared/parameters/threshold-fields';
import { listLowStock, MEASURES } from '../../shared/providers/flexport/low-stock';
import { openFlexport } from '../../shared/providers/flexport/session';

export const getLowStock: Operation = {
	value: 'getLowStock',
	name: 'Get Low Stock',
	action: 'Get low stock',
	description: 'List the products whose stock is at or below a threshold',
	properties: [...thresholdFields, optionsOf([poolOption])],
	run: async (item) => {
		const query = {
			thresholds: readThresholds((name) => param(item, name)),
			measure: oneOf(param(item, 'measure'), MEASURES, 'Quantity to Compare'),
			poolName: poolOf(item),
		};
		return await listLowStock(await openFlexport(item.runtime), query);
	},
};
