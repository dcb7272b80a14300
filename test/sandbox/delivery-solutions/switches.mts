import type { WebhookSpelling } from './webhook-body.mts';

/** What the documents leave open, and states that no call can bring about. */
export interface DeliverySolutionsSwitches {
	/** Life of a token on the sandbox's clock. */
	tokenSeconds: number;
	/** The token endpoint answers 429. */
	tokenRateLimited: boolean;
	/**
	 * Whether the answer of create has an id and real times. It has none in the documented example,
	 * where both times are empty texts.
	 */
	createAnswersWithId: boolean;
	/** How a second shipment with the same orderExternalId is refused; which of them is not documented. */
	duplicateType: 'DUPLICATE_ID' | 'DUPLICATE_NAME' | 'DUPLICATE_RESOURCE';
	/** Whether the end of a window of List Shipments belongs to it. Not documented; the start does. */
	windowEnds: 'inclusive' | 'exclusive';
	/**
	 * Which of its two ids a shipment is found by in a path. The text says the external one, the contract
	 * the system's own.
	 */
	pathIds: 'both' | 'own' | 'external';
	/** Order of List Shipments. Not documented; the example is newest first. */
	listOrder: 'newestFirst' | 'oldestFirst';
	/** What List Shipments is in order of. Not documented. By its last update, a shipment changes its place. */
	listBy: 'createdAt' | 'lastUpdatedAt';
	/**
	 * What a token of List Shipments stands for: the shipment that the page follows, as the documented one
	 * looks, or how many came before it. With a number, pages shift when shipments come into the list, leave
	 * it or change their places. Not documented: tokens are to be opaque.
	 */
	pageTokens: 'shipment' | 'offset';
	/** Most shipments of a page, if that is less than was asked for. That there is such a cap is not documented. */
	mostPerPage: number;
	/** `updatedAt` of the history: text for people, as in the example, or ISO 8601, as in the schema. */
	historyTimes: 'display' | 'iso';
	/** Names of keys in the bodies of order webhooks: those of the older API, or of this one's shipments. */
	webhookSpelling: WebhookSpelling;
	/** Real milliseconds that every call's work takes, e.g. to have two calls under way at once. */
	processingMs: number;
}

export function defaultSwitches(): DeliverySolutionsSwitches {
	return {
		tokenSeconds: 3600,
		tokenRateLimited: false,
		createAnswersWithId: false,
		duplicateType: 'DUPLICATE_ID',
		windowEnds: 'exclusive',
		pathIds: 'both',
		listOrder: 'newestFirst',
		listBy: 'createdAt',
		pageTokens: 'shipment',
		mostPerPage: 1000,
		historyTimes: 'display',
		webhookSpelling: 'classic',
		processingMs: 0,
	};
}
