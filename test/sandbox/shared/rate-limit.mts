/** So many requests a second; `burst` may come at once (default: one second's worth). */
export interface RateLimit {
	perSecond: number;
	burst?: number;
	/** How the 429 says when to come back. */
	retryAfter: 'seconds' | 'date' | 'none';
}

/** A token bucket on real time. */
export class TokenBucket {
	private tokens: number;
	private filledAt: number;
	private readonly size: number;

	constructor(
		readonly limit: RateLimit,
		private readonly now: () => number = Date.now,
	) {
		this.size = Math.max(1, limit.burst ?? limit.perSecond);
		this.tokens = this.size;
		this.filledAt = now();
	}

	/** Takes a token, or says how many milliseconds remain until there is one. */
	take(): { allowed: true } | { allowed: false; waitMs: number } {
		const now = this.now();
		const refill = ((now - this.filledAt) / 1000) * this.limit.perSecond;
		this.tokens = Math.min(this.size, this.tokens + refill);
		this.filledAt = now;
		if (this.tokens >= 1) {
			this.tokens -= 1;
			return { allowed: true };
		}
		return { allowed: false, waitMs: ((1 - this.tokens) / this.limit.perSecond) * 1000 };
	}
}

/** The Retry-After header for a wait, rounded up to whole seconds as the header demands. */
export function retryAfterHeader(
	style: RateLimit['retryAfter'],
	waitMs: number,
): Record<string, string> {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	if (style === 'seconds') return { 'retry-after': String(seconds) };
	if (style === 'date') {
		// An HTTP date has no fractions of a second; without rounding up it would lie in the past.
		const at = Math.ceil((Date.now() + seconds * 1000) / 1000) * 1000;
		return { 'retry-after': new Date(at).toUTCString() };
	}
	return {};
}
