import type { IDataObject } from 'n8n-workflow';
import { list, number, record, text } from '../shared/read';

/** A shipment as it was seen last. */
export interface Seen {
	/** The provider's word for its state. */
	status: string;
	/** When it was updated, in Unix milliseconds of the API's own clock. */
	at: number;
}

/** What is known of the account's shipments. */
export interface ChangeState {
	/** The locations that were looked at: of others, nothing is known. */
	scope: string;
	/** The latest update that was seen, in Unix milliseconds of the API's own clock. */
	cursor: number;
	/** Shipments by their ID, the one that changed last at the end. */
	known: Map<string, Seen>;
}

/**
 * Shipments that are remembered; the one that has not changed for longest is forgotten first. With
 * them, a change of something else than the state is told from one of the state.
 */
const MOST_KNOWN = 10_000;

/** The state that a workflow has stored; undefined before the first poll, or if it is of another scope. */
export function readState(stored: IDataObject, scope: string): ChangeState | undefined {
	const seen = record(stored.seen);
	const cursor = number(seen?.cursor);
	if (cursor === undefined || cursor < 0 || (seen?.scope ?? '') !== scope) return undefined;
	const known = list(seen?.known).flatMap((entry) => {
		const [key, status, at] = list(entry);
		const shipment = text(key);
		if (shipment === undefined) return [];
		return [[shipment, { status: text(status) ?? '', at: number(at) ?? 0 }] as const];
	});
	return { scope, cursor, known: new Map(known) };
}

/** Stores it. Nothing is changed in place, so that n8n sees that there is something to save. */
export function writeState(stored: IDataObject, { scope, cursor, known }: ChangeState): void {
	const kept = [...known].slice(-MOST_KNOWN);
	stored.seen = { scope, cursor, known: kept.map(([key, { status, at }]) => [key, status, at]) };
}
