import { record } from '../read';
import type { Field, Problem } from './field';
import { show } from './show';

/** Checks an object whose names are free: texts, numbers, booleans, and lists of one of them. */
export function checkMap(
	field: Extract<Field, { kind: 'map' }>,
	value: unknown,
	name: string,
): Problem[] {
	const map = record(value);
	if (!map) {
		const fix = 'Give an object with named values.';
		return [{ field: name, what: `${name} must be an object`, fix }];
	}
	return Object.entries(map).flatMap(([key, entry]) => {
		const wrong = findInEntry(field, entry);
		return wrong
			? [
					{
						field: name,
						what: `${name} has "${key}", which ${wrong}`,
						fix: field.plain ? PLAIN_FIX : FIX,
					},
				]
			: [];
	});
}

const PLAIN_FIX = 'Give text or a number.';

const FIX = 'Give text, a number, true or false, or a list of one of them.';

type Limits = Pick<Extract<Field, { kind: 'map' }>, 'maxText' | 'maxList' | 'plain'>;

function findInEntry(limits: Limits, entry: unknown): string | undefined {
	if (limits.plain && typeof entry !== 'number' && typeof entry !== 'string') {
		return `is ${show(entry)}`;
	}
	if (!Array.isArray(entry)) return findInValue(limits, entry);
	if (entry.length > limits.maxList) {
		return `holds ${entry.length} entries, but at most ${limits.maxList} are allowed`;
	}
	const entries: readonly unknown[] = entry;
	const sorts = new Set(entries.map((one) => typeof one));
	if (sorts.size > 1) return 'is a list of different kinds of values';
	return entries.map((one) => findInValue(limits, one)).find((wrong) => wrong !== undefined);
}

function findInValue({ maxText }: Limits, value: unknown): string | undefined {
	if (typeof value === 'number' || typeof value === 'boolean') return undefined;
	if (typeof value !== 'string') return `is ${show(value)}`;
	return value.length > maxText
		? `is ${value.length} characters long, but at most ${maxText} are allowed`
		: undefined;
}
