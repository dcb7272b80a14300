/** What the documents leave open, and states that no call can bring about. */
export interface FlexportSwitches {
	/** Order ids as JSON numbers, as seen in live data; the documents say string. */
	numericIds: boolean;
	/**
	 * How a second order with the same externalOrderId is refused. Not documented beyond the word
	 * DUPLICATE_ORDER; `code`, `title` and the end of `type` are where it can stand.
	 */
	duplicateAnswer: { status: 400 | 409 | 422; word: ('code' | 'title' | 'type')[] };
	/** How cancelling a cancelled order is answered. Not documented. */
	cancelledAgainAnswer: 200 | 400;
	/**
	 * Whether a webhook may have any type of the right form, e.g. Order.Held. The documents call their
	 * list of types examples; whether others are refused is not documented.
	 */
	openEventTypes: boolean;
	/** Status of the answer of DeleteWebhook. That it has no body is documented, its status is not. */
	deletedWebhookStatus: 202 | 204;
	/** The account is frozen: every call is answered 423. */
	frozen: boolean;
	/** Real milliseconds that every call's work takes, e.g. to have two calls under way at once. */
	processingMs: number;
}

export function defaultSwitches(): FlexportSwitches {
	return {
		numericIds: false,
		duplicateAnswer: { status: 409, word: ['code', 'type'] },
		cancelledAgainAnswer: 400,
		openEventTypes: true,
		deletedWebhookStatus: 204,
		frozen: false,
		processingMs: 0,
	};
}
