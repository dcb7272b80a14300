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
	const said = [outer, ...inner].map(({ type }) => text(type));
	const behind = [...gateway.map(({ code }) => id(code)), text(headers.apierrorcode)];
	const codes = [...said, ...behind].map((code) => row(OTHER_SPELLINGS, code) ?? code);
	const type = codes.find((code) => row(TYPE_ERRORS, code)) ?? codes.find((code) => code);
	const message =
		wordsOf([...inner, ...gateway]) ?? text(outer.message) ?? text(headers.apierrormsg);
	const parameter = inner.map((error) => text(error.parameter)).find((name) => name);
	return {
		...(type ? { type } : {}),
		...(message ? { message } : {}),
		...(parameter ? { parameter } : {}),
	};
}

/** The fields that the single errors name, by their paths. */
export function parametersIn({ body }: ApiAnswer): string[] {
	const errors = records(record(body)?.errors);
	return [...new Set(errors.flatMap(({ parameter }) => text(parameter) ?? []))];
}

/** What the single errors say, each sentence once. */
function wordsOf(errors: readonly Json[]): string | undefined {
	const sentences = new Set(errors.flatMap(({ message }) => text(message) ?? []));
	return sentences.size > 0 ? [...sentences].join(' ') : undefined;
}
