import type { Naming } from '../checks/field';
import type { Json } from '../read';
import type { Runtime } from '../transport/runtime';
import type { OrderInput, SimplifiedOrder } from '../vocabulary/order';

/** How a person names an order: by the provider's id, or by their own. */
export interface OrderRef {
	by: 'id' | 'externalId';
	value: string;
}

/** What came of an operation that changes an order. */
export type OrderOutcome =
	| 'created'
	| 'alreadyExisted'
	| 'retried'
	| 'notRetriable'
	| 'notFailed'
	| 'cancelled'
	| 'cancelRequested'
	| 'partlyCancelled'
	| 'alreadyCancelled';

export interface OrderResult {
	/** The provider's answer, untouched. */
	order: Json;
	outcome: OrderOutcome;
	/** The outcome as a sentence. */
	message: string;
}

export interface CreateOrderOptions {
	/** What to do if the account already has an order with this external id. */
	ifExists: 'return' | 'fail';
	/** Asks for the external id before creating, instead of relying on the provider's refusal. */
	lookUpFirst: boolean;
	/** Whether findings name panel fields or places in the JSON. */
	naming: Naming;
}

/** A line of an order that is to be cancelled. */
export interface CancelledLine {
	/** Its ID, the person's own ID of it, or its product. */
	id: string;
	/** All that is open, if left out. */
	quantity?: number;
}

/** What only some providers take for a cancellation. */
export interface CancelOptions {
	/** Empty for all that is open. */
	lines: readonly CancelledLine[];
	reason: string;
}

/** Which orders of a list are wanted. */
export interface OrderListQuery {
	/** Infinity for all. */
	wanted: number;
	ids: readonly string[];
	externalIds: readonly string[];
	/** The ID of an order; the list goes on behind it. */
	startingAfter?: string;
	/** The ID of an order; the list is read backwards from it. */
	endingBefore?: string;
}

/**
 * One fulfillment system. Every method throws a `Failure` that a person can act on.
 * A provider that lacks a capability leaves it out.
 */
export interface OrderProvider {
	/**
	 * The order to be created in the provider's own field names.
	 * @param timezone the workflow's, for times without a zone
	 */
	toBody: (input: OrderInput, timezone: string) => Json;
	create: (runtime: Runtime, body: Json, options: CreateOrderOptions) => Promise<OrderResult>;
	get: (runtime: Runtime, ref: OrderRef) => Promise<Json>;
	retry?: (
		runtime: Runtime,
		ref: OrderRef,
		options: { onlyIfRetriable: boolean },
	) => Promise<OrderResult>;
	cancel: (runtime: Runtime, ref: OrderRef, options: CancelOptions) => Promise<OrderResult>;
	list?: (runtime: Runtime, query: OrderListQuery) => Promise<Json[]>;
	simplify: (order: Json) => SimplifiedOrder;
}
