/** The one vocabulary of states; the same words for every provider. */
export type OrderStatus =
	'pending' | 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'failed' | 'unknown';
