import type { IDataObject } from 'n8n-workflow';
import { scriptedApi } from '../support/scripted-api.mts';
import type { Session } from '../../../nodes/shared/transport/api-request.ts';

/** A shipment as the list has it. */
export interface Row {
	id: string;
	status: string;
	at: number;
	madeAt: number;
}

/** What the API may be like: nothing of this is documented. */
export interface ListKind {
	by: 'at' | 'madeAt';
	order: 1 | -1;
	pageSize: number;
}

/**
 * A list whose pages are counted off, so that they shift when shipments move or come in between.
 *
 * @param beforePage runs before each page is looked up, also the first
 */
export function movingList(
	rows: () => readonly Row[],
	{ by, order, pageSize }: ListKind,
	beforePage: () => void,
): Session {
	return scriptedApi([
		({ body }) => {
			beforePage();
			const { lastUpdatedAt, paginationToken = '0' } = Object(body);
			const { startsAt, endsAt } = Object(lastUpdatedAt);
			const list = rows()
				.filter(({ at }) => at >= startsAt && at < endsAt)
				.sort((a, b) => order * (a[by] - b[by] || (a.id < b.id ? -1 : 1)));
			const from = Number(paginationToken);
			const next = from + pageSize < list.length ? String(from + pageSize) : null;
			const data = list.slice(from, from + pageSize).map(shown);
			return { statusCode: 200, headers: {}, body: { data, paginationToken: { next } } };
		},
	]).session;
}

const shown = ({ id, status, at }: Row): IDataObject => ({
	id,
	status,
	lastUpdatedAt: new Date(at).toISOString(),
});
