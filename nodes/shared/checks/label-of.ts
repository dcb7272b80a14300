import type { Field } from './field';

/**
 * The panel's name of a field that an API names by its path, e.g. `deliveryContact.email` or
 * `items[0].quantity`; undefined for a path that the table does not know.
 */
export function labelOf(path: string, fields: readonly Field[]): string | undefined {
	return labelAt(path.replace(/\[\d+\]/g, '').split('.'), fields);
}

function labelAt([key, ...rest]: readonly string[], fields: readonly Field[]): string | undefined {
	const field = fields.find((candidate) => candidate.key === key);
	if (!field || rest.length === 0) return field?.label;
	return 'fields' in field ? (labelAt(rest, field.fields) ?? field.label) : field.label;
}
