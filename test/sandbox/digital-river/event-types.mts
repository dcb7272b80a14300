/** Events that a webhook can be registered for, as the pages on fulfillment name them. */
export const EVENT_TYPES = [
	'fulfillment_order.pending',
	'fulfillment_order.backordered',
	'fulfillment_order.shipped',
	'fulfillment_order.cancelled',
	'fulfillment_cancellation.created',
	'fulfillment_cancellation.accepted',
	'fulfillment_cancellation.rejected',
	'fulfillment_return.created',
	'fulfillment_return.pending',
	'fulfillment_return.accepted',
	'fulfillment_return.rejected',
	'fulfillment.created',
	// One page writes it so.
	'fulfillment.create',
	'sku.created',
	'sku.updated',
	'sku.deleted',
	'logistics_return.received',
] as const;

/** Families of which the sandbox knows no full list; any word of theirs will do. */
export const OPEN_FAMILIES = '^(order|global_returns)\\.[a-z_]+$';
