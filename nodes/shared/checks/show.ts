/** A value in a message: quoted if it is text, and cut if it is long. */
export function show(value: unknown): string {
	if (value === undefined) return 'empty';
	// JSON has null for what comes of a calculation without a result.
	if (typeof value === 'number' && !Number.isFinite(value)) return 'no number';
	// An expression may give a whole number of JavaScript's long kind, which JSON does not know.
	const shown = typeof value === 'bigint' ? String(value) : (asJson(value) ?? typeof value);
	return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

/** Undefined for what JSON cannot hold: a function, or an object that contains itself. */
function asJson(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}
