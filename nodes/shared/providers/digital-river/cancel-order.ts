import { Failure } from '../../failure';
import { isStopped } from '../../pause';
import { id, list, number, record, records, text, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { oneAtATime } from '../one-at-a-time';
import type { CancelOptions, OrderRef, OrderResult } from '../order-provider';
import { settle } from '../orders/cancel-order';
import { orderName, readOrder } from '../orders/read-order';
import { isSuccess } from '../refusal';
import { apiFailure } from './api-failure';
import { chosenLines, openLines } from './chosen-lines';
import { digitalRiverOrders } from './digital-river-orders';
import { findCancellation, knownCancellations } from './find-cancellation';

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
	// Two items that cancel lines of one order must not take each other's cancellation for their own.
	const name = `cancel ${ref.by} ${ref.value}`;
	return await oneAtATime(session, name, async () => await cancelOnce(session, ref, options));
}

async function cancelOnce(
	session: Session,
	ref: OrderRef,
	options: CancelOptions,
): Promise<OrderResult> {
	const order = await readOrder(digitalRiverOrders, session, ref);
	const settled = settle(digitalRiverOrders, order);
	if (settled) return settled;
	const body = cancellationBody(order, options);
	const byId = { by: 'id', value: id(order.id) ?? '' } as const;
	const known = await knownCancellations(session, byId.value);
	const request = {
		method: 'POST',
		path: CANCELLATIONS,
		body,
		repeat: 'checked',
		recover: async () => await findCancellation(session, body, known),
		ifUnknown: 'Get the order to see what is left of it before you run the item again.',
	} as const;
	const answer = await send(session, request);
	if (!isSuccess(answer)) {
		// It may have shipped or been cancelled in the meantime; that explains the refusal best.
		const now = await readOrder(digitalRiverOrders, session, byId).catch(() => undefined);
		const explained = now && settle(digitalRiverOrders, now);
		if (!explained) throw apiFailure(session, request, answer);
		return answer.afterDoubt ? outcomeOf(explained.order, { state: 'accepted' }) : explained;
	}
	const cancellation = record(answer.body) ?? {};
	const now = await readOrder(digitalRiverOrders, session, byId).catch((error: unknown) => {
		throw isStopped(error) ? error : unread(order, cancellation);
	});
	return outcomeOf(now, cancellation);
}

function cancellationBody(order: Json, { lines, reason }: CancelOptions): Json {
	const name = orderName(digitalRiverOrders, order);
	const items = lines.length > 0 ? chosenLines(order, name, lines) : openLines(order);
	if (items.length === 0) {
		throw new Failure({
			kind: 'api',
			what: `${name} cannot be cancelled: no line of it is open any more`,
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

/** The cancellation was taken, and what it left of the order is not known. */
function unread(order: Json, { state }: Json): Failure {
	const name = orderName(digitalRiverOrders, order);
	return new Failure({
		kind: 'api',
		what: `The cancellation of ${name} was made and is ${text(state) ?? 'undecided'}, but the order could not be read afterwards`,
		fix: 'Do not cancel it a second time: get the order to see what is left of it.',
		transient: false,
	});
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

function sum({ items }: Json, key: string): number | undefined {
	const counts = records(list(items).flat()).flatMap((item) => number(item[key]) ?? []);
	return counts.length > 0 ? counts.reduce((total, count) => total + count, 0) : undefined;
}
