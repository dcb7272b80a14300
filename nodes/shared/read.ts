import type { IDataObject } from 'n8n-workflow';

/**
 * Readers for values whose type is not certain: answers of an API and results of expressions.
 * Each gives `undefined` where the value is not what was asked for, and never throws.
 */

/** A JSON object as it came, its values not looked at yet. */
export type Json = Readonly<IDataObject>;

export function record(value: unknown): Json | undefined {
	return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The row of a table that is named; a name such as "constructor" names none. */
export function row<T>(
	table: Readonly<Record<string, T>>,
	name: string | undefined,
): T | undefined {
	return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The objects of a list; whatever else stands in it is left out. */
export function records(value: unknown): Json[] {
	return list(value).filter(isRecord);
}

/** The texts of a list, without blanks around them; what is empty or no text is left out. */
export function texts(value: unknown): string[] {
	return list(value).flatMap((one) => text(one)?.trim() || []);
}

/** Text that is not empty. */
export function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id as text: live data has numbers where the documentation says strings. */
export function id(value: unknown): string | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value);
}

/** A finite number; text that holds nothing but a number counts, as expressions give text. */
export function number(value: unknown): number | undefined {
	const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** As `flag`; the text true or false counts too, as expressions give text. */
export function looseFlag(value: unknown): boolean | undefined {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === 'true') return true;
	return word === 'false' ? false : flag(word);
}

/** A point in time as ISO 8601, from ISO text or epoch milliseconds. Text that is no date passes through. */
export function time(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	// `Date` alone takes "week 5" for a day of the year 2001.
	if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(value)) return text(value);
	const date = new Date(value);
	return Number.isNaN(date.getTime()) ? text(value) : date.toISOString();
}
