import { Failure } from '../../failure';
import { isStopped } from '../../pause';
import { id, list, record, records, type Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { isSuccess } from '../refusal';
import { apiFailure } from './api-failure';

/**
 * The ids of the cancellations that an order has already. One of the same lines that comes later is
 * then known to be new, whatever the clocks say.
 *
 * @returns undefined if they cannot be listed
 */
export async function knownCancellations(
	session: Session,
	orderId: string,
): Promise<ReadonlySet<string> | undefined> {
	const listed = await listCancellations(session, orderId, 2).catch((error: unknown) => {
		if (error instanceof Failure && !isStopped(error)) return undefined;
		throw error;
	});
	return listed && new Set(listed.found.flatMap((one) => id(one.id) ?? []));
}

/**
 * Looks for a cancellation whose answer was lost: of this order, with the same lines, and not one of
 * those that were there before.
 *
 * @throws Failure if that cannot be found out
 */
export async function findCancellation(
	session: Session,
	wanted: Json,
	known: ReadonlySet<string> | undefined,
): Promise<ApiAnswer | undefined> {
	if (!known) throw unclear();
	const { answer, found } = await listCancellations(session, id(wanted.fulfillmentOrderId) ?? '');
	const made = found.find(
		(one) => !known.has(id(one.id) ?? '') && linesOf(one) === linesOf(wanted),
	);
	return made && { ...answer, body: made };
}

async function listCancellations(
	session: Session,
	orderId: string,
	tries?: number,
): Promise<{ answer: ApiAnswer; found: Json[] }> {
	const query = new URLSearchParams({ fulfillmentOrderId: orderId, limit: '100' }).toString();
	const request = {
		method: 'GET',
		path: `/fulfillment-cancellations?${query}`,
		repeat: 'always',
		...(tries === undefined ? {} : { tries }),
	} as const;
	const answer = await send(session, request);
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const data = record(answer.body)?.data;
	if (!Array.isArray(data)) throw unclear();
	return { answer, found: records(data).filter((one) => id(one.fulfillmentOrderId) === orderId) };
}

function unclear(): Failure {
	return new Failure({
		kind: 'api',
		what: 'Digital River does not tell which cancellations there are',
		fix: 'Get the order to see what is left of it.',
	});
}

/** Lines and quantities, in a form that can be compared. */
function linesOf({ items }: Json): string {
	const lines = list(items)
		.flat()
		.map((item) => {
			const { fulfillmentOrderItemId, quantity } = record(item) ?? {};
			return `${id(fulfillmentOrderItemId)}: ${String(quantity)}`;
		});
	return lines.sort().join();
}
