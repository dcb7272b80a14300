import { id, row, text, type Json } from '../../read';
import type { OrderErrorNote } from '../../vocabulary/order';
import type { ErrorEntry, FailureWords } from '../error-entry';

/**
 * Why an order failed, from the error that its system gives with it: `{ type, code, message }`.
 *
 * @param errors the catalogue; for a type that is not in it, the system's own message counts
 * @param otherwise words for an error that says nothing
 */
export function errorNote(
	error: Json,
	errors: Readonly<Record<string, ErrorEntry>>,
	otherwise: (type: string) => FailureWords,
): OrderErrorNote {
	const type = text(error.type) ?? 'UNKNOWN';
	const message = text(error.message) ?? null;
	const known = row(errors, type);
	const { what, fix } = otherwise(type);
	return {
		type,
		code: id(error.code) ?? null,
		message,
		what: known?.what ?? message ?? what,
		fix: known?.fix ?? fix,
		lineItems: [],
	};
}
