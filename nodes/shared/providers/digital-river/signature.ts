import type { Delivery } from '../../webhooks/delivery';
import { soleHeader } from '../../webhooks/delivery';
import { isSignedBy } from '../../webhooks/signature';
import type { SignatureCheck } from '../webhooks/webhook-system';

export const SIGNATURE_HEADER = 'DigitalRiver-Signature';

/** Unix times from here on are milliseconds: as seconds they would lie in the year 5138. */
const FIRST_MILLISECOND = 100_000_000_000;

/**
 * Whether the header `timestamp, signature` fits the body: the signature is the Base64 of the
 * HMAC-SHA256 of timestamp, a dot and the raw body. The documentation gives no layout and no unit of
 * the timestamp; the layout is that of Digital River's own cartridge, and both units are understood.
 */
export function isSigned(
	delivery: Delivery,
	{ secret, toleranceMs, now }: SignatureCheck,
): boolean {
	const [timestamp = '', ...signatures] = (soleHeader(delivery, SIGNATURE_HEADER) ?? '')
		.split(',')
		.map((part) => part.trim());
	const { body } = delivery;
	if (body === undefined || !isFresh(timestamp, toleranceMs, now)) return false;
	const rule = { algorithm: 'sha256', encoding: 'base64' } as const;
	// While the secret is rotated there may be two signatures.
	return signatures.some((one) => isSignedBy(secret, [`${timestamp}.`, body], one, rule));
}

function isFresh(timestamp: string, toleranceMs: number, now: number): boolean {
	const value = /^\d{1,16}$/.test(timestamp) ? Number(timestamp) : Date.parse(timestamp);
	const sentAt = value < FIRST_MILLISECOND ? value * 1000 : value;
	return Math.abs(now - sentAt) <= toleranceMs;
}
