import { createHmac } from 'node:crypto';

/**
 * The value of DigitalRiver-Signature: a timestamp and the signature of timestamp, full stop and
 * body, as Digital River's own storefront cartridge reads it. The guides show no layout, and nothing
 * tells the unit of the timestamp.
 */
export function signatureOf(
	body: string,
	{ secret, at, unit }: { secret: string; at: number; unit: 'seconds' | 'milliseconds' },
): string {
	const timestamp = String(unit === 'seconds' ? Math.floor(at / 1000) : at);
	const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('base64');
	return `${timestamp}, ${signature}`;
}
