import { createHash, timingSafeEqual } from 'node:crypto';

/** A secret as it may be kept: from the hash nobody gets back to it. */
export function fingerprint(secret: string): string {
	return sha256(secret).toString('hex');
}

/**
 * Compares two secrets in a time that tells nothing about either: their hashes have one length.
 * An empty secret equals nothing.
 */
export function isSameSecret(given: string | undefined, expected: string | undefined): boolean {
	return isKnownSecret(given, expected ? fingerprint(expected) : undefined);
}

/** As `isSameSecret`, where only the fingerprint of the expected one was kept. */
export function isKnownSecret(given: string | undefined, kept: string | undefined): boolean {
	if (!given || !kept || !/^[0-9a-f]{64}$/.test(kept)) return false;
	return timingSafeEqual(sha256(given), Buffer.from(kept, 'hex'));
}

function sha256(value: string): Buffer {
	return createHash('sha256').update(value, 'utf8').digest();
}
