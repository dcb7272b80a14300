import type { Json } from '../shared/json.mts';
import { countersOf } from './counters.mts';
import { instant } from './java-time.mts';
import type { StoredOrder } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import type { UnitsOfLine } from './shipments.mts';
import type { World } from './world.mts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What fulfillment_order.backordered tells: the order, and of its lines those that must wait. */
export function backorderOf(world: World, order: StoredOrder, units: readonly UnitsOfLine[]): Json {
	const availableTime = instant(Math.floor((world.clock.now() + WEEK_MS) / 1000) * 1000);
	return {
		...orderForApi(world, order),
		items: units.map(({ line, units: backordered }) => ({
			id: line.id,
			...(line.upstreamId === undefined ? {} : { upstreamId: line.upstreamId }),
			inventoryItemId: line.inventoryItemId,
			ordered: line.quantity,
			backordered,
			totalBackordered: countersOf(line, order.state).backordered,
			availableTime,
		})),
	};
}
