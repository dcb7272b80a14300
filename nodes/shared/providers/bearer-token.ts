import { text } from '../read';

/**
 * A token that an answer gives; undefined if it is none. It has no blank in it and nothing else that a
 * header cannot carry (RFC 6750, 2.1).
 */
export function bearerToken(value: unknown): string | undefined {
	const token = text(value)?.trim();
	return token !== undefined && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
}
