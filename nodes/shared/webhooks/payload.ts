import { record, type Json } from '../read';

/** Deeper than any event, and far from what n8n can no longer store. */
const MOST_LEVELS = 64;

/** The object in the body of a delivery; undefined if it is malformed. */
export function payloadOf(body: Buffer | undefined): Json | undefined {
	if (body === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
		return isTooDeep(value) ? undefined : record(value);
	} catch {
		return undefined;
	}
}

/** Level by level and not by recursion, so that a deep body cannot exhaust the stack. */
function isTooDeep(value: unknown): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_LEVELS) return true;
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? Object.values(one) : [],
		);
	}
	return false;
}
