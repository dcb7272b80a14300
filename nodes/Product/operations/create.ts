import { readJsonObject } from '../../shared/checks/json-input';
import { inputModeProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import { showFor, type Operation } from '../../shared/parameters/operation';
import { flagParam, groupParam, isJsonInput, param, textParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import { toProductBody } from '../../shared/providers/flexport/product-body';
import { createProduct } from '../../shared/providers/flexport/products';
import { openFlexport } from '../../shared/providers/flexport/session';
import { simplifyProduct } from '../../shared/providers/flexport/simplify-product';
import type { Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { createFields } from './create-fields';

const EXAMPLE = '{\n  "name": "Blue mug",\n  "merchantSku": "MUG-BLUE"\n}';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create product',
	description: 'Create a product',
	properties: [
		...inputModeProperties('product', EXAMPLE),
		...createFields.map((field) => showFor(field, 'inputMode', 'fields')),
		simplifyProperty,
		optionsOf(),
	],
	run: async (item) => {
		const asJson = isJsonInput(item);
		const body = asJson ? readJsonObject(param(item, 'jsonBody'), 'JSON Body') : readFields(item);
		const session = await openFlexport(item.runtime);
		const product = await createProduct(session, body, asJson ? 'json' : 'panel');
		return [flagParam(item, 'simplify', true) ? simplifyProduct(product) : product];
	},
};

/** The product that the panel describes. */
function readFields(item: Item): Json {
	const fields = unwrap({
		name: textParam(item, 'name', 'Name').trim(),
		merchantSku: textParam(item, 'merchantSku', 'Merchant SKU').trim(),
		...groupParam(item, 'additionalFields'),
	});
	return toProductBody(fields, item.ctx.getTimezone());
}
