/** The one vocabulary of states; the same words for every provider. */
export const ORDER_STATUSES = [
	'pending',
	'processing',
	'shipped',
	'delivered',
	'cancelled',
	'failed',
	'unknown',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
