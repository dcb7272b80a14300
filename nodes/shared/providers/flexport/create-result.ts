import { Failure } from '../../failure';
import { id, type Json } from '../../read';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
import { orderStatus } from './order-status';
import { differenceOf } from './same-order';
import { noteError } from './simplify-order';

/** The result for an order that was made. */
export function created(order: Json, externalId: string): OrderResult {
	const message = `Order "${externalId}" was created.${stateNote(order)}`;
	return { order, outcome: 'created', message };
}

/** What a person must know of an order that will not be shipped as it stands; empty for others. */
function stateNote(order: Json): string {
	const status = orderStatus(order);
	if (status === 'cancelled') {
		return " It is cancelled, so nothing will be shipped. To ship it, give a new 'External Order ID'.";
	}
	const note = status === 'failed' ? noteError(order) : null;
	return note ? ` But it has failed. ${note.what}. ${note.fix}` : '';
}

/**
 * The result where Flexport has an order with this external id already.
 * @throws Failure if that is a different order, or if the person wants to be told
 */
export function existingOrder(
	existing: Json,
	body: Json,
	options: CreateOrderOptions,
): OrderResult {
	const externalId = id(body.externalOrderId) ?? '';
	const known = `Flexport already has an order with the external order ID "${externalId}"`;
	const orderId = id(existing.id) ?? 'unknown';
	const difference = differenceOf(existing, body);
	const facts = {
		kind: 'api',
		code: 'DUPLICATE_ORDER',
		httpCode: '409',
		transient: false,
	} as const;
	if (difference !== undefined) {
		throw new Failure({
			...facts,
			what: `${known}, and it is a different order: ${difference}`,
			fix: `Nothing was created. Give each order an 'External Order ID' of its own. The order that exists has the ID ${orderId}.`,
			field: 'External Order ID',
		});
	}
	if (options.ifExists === 'fail') {
		throw new Failure({
			...facts,
			what: known,
			fix: `Nothing was created. The order that exists has the ID ${orderId}. To get it instead, set 'If Order Already Exists' to 'Return It' in Options.`,
			field: 'External Order ID',
		});
	}
	return {
		order: existing,
		outcome: 'alreadyExisted',
		message: `${known}. It was not made again.${stateNote(existing)}`,
	};
}
