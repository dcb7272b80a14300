import type { IDataObject } from 'n8n-workflow';
import type { Session } from '../../../nodes/shared/transport/api-request.ts';
import type { ChangeState } from '../../../nodes/ShippingOrderTrigger/change-state.ts';
import { readChanges, type Change } from '../../../nodes/ShippingOrderTrigger/read-changes.ts';
import { scriptedApi } from '../support/scripted-api.mts';

/** A moment of the API's clock; the clock of this machine shows the same. */
export const NOON = Date.parse('2026-01-15T12:00:00.000Z');

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The pages of one reading of the list. */
export type Reading = readonly IDataObject[][];

export interface ReadInTurn {
	session: Session;
	/** The requests in the order in which they came. */
	bodies: IDataObject[];
	/** How often the list was read from its first page on. */
	readings(): number;
}

/** A shipment in a state since a moment. */
export const shipment = (
	id: string,
	status: string,
	lastUpdatedAt: number | IDataObject[string],
): IDataObject => ({
	id,
	orderExternalId: `order-${id}`,
	status,
	lastUpdatedAt:
		typeof lastUpdatedAt === 'number' ? new Date(lastUpdatedAt).toISOString() : lastUpdatedAt,
});

/** The list call of the API: another content for each reading. The last one holds for all further ones. */
export function readInTurn(readings: readonly Reading[]): ReadInTurn {
	const bodies: IDataObject[] = [];
	let current = -1;
	const { session } = scriptedApi([
		({ body }) => {
			const asked: IDataObject = JSON.parse(JSON.stringify(body));
			bodies.push(asked);
			if (asked.paginationToken === undefined) current += 1;
			const page = Number(asked.paginationToken ?? 0);
			const pages = readings[Math.min(current, readings.length - 1)] ?? [];
			const next = page + 1 < pages.length ? String(page + 1) : null;
			const data = pages[page] ?? [];
			return { statusCode: 200, headers: {}, body: { data, paginationToken: { next } } };
		},
	]);
	return { session, bodies, readings: () => current + 1 };
}

/** What is known: shipments with their states and times. */
export const known = (
	cursor: number,
	...shipments: ReadonlyArray<readonly [id: string, status: string, at: number]>
): ChangeState => ({
	scope: '',
	cursor,
	known: new Map(shipments.map(([id, status, at]) => [id, { status, at }])),
});

/** What one poll finds; `now` is the clock of this machine. */
export async function poll(
	api: ReadInTurn,
	before: ChangeState | undefined,
	now = NOON,
): Promise<{ told: string[]; changes: Change[]; state: ChangeState }> {
	const { changes, state } = await readChanges(api.session, {}, { before, scope: '', now });
	const told = changes.map(
		({ shipment: { id, orderExternalId, status }, before: last }) =>
			`${String(id ?? orderExternalId)}: ${String(last)} > ${String(status)}`,
	);
	return { told, changes, state };
}
