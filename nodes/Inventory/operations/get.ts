import type { INodeProperties } from 'n8n-workflow';
import { poolOption, productLocator, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, groupParam, locatorParam, poolOf } from '../../shared/parameters/read';
import { getInventory } from '../../shared/providers/flexport/inventory';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyInventory } from '../../shared/providers/flexport/simplify-inventory';
import { looseFlag } from '../../shared/read';

const aggregatePacksOption: INodeProperties = {
	displayName: 'Aggregate Packs',
	name: 'aggregatePacks',
	type: 'boolean',
	default: true,
	description: 'Whether to count the units inside packs of the product as well',
};

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get inventory',
	description: 'Get the stock of one product',
	properties: [productLocator, simplifyProperty, optionsOf([aggregatePacksOption, poolOption])],
	run: async (item) => {
		const poolName = poolOf(item);
		const aggregatePacks = looseFlag(groupParam(item, 'options').aggregatePacks);
		const sku = locatorParam(item, 'product').value;
		const inventory = await getInventory(await openFlexport(item.runtime), sku, {
			poolName,
			...(aggregatePacks === undefined ? {} : { aggregatePacks }),
		});
		return [
			flagParam(item, 'simplify', true)
				? simplifyInventory(inventory, poolName, sku.trim())
				: inventory,
		];
	},
};
