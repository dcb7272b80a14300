import type { IDataObject } from 'n8n-workflow';
import { flagParam } from '../shared/parameters/read';
import type { OrderProvider, OrderResult } from '../shared/providers/order-provider';
import type { Json } from '../shared/read';
import type { Item } from '../shared/runner/item';

/** An order as it leaves the node: simplified, or the provider's answer untouched. */
export function orderOutput(item: Item, provider: OrderProvider, order: Json): IDataObject {
	return flagParam(item, 'simplify', true) ? provider.simplify(order) : order;
}

/** As `orderOutput`; simplified, it also tells what the operation did. */
export function resultOutput(
	item: Item,
	provider: OrderProvider,
	result: OrderResult,
): IDataObject {
	const { order, outcome, message } = result;
	if (!flagParam(item, 'simplify', true)) return order;
	return { ...provider.simplify(order), outcome, message };
}
