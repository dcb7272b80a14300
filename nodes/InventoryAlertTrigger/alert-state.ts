import type { IDataObject } from 'n8n-workflow';
import { record, text, texts } from '../shared/read';
import { ALERTS, type AlertKind } from './alerts';

/**
 * What was told already, by Flexport's SKU. Only what is low is kept, so that it stays small: n8n
 * writes it with the workflow each time the trigger starts it.
 */
export interface AlertState {
	/** The pool and quantity that were looked at: in others, nothing was told yet. */
	scope: string;
	/** At or below the threshold, and not yet above it by the margin. */
	low: ReadonlySet<string>;
	/** At zero, and not yet above it by the margin. */
	out: ReadonlySet<string>;
	/** Lots that expire soon: a SKU, a space and the time in ISO 8601. */
	lots: ReadonlySet<string>;
}

/** What was stored. */
export interface StoredState extends AlertState {
	/** What was chosen when it was stored: of other kinds, nothing was looked at yet. */
	kinds: ReadonlySet<string>;
}

/** The state that a workflow has stored; undefined before the first poll, or if it is of another scope. */
export function readState(stored: IDataObject, scope: string): StoredState | undefined {
	const told = record(stored.told);
	if (text(told?.scope) !== scope) return undefined;
	const kinds = new Set(texts(told?.kinds));
	// Without a kind that needs them, thresholds and days are hidden, and what is low or soon is not known.
	const toldOf = (list: unknown, ...needed: AlertKind[]): ReadonlySet<string> =>
		new Set(needed.some((kind) => kinds.has(kind)) ? texts(list) : []);
	return {
		scope,
		kinds,
		low: toldOf(told?.low, 'low', 'restocked'),
		out: toldOf(told?.out, 'outOfStock'),
		lots: toldOf(told?.lots, 'lotExpiring'),
	};
}

/** Stores it. Nothing is changed in place, so that n8n sees that there is something to save. */
export function writeState(
	stored: IDataObject,
	{ scope, low, out, lots }: AlertState,
	kinds: readonly AlertKind[] = ALERTS,
): void {
	stored.told = { scope, kinds: [...kinds], low: [...low], out: [...out], lots: [...lots] };
}
