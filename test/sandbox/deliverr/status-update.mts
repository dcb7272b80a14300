import type { Json } from '../shared/json.mts';
import type { StoredOrder } from './order-types.mts';
import type { World } from './world.mts';

/** The statuses that are told; a life has more. */
const TOLD: ReadonlySet<string> = new Set(['CREATED', 'SHIPPED', 'CANCELLED']);

/** Whether an order's coming to a status is an event (Deliverr Webhooks API reference). */
export function isTold(status: string): boolean {
	return TOLD.has(status);
}

/**
 * What ORDER_STATUS_UPDATE tells. That updateType is the new status is not documented beyond
 * SHIPPED; once the text writes a status with ORDER_ in front.
 */
export function statusUpdate(
	{ switches }: World,
	{ orderId, shipments }: Pick<StoredOrder, 'orderId' | 'shipments'>,
	{ oldStatus, newStatus }: { oldStatus: string | undefined; newStatus: string },
): Json {
	const written = (status: string) => (switches.prefixedStatuses ? `ORDER_${status}` : status);
	return {
		updateType: newStatus,
		...(oldStatus === undefined ? {} : { oldStatus: written(oldStatus) }),
		newStatus: written(newStatus),
		orderId: switches.numericIds ? Number(orderId) : orderId,
		...(shipments.length === 0 ? {} : { shipments }),
	};
}
