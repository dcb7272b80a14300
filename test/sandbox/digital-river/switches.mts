/** How a cancellation is decided. */
export type CancellationMode = 'accept' | 'pending' | 'reject' | 'partly';

/** What the documents leave open, and states that no call can bring about. */
export interface DigitalRiverSwitches {
	/** Lists have `hasMore`. The page of fulfillment orders shows only `data`. */
	sendsHasMore: boolean;
	/**
	 * Orders come with times as Java time objects and with items in a list inside the list, as in the
	 * examples of the Fulfillment orders page. Its declared types say otherwise.
	 */
	explodedDates: boolean;
	/** Order ids as texts; in the examples they are numbers. */
	stringIds: boolean;
	/** Line ids as numbers, as in later versions; in the examples of this one they are texts. */
	numericLineIds: boolean;
	/** Lines have `state` and counters. The examples of the Fulfillment orders page show neither. */
	lineCounters: boolean;
	/**
	 * Whether an order all of whose open units are backordered says so. The documented states of an
	 * order are pending, cancelled and shipped; that of its lines is backordered either way.
	 */
	backorderedOrders: boolean;
	/** Whether shipTo and shippingChoice must be there, as later versions say. */
	requiresShipTo: boolean;
	/** Whether an order for an inventory item that is not known is refused. Not documented. */
	strictItems: boolean;
	/** What a second order with the same upstreamId does. Not documented. */
	duplicateUpstreamIds: 'allowed' | 'conflict';
	/**
	 * Decided at once, unless `pending`: accepted after a while. `partly` accepts the first half of the
	 * units, rounded up.
	 */
	cancellationMode: CancellationMode;
	/** What registering a second webhook for an address does. A 409 is documented, its reason is not. */
	duplicateWebhooks: 'allowed' | 'conflict';
	/** Unit of the timestamp in the signature of a delivery. Not documented. */
	signatureTimestamp: 'seconds' | 'milliseconds';
	/** Real milliseconds in which a delivery must be answered. */
	deliveryTimeoutMs: number;
	/** After so long without a success a webhook is switched off; the guides say several days. */
	switchedOffAfterMs: number;
	/** Real milliseconds that every call's work takes, e.g. to have two calls under way at once. */
	processingMs: number;
}

export function defaultSwitches(): DigitalRiverSwitches {
	return {
		sendsHasMore: true,
		explodedDates: false,
		stringIds: false,
		numericLineIds: false,
		lineCounters: true,
		backorderedOrders: true,
		requiresShipTo: false,
		strictItems: false,
		duplicateUpstreamIds: 'allowed',
		cancellationMode: 'accept',
		duplicateWebhooks: 'allowed',
		signatureTimestamp: 'seconds',
		deliveryTimeoutMs: 3000,
		switchedOffAfterMs: 3 * 24 * 3_600_000,
		processingMs: 0,
	};
}
