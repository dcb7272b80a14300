import { coerce } from '../../shared/checks/coerce';
import { readJsonObject } from '../../shared/checks/json-input';
import { inputModeProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { flagParam, groupParam, param, textParam } from '../../shared/parameters/read';
import { showFor } from '../../shared/parameters/operation';
import { unwrap } from '../../shared/parameters/unwrap';
import { PRODUCT_FIELDS } from '../../shared/providers/flexport/product-fields';
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
		const asJson = param(item, 'inputMode') === 'json';
		const body = asJson ? readJsonObject(param(item, 'jsonBody'), 'JSON Body') : readFields(item);
		const session = await openFlexport(item.runtime);
		const product = await createProduct(session, body, asJson ? 'json' : 'panel');
		return [flagParam(item, 'simplify', true) ? simplifyProduct(product) : product];
	},
};

/** The body of CreateProduct as the panel describes it; its groups have the API's own names. */
function readFields(item: Item): Json {
	const body = unwrap({
		name: textParam(item, 'name').trim(),
		merchantSku: textParam(item, 'merchantSku').trim(),
		...groupParam(item, 'additionalFields'),
	});
	return coerce(body, PRODUCT_FIELDS, item.ctx.getTimezone());
}
