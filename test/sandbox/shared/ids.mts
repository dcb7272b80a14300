const BASE36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HALF = 36 ** 5;

function base36(value: number, length: number): string {
	let text = '';
	for (let rest = value; text.length < length; rest = Math.floor(rest / 36)) {
		text = (BASE36[rest % 36] ?? '0') + text;
	}
	return text;
}

/** Counts up from a number. */
export function counter(first: number): () => number {
	let next = first;
	return () => next++;
}

/**
 * Ten letters and digits that look like an id and are different for every number: multiplying by a
 * number that shares no factor with the modulus visits every value once.
 */
export function scrambled(sequence: number): string {
	const left = (sequence * 48271 + 25_411_681) % HALF;
	const right = (sequence * 16807 + 9_871_357) % HALF;
	return base36(left, 5) + base36(right, 5);
}

/** A ULID-like id: 26 characters that sort by time, then by number. */
export function sortableId(at: number, sequence: number): string {
	return base36(at, 10) + base36(sequence, 16);
}
