import { Failure } from '../../failure';
import { id, record, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderRef } from '../order-provider';
import { pathSegment } from '../path-segment';
import { isSuccess } from '../refusal';
import { call } from './call';

/**
 * GetOrder or GetOrderByExternalId.
 * @throws Failure if there is no such order
 */
export async function getOrder(session: Session, ref: OrderRef): Promise<Json> {
	const answer = await call(session, orderRequest(ref), {
		404: {
			what: `Flexport has no order with the ${NAMES[ref.by]} "${ref.value}"`,
			fix: `Check the ${NAMES[ref.by]}, and whether the credential is for the account that has the order.`,
		},
	});
	return orderIn(answer);
}

/** The request that reads an order. */
export function orderRequest(ref: OrderRef): ApiRequest {
	const label = ref.by === 'id' ? 'Order' : 'External Order ID';
	const segment = pathSegment(ref.value, label);
	const path = ref.by === 'id' ? `/orders/${segment}` : `/orders/external_id/${segment}`;
	return { method: 'GET', path, repeat: 'always' };
}

/** A quick look at an order; undefined where the answer is no order, for whatever reason. */
export async function glanceAtOrder(
	session: Session,
	ref: OrderRef,
): Promise<ApiAnswer | undefined> {
	const answer = await send(session, { ...orderRequest(ref), tries: 2 });
	return isSuccess(answer) ? answer : undefined;
}

/** The order in an answer. */
export function orderIn(answer: ApiAnswer): Json {
	const order = record(answer.body);
	if (order) return order;
	throw new Failure({
		kind: 'api',
		what: 'Flexport answered with something other than an order',
		fix: "Look at the order in the Flexport portal, and check the credential's 'API Version'.",
		httpCode: String(answer.status),
	});
}

/** An order as messages name it: by the person's own ID where there is one. */
export function orderName(order: Json): string {
	return `Order "${id(order.externalOrderId) ?? id(order.id) ?? 'unknown'}"`;
}

const NAMES: Readonly<Record<OrderRef['by'], string>> = {
	id: 'order ID',
	externalId: 'external order ID',
};
