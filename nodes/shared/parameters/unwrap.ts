import { record, type Json } from '../read';
import { dateText } from './date-text';

/**
 * Turns a collection of the panel into the object that it stands for: n8n wraps a group in
 * `{ values: {...} }` and a list of groups in `{ entries: [...] }`. What was left empty is left out.
 */
export function unwrap(collection: Json): Json {
	const filled = Object.entries(collection)
		.map(([key, value]) => [key, unwrapValue(value)] as const)
		.filter(([, value]) => !isEmpty(value));
	return record(Object.fromEntries(filled)) ?? {};
}

function unwrapValue(value: unknown): unknown {
	if (value instanceof Date) return dateText(value);
	if (Array.isArray(value)) return value.map(unwrapValue);
	const group = record(value);
	if (!group) return value;
	if (Array.isArray(group.entries)) return group.entries.map(unwrapValue);
	return unwrap(record(group.values) ?? group);
}

function isEmpty(value: unknown): boolean {
	const group = record(value);
	return (
		value === '' ||
		value === undefined ||
		value === null ||
		(Array.isArray(value) && value.length === 0) ||
		(group !== undefined && Object.keys(group).length === 0)
	);
}
