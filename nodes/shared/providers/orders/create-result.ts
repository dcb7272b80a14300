import { Failure } from '../../failure';
import { id, type Json } from '../../read';
import type { CreateOrderOptions, OrderResult } from '../order-provider';
import type { OrderSystem } from './order-system';

/** The result for an order that was made. */
export function created(system: OrderSystem, order: Json, externalId: string): OrderResult {
	const message = `Order "${externalId}" was created.${stateNote(system, order)}`;
	return { order, outcome: 'created', message };
}

/**
 * The result where the system has an order with this external id already.
 * @throws Failure if that is a different order, or if the person wants to be told
 */
export function existingOrder(
	system: OrderSystem,
	existing: Json,
	body: Json,
	options: CreateOrderOptions,
): OrderResult {
	const { keys, service } = system;
	const externalId = id(body[keys.externalId]) ?? '';
	const known = `${service} already has an order with the external order ID "${externalId}"`;
	const orderId = id(existing[keys.id]) ?? 'unknown';
	const difference = system.differenceOf(existing, body);
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
		message: `${known}. It was not made again.${stateNote(system, existing)}`,
	};
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
