import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderRef, OrderResult } from '../order-provider';
import { isSuccess } from '../refusal';
import { changeRequest } from './change-order';
import type { OrderSystem } from './order-system';
import { orderName, orderOf, readOrder } from './read-order';

/**
 * Retries an order that failed. The order is read first, so that one that did not fail and, with
 * `onlyIfRetriable`, one that failed for good are left alone.
 */
export async function retryOrder(
	system: OrderSystem,
	session: Session,
	ref: OrderRef,
	{ onlyIfRetriable }: { onlyIfRetriable: boolean },
): Promise<OrderResult> {
	const order = await readOrder(system, session, ref);
	const name = orderName(system, order);
	const isFailed = (now: Json) => system.status(now) === 'failed';
	if (onlyIfRetriable && !isFailed(order)) {
		const message = `${name} has not failed, so there is nothing to retry: it is ${system.status(order)}.`;
		return { order, outcome: 'notFailed', message };
	}
	if (onlyIfRetriable && !system.isRetriable(order)) {
		const note = system.note(order);
		const why = note ? ` ${note.what}. ${note.fix}` : '';
		const message = `${name} was left alone: a retry would fail again.${why}`;
		return { order, outcome: 'notRetriable', message };
	}
	const request = changeRequest(system, session, order, 'retry', (now) => !isFailed(now));
	const answer = await send(session, request);
	if (!isSuccess(answer)) throw system.failure(session, request, answer);
	return {
		order: orderOf(system, answer),
		outcome: 'retried',
		message: `${name} was sent on its way again.`,
	};
}
