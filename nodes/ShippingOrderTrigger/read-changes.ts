import {
	listShipments,
	MOST_PER_PAGE,
	type ShipmentFilter,
} from '../shared/providers/delivery-solutions/list-shipments';
import { id, text, type Json } from '../shared/read';
import type { Session } from '../shared/transport/api-request';
import type { ChangeState } from './change-state';

/** A shipment whose state is another one than before. */
export interface Change {
	shipment: Json;
	/** The provider's word for the state before; null for a shipment that was not known. */
	before: string | null;
}

/**
 * How far a poll looks back behind the latest update that was seen, and ahead of the clock of this
 * machine. The clock of the API may be another; an update may become visible later than one that
 * was made after it; and several may have the same millisecond. What was told is known and not told again.
 */
const OVERLAP_MS = 10 * 60_000;

/** What the first poll remembers: shipments that changed in the last seven days. */
const FIRST_WINDOW_MS = 7 * 24 * 60 * 60_000;

/** So far behind the clock of this machine the first cursor is, if no shipment tells the API's time. */
const UNKNOWN_CLOCK_MS = 24 * 60 * 60_000;

/** Readings of the list in one poll until one brings nothing new. */
const MOST_READINGS = 5;

/**
 * What has changed since a state, in the order of the updates, and the state afterwards. Without a
 * state nothing counts as changed: what there is, is remembered.
 *
 * @param now the clock of this machine, in Unix milliseconds
 */
export async function readChanges(
	session: Session,
	filter: ShipmentFilter,
	{ before, scope, now }: { before: ChangeState | undefined; scope: string; now: number },
): Promise<{ changes: Change[]; state: ChangeState }> {
	const reached = cursorOf(before, now);
	const since = before ? reached - OVERLAP_MS : now - FIRST_WINDOW_MS;
	const lastUpdatedAt = { startsAt: since, endsAt: Math.max(since, now) + OVERLAP_MS };
	// A later time than was asked for is as good as none: as the cursor, it would hide all that follows.
	const believed = (at: number): number => (at <= lastUpdatedAt.endsAt ? at : 0);
	const known = new Map(before?.known);
	const found: Array<{ at: number; change: Change }> = [];
	let latest = reached;
	let oldestNew = 0;
	// Shipments move from page to page when they change while the list is read, and one can be passed
	// over that way. So the list is read again until a reading brings nothing new.
	for (let reading = 0; reading < MOST_READINGS && oldestNew < Infinity; reading++) {
		// Of a shipment that moved while it was read, the first version would hide that something moved.
		const options = { wanted: Infinity, pageSize: MOST_PER_PAGE, keep: 'last' as const };
		const shipments = await listShipments(session, { ...filter, lastUpdatedAt }, options);
		oldestNew = Infinity;
		for (const shipment of shipments.sort((a, b) => updatedAt(a) - updatedAt(b))) {
			const key = id(shipment.id) ?? id(shipment.orderExternalId);
			if (key === undefined) continue;
			const last = known.get(key);
			// A time that cannot be read says nothing about which version is older.
			const lastAt = believed(last?.at ?? 0);
			const at = believed(updatedAt(shipment)) || lastAt;
			const seen = { status: text(shipment.status) ?? '', at };
			// A copy of the data that lags behind may show what was the state before.
			if (last && seen.at < lastAt) continue;
			const isChanged = last?.status !== seen.status;
			if (isChanged || last.at !== seen.at) oldestNew = Math.min(oldestNew, seen.at);
			const change = { shipment, before: last?.status ?? null };
			if (isChanged && before) found.push({ at, change });
			latest = Math.max(latest, seen.at);
			known.delete(key);
			known.set(key, seen);
		}
	}
	// What was new in the last reading shows that the list had not come to rest: something else may have
	// been passed over. The next poll sees the last ten minutes again in any case; if it was older, the
	// next poll looks as far back as this one.
	const isSafe = oldestNew >= latest - OVERLAP_MS;
	const cursor = isSafe || !before ? latest : reached;
	const changes = found.sort((a, b) => a.at - b.at).map(({ change }) => change);
	return { changes, state: { scope, cursor, known } };
}

/** Unix milliseconds; 0 where the time cannot be read, so that it moves no cursor. */
export function updatedAt({ lastUpdatedAt }: Json): number {
	const at = typeof lastUpdatedAt === 'string' ? Date.parse(lastUpdatedAt) : Number(lastUpdatedAt);
	// No date is so far away as a number can be.
	return Number.isNaN(new Date(at).getTime()) ? 0 : at;
}

/** The latest update that was seen. No clock is off by more than a day: such a one would be waited for. */
function cursorOf(before: ChangeState | undefined, now: number): number {
	const isKnown = before !== undefined && before.cursor <= now + UNKNOWN_CLOCK_MS;
	return isKnown ? before.cursor : now - UNKNOWN_CLOCK_MS;
}
