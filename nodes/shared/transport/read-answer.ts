import { record, type Json } from '../read';
import type { ApiAnswer, Session } from './api-request';

/**
 * Reads a response of n8n's helper, or the one in an error of it, which has other names.
 * @param redact takes secrets out of texts
 */
export function readAnswer(response: Json, redact: Session['redact']): ApiAnswer {
	const status = response.statusCode ?? response.status;
	return {
		status: typeof status === 'number' ? status : 0,
		headers: readHeaders(response.headers, redact),
		body: withoutSecrets('body' in response ? response.body : response.data, redact),
	};
}

/** An API that repeats the token in an answer must not bring it into an item, an error or a log. */
function withoutSecrets(value: unknown, redact: Session['redact']): unknown {
	if (typeof value === 'string') return redact(value);
	if (Array.isArray(value)) {
		const clean = value.map((entry) => withoutSecrets(entry, redact));
		return clean.every((entry, at) => entry === value[at]) ? value : clean;
	}
	const fields = value instanceof Uint8Array ? undefined : record(value);
	if (!fields) return value;
	const entries = Object.entries(fields);
	const clean = entries.map(
		([name, field]) => [redact(name), withoutSecrets(field, redact)] as const,
	);
	// Hardly any answer has a secret in it, and then it need not be built anew.
	const isClean = clean.every(
		([name, field], at) => name === entries[at]?.[0] && field === entries[at]?.[1],
	);
	return isClean ? value : Object.fromEntries(clean);
}

function readHeaders(headers: unknown, redact: Session['redact']): Record<string, string> {
	const entries = Object.entries(record(headers) ?? {});
	return Object.fromEntries(
		entries
			.filter(([, value]) => typeof value === 'string')
			.map(([name, value]) => [name.toLowerCase(), redact(String(value))]),
	);
}
