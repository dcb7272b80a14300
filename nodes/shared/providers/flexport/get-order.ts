import { Failure } from '../../failure';
import { record, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { OrderRef } from '../order-provider';
import { call, pathSegment } from './call';

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

const NAMES: Readonly<Record<OrderRef['by'], string>> = {
	id: 'order ID',
	externalId: 'external order ID',
};
