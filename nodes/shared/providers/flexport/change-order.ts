import { randomUUID } from 'node:crypto';
import { id, record, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import { pathSegment } from '../path-segment';
import { glanceAtOrder } from './get-order';

/** The calls that change an order without a body (Orders API, RetryOrder and CancelOrder). */
export type OrderChange = 'retry' | 'cancel';

/**
 * The request that retries or cancels an order.
 *
 * @param isDone tells from an order whether the change has happened, for the case that an answer is lost
 */
export function changeRequest(
	session: Session,
	order: Json,
	change: OrderChange,
	isDone: (order: Json) => boolean,
): ApiRequest {
	const orderId = id(order.id) ?? '';
	return {
		method: 'POST',
		path: `/orders/${pathSegment(orderId, 'Order')}/${change}`,
		headers: { 'idempotency-key': randomUUID() },
		repeat: 'idempotent',
		recover: async () => {
			const answer = await glanceAtOrder(session, { by: 'id', value: orderId });
			return answer && isDone(record(answer.body) ?? {}) ? answer : undefined;
		},
		ifUnknown: 'Get the order to see its status before you run the item again.',
	};
}
