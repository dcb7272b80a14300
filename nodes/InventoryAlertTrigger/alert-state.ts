import type { IDataObject } from 'n8n-workflow';
import { record, text, texts } from '../shared/read';

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

/** The state that a workflow has stored; undefined before the first poll, or if it is of another scope. */
export function readState(stored: IDataObject, scope: string): AlertState | undefined {
	const told = record(stored.told);
	if (text(told?.scope) !== scope) return undefined;
	return {
		scope,
		low: new Set(texts(told?.low)),
		out: new Set(texts(told?.out)),
		lots: new Set(texts(told?.lots)),
	};
}

/** Stores it. Nothing is changed in place, so that n8n sees that there is something to save. */
export function writeState(stored: IDataObject, { scope, low, out, lots }: AlertState): void {
	stored.told = { scope, low: [...low], out: [...out], lots: [...lots] };
}
