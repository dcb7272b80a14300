import { readCursorList } from '../../paging/cursor-pages';
import { flag, id, record, records, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderListQuery } from '../order-provider';
import { isSuccess } from '../refusal';
import { strangeAnswer } from '../strange-answer';
import { apiFailure } from './api-failure';
import { ORDERS } from './digital-river-orders';

/** Orders of one page: "Limit can range between 1 and 100" (Digital River, Fulfillment orders). */
export const MOST_PER_PAGE = 100;

/**
 * Lists orders, each once, in the order of the list: the newest first. With `endingBefore` it is read
 * page by page towards the newest.
 */
export async function listOrders(session: Session, query: OrderListQuery): Promise<Json[]> {
	const { wanted, ids, externalIds, startingAfter, endingBefore } = query;
	return await readCursorList({
		wanted,
		pageSize: MOST_PER_PAGE,
		keyOf: (order) => id(order.id),
		...(endingBefore === undefined
			? { direction: 'forwards', from: startingAfter }
			: { direction: 'backwards', from: endingBefore }),
		readPage: async (cursor, limit) =>
			await readPage(session, {
				limit: String(limit),
				ids,
				upstreamIds: externalIds,
				...(cursor === undefined
					? {}
					: endingBefore === undefined
						? { startingAfter: cursor }
						: { endingBefore: cursor }),
			}),
	});
}

async function readPage(
	session: Session,
	query: Readonly<Record<string, string | readonly string[]>>,
): Promise<{ rows: Json[]; hasMore: boolean | undefined }> {
	const request = { method: 'GET', path: `${ORDERS}?${encode(query)}`, repeat: 'always' } as const;
	const answer = await send(session, request);
	if (!isSuccess(answer)) throw apiFailure(session, request, answer);
	const body = record(answer.body) ?? {};
	if (!Array.isArray(body.data)) throw strangeAnswer('Digital River', 'a list of orders', answer);
	return { rows: records(body.data), hasMore: flag(body.hasMore) };
}

/** A list is sent by repeating its name; how it is to be sent is not documented. */
function encode(query: Readonly<Record<string, string | readonly string[]>>): string {
	const pairs = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map((one): [string, string] => [name, one]),
	);
	return new URLSearchParams(pairs).toString();
}
