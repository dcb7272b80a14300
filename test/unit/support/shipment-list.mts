import type { IDataObject } from 'n8n-workflow';
import type { Session } from '../../../nodes/shared/transport/api-request.ts';
import { scriptedApi } from './scripted-api.mts';

/** A shipment as far as a list looks at it; `at` is when it was made. */
export interface ListedShipment extends IDataObject {
	id: string;
	at: number;
}

export interface ShipmentList {
	session: Session;
	/** The requests in the order in which they came. */
	bodies: IDataObject[];
	shipments: readonly ListedShipment[];
}

const DAY = 24 * 60 * 60_000;

/** Shipments made evenly over the days before this moment, the latest first. */
export function shipmentsOver(
	days: number,
	count: number,
	end = Date.parse('2026-06-30T00:00:00Z'),
): ListedShipment[] {
	const step = (days * DAY) / (count + 1);
	return Array.from({ length: count }, (_, index) => ({
		id: `S${index}`,
		at: Math.round(end - (index + 1) * step),
	}));
}

/**
 * The list call of the API over shipments in memory: by window of creation, page by page, with tokens
 * that say where a page begins.
 *
 * @param endIsIn whether the last moment of a window belongs to it, which is not documented
 */
export function shipmentList(
	shipments: readonly ListedShipment[],
	{ endIsIn = false } = {},
): ShipmentList {
	const bodies: IDataObject[] = [];
	const { session } = scriptedApi([
		({ body }) => {
			const asked: IDataObject = JSON.parse(JSON.stringify(body));
			bodies.push(asked);
			const { startsAt = -Infinity, endsAt = Infinity } = Object(asked.createdAt);
			const rows = shipments.filter(
				({ at }) => at >= startsAt && (at < endsAt || (endIsIn && at === endsAt)),
			);
			const from = Number(/\d+/.exec(String(asked.paginationToken ?? '0'))?.[0]);
			const to = from + Number(asked.limit);
			const next = to < rows.length ? `from ${to}` : null;
			const data = rows.slice(from, to);
			return { statusCode: 200, headers: {}, body: { data, paginationToken: { next } } };
		},
	]);
	return { session, bodies, shipments };
}
