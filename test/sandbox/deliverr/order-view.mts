import type { StoredOrder } from './order-types.mts';
import type { World } from './world.mts';

/** An order as the API answers it. */
export function orderForApi({ switches }: World, order: StoredOrder): object {
	return { ...order, orderId: switches.numericIds ? Number(order.orderId) : order.orderId };
}
