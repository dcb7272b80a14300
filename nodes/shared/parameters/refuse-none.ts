import { inputFailure } from '../failure';
import { list } from '../read';

/**
 * Refuses a filter whose list holds nothing: an expression that finds no ID means none, and not all.
 * @param rows what is listed, e.g. "orders"
 */
export function refuseNone(ids: unknown, label: string, rows: string): void {
	const isBlank = (one: unknown) => typeof one === 'string' && one.trim() === '';
	if (!Array.isArray(ids) || !list(ids).every(isBlank)) return;
	throw inputFailure(
		`'${label}' holds no ID`,
		`Give at least one, or take the filter away to list all ${rows}.`,
		label,
	);
}
