import { pageProperties, poolOption, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, poolOf, wantedRows } from '../../shared/parameters/read';
import { listInventory } from '../../shared/providers/flexport/inventory';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyInventory } from '../../shared/providers/flexport/simplify-inventory';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many inventory levels',
	description: 'List the stock of all products',
	properties: [...pageProperties(), simplifyProperty, optionsOf([poolOption])],
	run: async (item) => {
		const poolName = poolOf(item);
		const wanted = wantedRows(item);
		const rows = await listInventory(await openFlexport(item.runtime), wanted, poolName);
		return flagParam(item, 'simplify', true)
			? rows.map((row) => simplifyInventory(row, poolName))
			: rows;
	},
};
