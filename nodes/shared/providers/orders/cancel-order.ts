import { Failure } from '../../failure';
import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderRef, OrderResult } from '../order-provider';
import { isSuccess } from '../refusal';
import { changeRequest } from './change-order';
import type { OrderSystem } from './order-system';
import { orderName, orderOf, readOrder } from './read-order';

/**
 * Cancels an order. Reads it first, because what an API answers for an order that is already
 * cancelled is not documented, and the person is to be told.
 *
 * @throws Failure if it has shipped: "If an order has already been processed and shipped, the order
 * cannot be cancelled" (Flexport Orders API, CancelOrder)
 */
export async function cancelOrder(
	system: OrderSystem,
	session: Session,
	ref: OrderRef,
): Promise<OrderResult> {
	const order = await readOrder(system, session, ref);
	const settled = settle(system, order);
	if (settled) return settled;
	const isCancelled = (now: Json) => system.status(now) === 'cancelled';
	const done = (now: Json): OrderResult => {
		const message = `${orderName(system, order)} was cancelled.`;
		return { order: now, outcome: 'cancelled', message };
	};
	const request = changeRequest(system, session, order, 'cancel', isCancelled);
	const answer = await send(session, request);
	if (!isSuccess(answer)) {
		// It may have shipped or been cancelled in the meantime; that explains the refusal best. If the
		// order cannot be read, the refusal itself says whether the cancellation is in doubt.
		const now = await readOrder(system, session, ref).catch(() => undefined);
		const explained = now && settle(system, now);
		// After doubt it was an earlier sending of this very request that cancelled it.
		if (explained) return answer.afterDoubt ? done(explained.order) : explained;
		throw system.failure(session, request, answer);
	}
	const cancelled = orderOf(system, answer);
	const name = orderName(system, order);
	return isCancelled(cancelled)
		? done(cancelled)
		: {
				order: cancelled,
				outcome: 'cancelRequested',
				message: `${system.service} accepted the cancellation of ${name}, and has not finished it yet.`,
			};
}

/**
 * The result where there is nothing to cancel any more.
 * @throws Failure where it is too late
 */
export function settle(system: OrderSystem, order: Json): OrderResult | undefined {
	const status = system.status(order);
	const name = orderName(system, order);
	if (status === 'cancelled') {
		const message = `${name} was already cancelled. Nothing was changed.`;
		return { order, outcome: 'alreadyCancelled', message };
	}
	if (status !== 'shipped' && status !== 'delivered') return undefined;
	throw new Failure({
		kind: 'api',
		what: `${name} cannot be cancelled: it has been ${status}`,
		fix: 'Nothing was changed. Have the parcel returned, or ask the carrier to stop it.',
		code: system.providerStatus(order) ?? status,
		transient: false,
	});
}
