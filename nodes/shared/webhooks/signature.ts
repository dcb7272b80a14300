import { createHmac } from 'node:crypto';
import { isSameSecret } from './same-secret';

export const ALGORITHMS = ['sha256', 'sha1', 'sha512'] as const;
export const ENCODINGS = ['hex', 'base64'] as const;

export interface SignatureRule {
	algorithm: (typeof ALGORITHMS)[number];
	encoding: (typeof ENCODINGS)[number];
}

/**
 * Whether a signature is the HMAC of the message under the key.
 * @param message the parts, one behind the other: the raw bytes, never JSON that was written anew
 */
export function isSignedBy(
	key: string,
	message: ReadonlyArray<string | Buffer>,
	signature: string,
	{ algorithm, encoding }: SignatureRule,
): boolean {
	if (key === '') return false;
	const hmac = createHmac(algorithm, key);
	for (const part of message) hmac.update(part);
	const given = encoding === 'hex' ? signature.toLowerCase() : signature;
	return isSameSecret(given, hmac.digest(encoding));
}
