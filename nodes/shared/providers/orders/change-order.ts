import { inputFailure } from '../../failure';
import { id, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { isSuccess } from '../refusal';
import type { OrderChange, OrderSystem } from './order-system';

/**
 * The request that retries or cancels an order.
 *
 * @param isDone tells from an order whether the change has happened, for the case that an answer is lost
 */
export function changeRequest(
	system: OrderSystem,
	session: Session,
	order: Json,
	change: OrderChange,
	isDone: (order: Json) => boolean,
): ApiRequest {
	const request = system.changeRequest?.(order, change);
	if (!request) {
		throw inputFailure(
			`${system.service} has no call to ${change} an order`,
			'Choose another operation.',
			'Operation',
		);
	}
	const read = system.readRequest({ by: 'id', value: id(order[system.keys.id]) ?? '' });
	return {
		...request,
		recover: async () => {
			const answer = await send(session, { ...read, tries: 2 });
			const now = isSuccess(answer) ? system.orderIn(answer) : undefined;
			return now && isDone(now) ? answer : undefined;
		},
		ifUnknown: 'Get the order to see its status before you run the item again.',
	};
}
