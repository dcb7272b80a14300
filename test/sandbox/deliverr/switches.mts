/** What the documents leave open, and states that no call can bring about. */
export interface DeliverrSwitches {
	/** Life of a token that was renewed, on the sandbox's clock. Not documented. */
	tokenSeconds: number;
	/** Whether a refresh also gives a new refresh token and ends the old one. Not documented. */
	rotatesRefreshTokens: boolean;
	/** How long after its creation in the shop an order is refused as ORDER_SUBMITTED_TOO_EARLY. */
	ingestionDelayMs: number;
	/** Status of the answer of create. Not documented. */
	createdStatus: 200 | 201;
	/** Order ids as JSON numbers. The guide shows no id. */
	numericIds: boolean;
	/** How cancelling a cancelled order is answered. Not documented. */
	cancelledAgainAnswer: 200 | 400;
	/**
	 * Which refused creates make the same order ORDER_PREVIOUSLY_SEEN_ERROR for an hour; an order that
	 * was kept and failed later always does. Not documented. `products`: those that are refused for what
	 * they order; `all`: also those whose body lacks something.
	 */
	rememberedRefusals: 'none' | 'products' | 'all';
	/** Status of the answers to registering and deleting a webhook. Not documented. */
	createdWebhookStatus: 200 | 201 | 202;
	deletedWebhookStatus: 200 | 202 | 204;
	/** Whether events write ORDER_SHIPPED for SHIPPED. The text does once, the schema does not. */
	prefixedStatuses: boolean;
	/** Real milliseconds that every call's work takes, e.g. to have two calls under way at once. */
	processingMs: number;
}

export function defaultSwitches(): DeliverrSwitches {
	return {
		tokenSeconds: 3600,
		rotatesRefreshTokens: false,
		ingestionDelayMs: 0,
		createdStatus: 200,
		numericIds: false,
		cancelledAgainAnswer: 400,
		rememberedRefusals: 'products',
		createdWebhookStatus: 200,
		deletedWebhookStatus: 200,
		prefixedStatuses: false,
		processingMs: 0,
	};
}
