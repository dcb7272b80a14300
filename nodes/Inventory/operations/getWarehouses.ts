import { show } from '../../shared/checks/show';
import { poolOption, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, param, poolOf } from '../../shared/parameters/read';
import { getWarehouses as readWarehouses } from '../../shared/providers/flexport/inventory';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyWarehouses } from '../../shared/providers/flexport/simplify-inventory';
import { id, list } from '../../shared/read';
import type { Item } from '../../shared/runner/item';

export const getWarehouses: Operation = {
	value: 'getWarehouses',
	name: 'Get Warehouses',
	action: 'Get warehouses with stock',
	description: 'Find out which warehouses have products in stock',
	properties: [
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. DABCDEF1234, DGHIJKL5678',
			description:
				"Flexport's own SKUs with commas in between. An expression may give a list instead.",
		},
		simplifyProperty,
		optionsOf([poolOption]),
	],
	run: async (item) => {
		const poolName = poolOf(item);
		const skus = readSkus(item);
		const rows = await readWarehouses(await openFlexport(item.runtime), skus, poolName);
		return flagParam(item, 'simplify', true)
			? rows.flatMap((row) => simplifyWarehouses(row, poolName))
			: rows;
	},
};

function readSkus(item: Item): string[] {
	const value: unknown = param(item, 'skus');
	const parts = Array.isArray(value) ? list(value) : (id(value) ?? '').split(',');
	// What is no text stays in the list, for the check to name.
	return parts
		.map((part) => (typeof part === 'string' ? part.trim() : (id(part) ?? show(part))))
		.filter((sku) => sku !== '');
}
