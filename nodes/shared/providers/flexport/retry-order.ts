import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import type { OrderRef, OrderResult } from '../order-provider';
import { call } from './call';
import { changeRequest } from './change-order';
import { getOrder, orderIn, orderName } from './get-order';
import { orderStatus } from './order-status';
import { isRetriable, noteError } from './simplify-order';

/**
 * Retries an order that failed. The order is read first, so that one that did not fail and, with
 * `onlyIfRetriable`, one that failed for good are left alone.
 */
export async function retryOrder(
	session: Session,
	ref: OrderRef,
	{ onlyIfRetriable }: { onlyIfRetriable: boolean },
): Promise<OrderResult> {
	const order = await getOrder(session, ref);
	const name = orderName(order);
	if (onlyIfRetriable && !isFailed(order)) {
		const message = `${name} has not failed, so there is nothing to retry: it is ${orderStatus(order)}.`;
		return { order, outcome: 'notFailed', message };
	}
	if (onlyIfRetriable && !isRetriable(order)) {
		const note = noteError(order);
		const why = note ? ` ${note.what}. ${note.fix}` : '';
		return {
			order,
			outcome: 'notRetriable',
			message: `${name} was left alone: a retry would fail again.${why}`,
		};
	}
	const request = changeRequest(session, order, 'retry', (now) => !isFailed(now));
	const answer = await call(session, request);
	return {
		order: orderIn(answer),
		outcome: 'retried',
		message: `${name} was sent on its way again.`,
	};
}

function isFailed(order: Json): boolean {
	return orderStatus(order) === 'failed';
}
