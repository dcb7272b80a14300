import { readTokenList } from '../../paging/token-pages';
import { id, record, records, text, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { strangeAnswer } from '../strange-answer';
import { call } from './call';
import { splitWindow, type Window } from './list-windows';
import type { ListBody } from './wire';

/** What shipments are wanted (Shipping Order API, list). Times are Unix milliseconds. */
export interface ShipmentFilter extends Omit<
	ListBody,
	'createdAt' | 'lastUpdatedAt' | 'limit' | 'paginationToken'
> {
	createdAt?: Window;
	lastUpdatedAt?: Window;
}

export interface ListOptions {
	/** How many are wanted; Infinity for all. */
	wanted: number;
	/** Most shipments of one answer, 1 to 1000. */
	pageSize: number;
	/** Where to start: the token of an earlier answer. */
	paginationToken?: string;
	/** Which version is given of a shipment that is seen twice. */
	keep?: 'first' | 'last';
}

/** Shipments of one answer: "The maximum allowed is 1000" (Shipping Order API, list). */
export const MOST_PER_PAGE = 1000;

/**
 * Lists shipments, each once. Windows that are longer than the API takes are cut into parts; a
 * shipment that moves from one page to another while the list is read is given as it was seen first,
 * unless said otherwise.
 */
export async function listShipments(
	session: Session,
	filter: ShipmentFilter,
	{ wanted, pageSize, paginationToken, keep = 'first' }: ListOptions,
): Promise<Json[]> {
	const found = new Map<unknown, Json>();
	const take = (rows: readonly Json[]): number => {
		// A row without any id is new for certain: nothing can be the same.
		for (const row of rows) {
			const key = id(row.id) ?? id(row.orderExternalId) ?? row;
			if (keep === 'last' || !found.has(key)) found.set(key, row);
		}
		return found.size;
	};
	for (const part of partsOf(filter)) {
		const limit = Math.min(pageSize, wanted - found.size);
		const readPage = async (token: string | undefined) =>
			await readPageOf(session, { ...part, limit, ...(token ? { paginationToken: token } : {}) });
		await readTokenList({ readPage, wanted, token: paginationToken }, take);
		if (found.size >= wanted) break;
	}
	return [...found.values()].slice(0, wanted);
}

/** One page of the list, and the token of the next. */
export async function readPageOf(
	session: Session,
	body: ListBody,
): Promise<{ rows: Json[]; next: string | undefined }> {
	const answer = await call(session, {
		method: 'POST',
		path: '/shipments/list',
		body,
		repeat: 'always',
	});
	const page = record(answer.body) ?? {};
	if (!Array.isArray(page.data))
		throw strangeAnswer('Delivery Solutions', 'a list of shipments', answer);
	return { rows: records(page.data), next: text(record(page.paginationToken)?.next) };
}

/** The calls that one filter takes: each window in parts, and each part of one with each of the other. */
function partsOf({ createdAt, lastUpdatedAt, ...same }: ShipmentFilter): ListBody[] {
	const created = createdAt ? splitWindow(createdAt) : [undefined];
	const updated = lastUpdatedAt ? splitWindow(lastUpdatedAt) : [undefined];
	return created.flatMap((made) =>
		updated
			// Nothing is updated before it is created.
			.filter((changed) => !made || !changed || changed.endsAt >= made.startsAt)
			.map((changed) => ({
				...same,
				...(made ? { createdAt: { ...made } } : {}),
				...(changed ? { lastUpdatedAt: { ...changed } } : {}),
			})),
	);
}
