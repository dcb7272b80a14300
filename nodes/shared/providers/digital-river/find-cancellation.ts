import { id, list, record, records, text, time, type Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { isSuccess } from '../refusal';
import { apiFailure } from './api-failure';

/** How far the clocks of this machine and of the API may differ. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * Looks for a cancellation whose answer was lost: of this order, with the same lines, made just now.
 * @throws Failure if that cannot be found out
 */
export async function findCancellation(
	session: Session,
	wanted: Json,
	now: number = Date.now(),
): Promise<ApiAnswer | undefined> {
	const orderId = id(wanted.fulfillmentOrderId) ?? '';
	const query = new URLSearchParams({ fulfillmentOrderId: orderId, limit: '100' }).toString();
	const request = {
		method: 'GET',
		path: `/fulfillment-cancellations?${query}`,
		repeat: 'always',
	} as const;
	const answer = await send(session, request);
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const found = records(record(answer.body)?.data).find(
		(one) =>
			id(one.fulfillmentOrderId) === orderId &&
			linesOf(one) === linesOf(wanted) &&
			isRecent(time(one.createdTime), now),
	);
	return found && { ...answer, body: found };
}

function isRecent(createdTime: string | undefined, now: number): boolean {
	const at = Date.parse(createdTime ?? '');
	return Number.isNaN(at) || at > now - CLOCKS_DIFFER_MS;
}

function linesOf({ items }: Json): string {
	const lines = list(items).map((item) => {
		const { fulfillmentOrderItemId, quantity } = record(item) ?? {};
		return `${id(fulfillmentOrderItemId)}: ${text(String(quantity))}`;
	});
	return lines.sort().join();
}
