/** An HTTP date or ISO 8601. `Date.parse` alone takes "-5" for a day of the year 2001. */
const DATE = /^([A-Z][a-z]{2,8},? |\d{4}-\d{2}-\d{2}T).*\d{2}:\d{2}/;

/**
 * How long an answer asks to wait, from its `Retry-After` header: seconds or an HTTP date
 * (RFC 9110, 10.2.3). A date is measured against the answer's own `Date`, so that a clock of ours
 * that is off does no harm.
 *
 * @returns milliseconds, or undefined if the header is missing or unreadable
 */
export function readRetryAfter(
	headers: Readonly<Record<string, string>>,
	now: number = Date.now(),
): number | undefined {
	const value = headers['retry-after']?.trim();
	if (!value) return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
	const until = DATE.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(until)) return undefined;
	const sentAt = Date.parse(headers.date ?? '');
	return Math.max(0, until - (Number.isNaN(sentAt) ? now : sentAt));
}
