import type { IDataObject } from 'n8n-workflow';
import { SceneFailed } from '../expectation.mts';
import type { ShopOrder } from '../shop.mts';
import type { Stage } from '../stage.mts';
import type { RunResult } from '../../engine/harness/index.mts';

/** The one item that a node put out. */
export function only(result: RunResult, node: string, output = 0): IDataObject {
	const [item, ...more] = result.items(node, output);
	if (item && more.length === 0) return item.json;
	const count = item ? more.length + 1 : 0;
	throw new SceneFailed(`"${node}" should have put out one item, but it put out ${count}.`);
}

/** Hands an order to Flexport, with examples/flexport-create-order.json. */
export async function createOrder(stage: Stage, order: ShopOrder): Promise<IDataObject> {
	return only(await stage.run('flexport-create-order', order), 'Order is with Flexport');
}

/** Looks at an order, with examples/flexport-follow-order.json. */
export async function lookAt(stage: Stage, orderNumber: string): Promise<IDataObject> {
	return only(await stage.run('flexport-follow-order', { orderNumber }), 'Get order');
}
