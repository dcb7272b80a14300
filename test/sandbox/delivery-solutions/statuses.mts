/** Status of a shipment (Shipping Order API, the enum of ShipmentResponseV1). */
export const STATUSES = [
	'REQUEST_RECEIVED',
	'PENDING_DISPATCH',
	'PENDING_RELEASE',
	'PENDING_AUTORETRY',
	'ESTIMATES_RECEIVED',
	'ESTIMATES_FAILED',
	'ORDER_DISPATCHED',
	'STAGED',
	'ORDER_FAILED',
	'ORDER_ASSIGNED',
	'ORDER_UNASSIGNED',
	'PICKUP_STARTED',
	'PICKUP_COMPLETED',
	'IN_TRANSIT',
	'OUT_FOR_DELIVERY',
	'ORDER_AT_LOCATION',
	'ORDER_DELIVERED',
	'ORDER_DELAYED',
	'ORDER_REDELIVERY',
	'ORDER_UNDELIVERABLE',
	'ERROR_EXCEPTION',
	'ORDER_CANCELLED',
	'PARTIAL_CANCELLED',
	'PARTIAL_EXCEPTION',
	'PARTIAL_DELIVERED',
	'PARTIAL_IN_TRANSIT',
] as const;
export type Status = (typeof STATUSES)[number];

export function isStatus(value: unknown): value is Status {
	return STATUSES.some((status) => status === value);
}

/** What a shipment goes through unless told otherwise; the first is what create answers. */
export const USUAL_LIFE: readonly Status[] = [
	'ORDER_DISPATCHED',
	'ORDER_ASSIGNED',
	'PICKUP_STARTED',
	'PICKUP_COMPLETED',
	'IN_TRANSIT',
	'OUT_FOR_DELIVERY',
	'ORDER_DELIVERED',
];

/** No provider has the shipment yet. */
const BEFORE_DISPATCH: ReadonlySet<string> = new Set<Status>([
	'REQUEST_RECEIVED',
	'PENDING_DISPATCH',
	'PENDING_RELEASE',
	'PENDING_AUTORETRY',
	'ESTIMATES_RECEIVED',
	'ESTIMATES_FAILED',
	'ORDER_FAILED',
]);

/** Whether a provider has, or had, the shipment. */
export function isDispatched(status: string): boolean {
	return !BEFORE_DISPATCH.has(status);
}

/** From where a retry is allowed. Not documented: these are the states in which dispatching failed. */
export const RETRIABLE: ReadonlySet<string> = new Set<Status>([
	'ORDER_FAILED',
	'ESTIMATES_FAILED',
	'PENDING_AUTORETRY',
	'ERROR_EXCEPTION',
]);

/** The provider cannot call it back any more. Where that begins is not documented: at the pickup. */
export const PICKED_UP: ReadonlySet<string> = new Set<Status>([
	'PICKUP_COMPLETED',
	'IN_TRANSIT',
	'OUT_FOR_DELIVERY',
	'ORDER_AT_LOCATION',
	'ORDER_DELIVERED',
	'ORDER_DELAYED',
	'ORDER_REDELIVERY',
	'ORDER_UNDELIVERABLE',
	'PARTIAL_DELIVERED',
	'PARTIAL_IN_TRANSIT',
]);

/** Statuses that the carrier sets; the platform sets the others. */
export const SET_BY_PROVIDER: ReadonlySet<string> = new Set<Status>([
	'ORDER_ASSIGNED',
	'ORDER_UNASSIGNED',
	'PICKUP_STARTED',
	'PICKUP_COMPLETED',
	'IN_TRANSIT',
	'OUT_FOR_DELIVERY',
	'ORDER_AT_LOCATION',
	'ORDER_DELIVERED',
	'ORDER_DELAYED',
	'ORDER_REDELIVERY',
	'ORDER_UNDELIVERABLE',
	'ERROR_EXCEPTION',
]);
