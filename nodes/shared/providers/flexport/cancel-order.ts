import { Failure } from '../../failure';
import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderRef, OrderResult } from '../order-provider';
import { apiFailure } from './api-failure';
import { isSuccess } from '../refusal';
import { changeRequest } from './change-order';
import { getOrder, orderIn, orderName } from './get-order';
import { orderStatus, providerStatus } from './order-status';

/**
 * Cancels an order. Reads it first, because what the API answers for an order that is already
 * cancelled is not documented, and the person is to be told.
 *
 * @throws Failure if it has shipped: "If an order has already been processed and shipped, the order
 * cannot be cancelled" (Orders API, CancelOrder)
 */
export async function cancelOrder(session: Session, ref: OrderRef): Promise<OrderResult> {
	const order = await getOrder(session, ref);
	const settled = settle(order);
	if (settled) return settled;
	const request = changeRequest(session, order, 'cancel', isCancelled);
	const answer = await send(session, request);
	if (!isSuccess(answer)) {
		// It may have shipped or been cancelled in the meantime; that explains the refusal best. If the
		// order cannot be read, the refusal itself says whether the cancellation is in doubt.
		const now = await getOrder(session, ref).catch(() => undefined);
		const explained = now && settle(now);
		if (explained) return explained;
		throw apiFailure(session, request, answer);
	}
	const cancelled = orderIn(answer);
	return isCancelled(cancelled)
		? { order: cancelled, outcome: 'cancelled', message: `${orderName(order)} was cancelled.` }
		: {
				order: cancelled,
				outcome: 'cancelRequested',
				message: `Flexport accepted the cancellation of ${orderName(order)}, and has not finished it yet.`,
			};
}

/** The result where there is nothing to do any more, or the refusal where it is too late. */
function settle(order: Json): OrderResult | undefined {
	const status = orderStatus(order);
	if (status === 'cancelled') {
		const message = `${orderName(order)} was already cancelled. Nothing was changed.`;
		return { order, outcome: 'alreadyCancelled', message };
	}
	if (status !== 'shipped' && status !== 'delivered') return undefined;
	throw new Failure({
		kind: 'api',
		what: `${orderName(order)} cannot be cancelled: it has been ${status}`,
		fix: 'Nothing was changed. Have the parcel returned, or ask the carrier to stop it.',
		code: providerStatus(order) ?? status,
		transient: false,
	});
}

function isCancelled(order: Json): boolean {
	return orderStatus(order) === 'cancelled';
}
