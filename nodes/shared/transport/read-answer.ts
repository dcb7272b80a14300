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
	// Hardly any answer has a secret in it, and then it need not be built anew.
	return isClean(value, redact) ? value : redacted(value, redact);
}

function isClean(value: unknown, redact: Session['redact']): boolean {
	if (typeof value === 'string') return redact(value) === value;
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
	if (Array.isArray(value)) return value.every((entry) => isClean(entry, redact));
	return Object.entries(value).every(
		([name, field]) => redact(name) === name && isClean(field, redact),
	);
}

function redacted(value: unknown, redact: Session['redact']): unknown {
	if (typeof value === 'string') return redact(value);
	if (Array.isArray(value)) return value.map((entry) => redacted(entry, redact));
	const fields = value instanceof Uint8Array ? undefined : record(value);
	if (!fields) return value;
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [redact(name), redacted(field, redact)]),
	);
}

function readHeaders(headers: unknown, redact: Session['redact']): Record<string, string> {
	const entries = Object.entries(record(headers) ?? {});
	return Object.fromEntries(
		entries
			.filter(([, value]) => typeof value === 'string')
			.map(([name, value]) => [name.toLowerCase(), redact(String(value))]),
	);
}
