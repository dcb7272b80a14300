import { id, record, records, row, text, type Json } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import { OTHER_SPELLINGS, TYPE_ERRORS } from './error-catalogue';

/** What an error answer says. */
export interface Problem {
	/** A type of the catalogue where the answer holds one, otherwise the API's own code. */
	type?: string;
	message?: string;
	/** The field that the API names, by its path. */
	parameter?: string;
}

/**
 * Reads an error: the API's own `{ type, message, errors }`, whose outer type decides, or the
 * `{ response: { errors: [{ code, message }] } }` of the gateway in front of it.
 */
export function readProblem({ body, headers }: ApiAnswer): Problem {
	const outer = record(body) ?? {};
	const inner = records(outer.errors);
	const gateway = records(record(outer.response)?.errors);
	const types = [outer, ...inner].map(typeOf);
	const codes = [...types, ...gateway.map(({ code }) => id(code)), text(headers.apierrorcode)];
	const type = codes.find((code) => row(TYPE_ERRORS, code)) ?? codes.find((code) => code);
	const message = wordsOf([...inner, ...gateway]) ?? text(outer.message);
	const parameter = inner.map((error) => text(error.parameter)).find((name) => name);
	return {
		...(type ? { type } : {}),
		...(message ? { message } : {}),
		...(parameter ? { parameter } : {}),
	};
}

function typeOf({ type }: Json): string | undefined {
	return row(OTHER_SPELLINGS, text(type)) ?? text(type);
}

/** What the single errors say, each sentence once. */
function wordsOf(errors: readonly Json[]): string | undefined {
	const sentences = new Set(errors.flatMap(({ message }) => text(message) ?? []));
	return sentences.size > 0 ? [...sentences].join(' ') : undefined;
}
