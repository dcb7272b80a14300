import type { OrderSystem } from '../orders/order-system';
import { readOrder } from '../orders/read-order';
import type { WebhookSystem } from './webhook-system';

/** Reads the order that an event is about, by the ID that the event tells. */
export function orderOfEvent(system: OrderSystem): WebhookSystem['readOrder'] {
	return async (runtime, { orderId, externalOrderId }) => {
		const value = orderId ?? externalOrderId;
		if (value === null) return undefined;
		const by = orderId === null ? 'externalId' : 'id';
		const order = await readOrder(system, await system.open(runtime), { by, value });
		return { order, simplified: system.simplify(order) };
	};
}
