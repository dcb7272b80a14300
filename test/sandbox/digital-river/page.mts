import type { CursorList, Listed } from './cursor-list.mts';
import { badParameter } from './refusal.mts';

/** Query parameters as they were sent. */
export type Query = Readonly<Record<string, string | string[]>>;

/** What a list is asked for. */
export interface ListRequest {
	limit: number;
	startingAfter: string | undefined;
	endingBefore: string | undefined;
	/** Values by the name of the filter, where there are any. */
	filters: ReadonlyMap<string, readonly string[]>;
}

/** Which filters a list has: with one value, or with several. */
export interface Filters {
	one: readonly string[];
	many: readonly string[];
}

const PAGING = ['limit', 'startingAfter', 'endingBefore'];

function limitOf(text: string | undefined): number {
	if (text === undefined) return 10;
	const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
	if (limit < 1 || limit > 100) {
		throw badParameter('limit', `limit must be a whole number from 1 to 100, not "${text}".`);
	}
	return limit;
}

/**
 * Reads the query of a list. How a list of values is written is not documented: the name may be
 * repeated, with `[]` or without. A comma is part of a value.
 */
export function readListQuery(query: Query, { one, many }: Filters): ListRequest {
	const filters = new Map<string, string[]>();
	const single = new Map<string, string>();
	for (const [sent, value] of Object.entries(query)) {
		const name = sent.replace(/\[\]$/, '');
		const values = [value].flat();
		if (many.includes(name)) filters.set(name, [...(filters.get(name) ?? []), ...values]);
		else if (sent !== name || ![...PAGING, ...one].includes(name)) {
			throw badParameter(sent, `${sent} is not a known parameter.`, 'unknown_parameter');
		} else if (values.length > 1) throw badParameter(name, `${name} is given twice.`);
		else single.set(name, values[0] ?? '');
	}
	for (const name of one) {
		const value = single.get(name);
		if (value !== undefined) filters.set(name, [value]);
	}
	return {
		limit: limitOf(single.get('limit')),
		startingAfter: single.get('startingAfter'),
		endingBefore: single.get('endingBefore'),
		filters,
	};
}

function placeOf<T extends Listed>(list: CursorList<T>, name: string, id: string): number {
	const place = list.placeOf(id);
	if (place !== undefined) return place;
	// How a cursor that names nothing is refused is not documented.
	throw badParameter(name, `${name} names no object of this list: "${id}".`);
}

/**
 * The page that is asked for, in the order of the list. If both cursors are sent, endingBefore wins
 * (Digital River API reference, Pagination). Cursors name objects, so that new ones disturb no page.
 */
export function pageOf<T extends Listed>(
	list: CursorList<T>,
	{ limit, startingAfter, endingBefore }: ListRequest,
	isWanted: (object: T) => boolean,
): { rows: T[]; hasMore: boolean } {
	const all = list.newestFirst();
	if (endingBefore !== undefined) {
		const before = all.slice(0, placeOf(list, 'endingBefore', endingBefore)).filter(isWanted);
		return { rows: before.slice(-limit), hasMore: before.length > limit };
	}
	const start = startingAfter === undefined ? 0 : placeOf(list, 'startingAfter', startingAfter) + 1;
	const after = all.slice(start).filter(isWanted);
	return { rows: after.slice(0, limit), hasMore: after.length > limit };
}
