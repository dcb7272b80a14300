import { Failure, inputFailure } from '../../failure';
import { id, number, record, records, text, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { CancelOptions, CancelledLine, OrderRef, OrderResult } from '../order-provider';
import { settle } from '../orders/cancel-order';
import { orderName, readOrder } from '../orders/read-order';
import { isSuccess } from '../refusal';
import { apiFailure } from './api-failure';
import { digitalRiverOrders } from './digital-river-orders';
import { findCancellation } from './find-cancellation';
import { linesOf, openUnits } from './order';

const CANCELLATIONS = '/fulfillment-cancellations';

/**
 * Cancels an order, or some of its lines: the API has no call for it, but takes a fulfillment
 * cancellation, which is accepted, pending or rejected.
 *
 * @throws Failure if it has shipped, or if the cancellation was rejected
 */
export async function cancelOrder(
	session: Session,
	ref: OrderRef,
	options: CancelOptions,
): Promise<OrderResult> {
	const order = await readOrder(digitalRiverOrders, session, ref);
	const settled = settle(digitalRiverOrders, order);
	if (settled) return settled;
	const body = cancellationBody(order, options);
	const request = {
		method: 'POST',
		path: CANCELLATIONS,
		body,
		repeat: 'checked',
		recover: async () => await findCancellation(session, body),
		ifUnknown: 'Get the order to see what is left of it before you run the item again.',
	} as const;
	const answer = await send(session, request);
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const now = await readOrder(digitalRiverOrders, session, { by: 'id', value: id(order.id) ?? '' });
	return outcomeOf(now, record(answer.body) ?? {});
}

function cancellationBody(order: Json, { lines, reason }: CancelOptions): Json {
	const open = linesOf(order).filter((line) => openUnits(line) > 0);
	const items =
		lines.length > 0
			? lines.map((wanted) => chosenLine(order, wanted))
			: open.map((line) => ({ line, quantity: openUnits(line) }));
	if (items.length === 0) {
		throw new Failure({
			kind: 'api',
			what: `${orderName(digitalRiverOrders, order)} cannot be cancelled: no line of it is open any more`,
			fix: 'Nothing was changed. Have the parcel returned.',
			transient: false,
		});
	}
	const upstreamId = id(order.upstreamId);
	return {
		fulfillmentOrderId: id(order.id) ?? '',
		...(upstreamId ? { upstreamId } : {}),
		...(reason ? { reason } : {}),
		items: items.map(({ line, quantity }) => ({
			fulfillmentOrderItemId: id(line.id) ?? '',
			quantity,
		})),
	};
}

/** A line that the person chose: by its own ID, by theirs, or by its product. */
function chosenLine(order: Json, { id: wanted, quantity }: CancelledLine) {
	const keys = ['id', 'upstreamId', 'inventoryItemId'] as const;
	const line = linesOf(order).find((one) => keys.some((key) => id(one[key]) === wanted));
	if (!line) {
		throw inputFailure(
			`${orderName(digitalRiverOrders, order)} has no line item "${wanted}"`,
			"Give the ID of a line item, your own ID of it, or its product in 'Lines to Cancel'.",
			'Lines to Cancel',
		);
	}
	const open = openUnits(line);
	const units = quantity ?? open;
	if (units >= 1 && units <= open) return { line, quantity: units };
	throw inputFailure(
		`'Quantity' of the line item "${wanted}" is ${units}, but ${open} can be cancelled`,
		`Give a number from 1 to ${open}.`,
		'Lines to Cancel',
	);
}

/** Units that were asked for and accepted, over all lines of a cancellation. */
function outcomeOf(order: Json, cancellation: Json): OrderResult {
	const name = orderName(digitalRiverOrders, order);
	const state = text(cancellation.state);
	const asked = sum(cancellation, 'quantity');
	const accepted = sum(cancellation, 'quantityAccepted');
	if (state === 'rejected') {
		throw new Failure({
			kind: 'api',
			what: `Digital River rejected the cancellation of ${name}`,
			fix: 'Nothing was cancelled. It is probably on its way: have the parcel returned.',
			code: 'rejected',
			transient: false,
		});
	}
	if (state !== 'accepted') {
		const message = `Digital River took the cancellation of ${name}, and has not decided on it yet.`;
		return { order, outcome: 'cancelRequested', message };
	}
	if (digitalRiverOrders.status(order) === 'cancelled') {
		return { order, outcome: 'cancelled', message: `${name} was cancelled.` };
	}
	const message = `${accepted ?? asked ?? 0} of ${asked ?? 0} units of ${name} were cancelled; the rest of the order stays.`;
	return { order, outcome: 'partlyCancelled', message };
}

function sum(cancellation: Json, key: string): number | undefined {
	const counts = records(cancellation.items).flatMap((item) => number(item[key]) ?? []);
	return counts.length > 0 ? counts.reduce((total, count) => total + count, 0) : undefined;
}
