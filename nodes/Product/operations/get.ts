import { productLocator, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, locatorParam } from '../../shared/parameters/read';
import { getProduct } from '../../shared/providers/flexport/products';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyProduct } from '../../shared/providers/flexport/simplify-product';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get product',
	description: 'Get a product by its SKU',
	properties: [productLocator, simplifyProperty, optionsOf()],
	run: async (item) => {
		const session = await openFlexport(item.runtime);
		const product = await getProduct(session, locatorParam(item, 'product').value);
		return [flagParam(item, 'simplify', true) ? simplifyProduct(product) : product];
	},
};
