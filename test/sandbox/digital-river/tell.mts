import type { StoredOrder } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import type { Account, World } from './world.mts';

/** An order of which some units were shipped is not cancelled, and nothing is told. */
export function tellIfCancelled(
	world: World,
	account: Account,
	order: StoredOrder,
	before: string,
): void {
	if (order.state !== 'cancelled' || before === 'cancelled') return;
	const object = orderForApi(world, order);
	world.emit(account, 'fulfillment_order.cancelled', object, { state: before });
}
