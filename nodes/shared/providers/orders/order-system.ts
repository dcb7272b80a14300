import type { Rule } from '../../checks/check';
import type { Field } from '../../checks/field';
import type { Failure } from '../../failure';
import type { Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import type { OrderErrorNote, OrderInput, SimplifiedOrder } from '../../vocabulary/order';
import type { OrderStatus } from '../../vocabulary/order-status';
import type { FailureWords } from '../error-entry';
import type { OrderRef } from '../order-provider';

/** The calls that change an order without a body. */
export type OrderChange = 'retry' | 'cancel';

/** How a system names things of an order in its own JSON. */
export interface OrderKeys {
	id: string;
	externalId: string;
}

/**
 * What one fulfillment system has of its own. How orders are created once, looked up, retried and
 * cancelled is the same for all, and stands beside this file.
 */
export interface OrderSystem {
	/** Its name as people know it. */
	readonly service: string;
	/** The setting of its credential to check where an answer makes no sense. */
	readonly checkSetting: string;
	readonly keys: OrderKeys;
	/** What the documentation says of the body of a new order. */
	readonly fields: readonly Field[];
	readonly rules?: readonly Rule[];
	/**
	 * Whether it refuses a second order with the same external id. Where it does not, each order is
	 * looked up before it is created.
	 */
	readonly refusesDuplicates: boolean;
	open: (runtime: Runtime) => Promise<Session>;
	toBody: (input: OrderInput, timezone: string) => Json;
	/** The request that creates an order; who sends it adds how it is recovered. */
	createRequest: (body: Json) => ApiRequest;
	/** The request that reads an order. */
	readRequest: (ref: OrderRef) => ApiRequest;
	/**
	 * The order in an answer; undefined if there is none in it.
	 * @param ref which order was asked for, where that was the question
	 */
	orderIn: (answer: ApiAnswer, ref?: OrderRef) => Json | undefined;
	/** The request that changes an order, where the system has one. */
	changeRequest?: (order: Json, change: OrderChange) => ApiRequest;
	/** Whether an answer refuses an order because its external id is known. */
	isDuplicate: (answer: ApiAnswer) => boolean;
	/** @param words better words for some statuses of a call */
	failure: (
		session: Session,
		request: ApiRequest,
		answer: ApiAnswer,
		words?: Readonly<Record<number, FailureWords>>,
	) => Failure;
	status: (order: Json) => OrderStatus;
	providerStatus: (order: Json) => string | undefined;
	/** Why an order failed, or null. */
	note: (order: Json) => OrderErrorNote | null;
	isRetriable: (order: Json) => boolean;
	/** What differs between an order that exists and one that was to be created, or undefined. */
	differenceOf: (existing: Json, body: Json) => string | undefined;
	simplify: (order: Json) => SimplifiedOrder;
}
