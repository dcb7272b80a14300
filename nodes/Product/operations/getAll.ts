import { pageProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, wantedRows } from '../../shared/parameters/read';
import { listProducts } from '../../shared/providers/flexport/products';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyProduct } from '../../shared/providers/flexport/simplify-product';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many products',
	description: 'List the products of the account',
	properties: [...pageProperties(), simplifyProperty, optionsOf()],
	run: async (item) => {
		const wanted = wantedRows(item);
		const products = await listProducts(await openFlexport(item.runtime), wanted);
		return flagParam(item, 'simplify', true) ? products.map(simplifyProduct) : products;
	},
};
