import { id, type Json } from '../../read';
import { createdMessage, existingMessage } from '../create-words';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
import type { OrderSystem } from './order-system';

/** The result for an order that was made. */
export function created(system: OrderSystem, order: Json, externalId: string): OrderResult {
	const note = stateNote(system, order);
	return {
		order,
		outcome: 'created',
		message: createdMessage({ noun: 'Order', externalId, note }),
	};
}

/**
 * The result where the system has an order with this external id already.
 * @param difference what makes it a different order, if something does
 * @throws Failure if that is a different order, or if the person wants to be told
 */
export function existingOrder(
	system: OrderSystem,
	order: Json,
	externalId: string,
	difference: string | undefined,
	{ ifExists }: CreateOrderOptions,
): OrderResult {
	const message = existingMessage({
		noun: 'Order',
		service: system.service,
		externalId,
		difference,
		ifExists,
		code: 'DUPLICATE_ORDER',
		httpCode: '409',
		ownId: id(order[system.keys.id]) ?? 'unknown',
		note: stateNote(system, order),
	});
	return { order, outcome: 'alreadyExisted', message };
}

/** What a person must know of an order that will not be shipped as it stands; empty for others. */
function stateNote(system: OrderSystem, order: Json): string {
	const status = system.status(order);
	if (status === 'cancelled') {
		return " It is cancelled, so nothing will be shipped. To ship it, give a new 'External Order ID'.";
	}
	const note = status === 'failed' ? system.note(order) : null;
	return note ? ` But it has failed. ${note.what}. ${note.fix}` : '';
}
