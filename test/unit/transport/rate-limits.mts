/** Asks for one request: whole seconds to wait, or undefined if it is let through. */
export type RateLimiter = (nowMs: number) => number | undefined;

/** Refills all the time and holds a second's worth. */
export function tokenBucket(perSecond: number): RateLimiter {
	let tokens = perSecond;
	let filledAt = 0;
	return (now) => {
		tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond);
		filledAt = now;
		if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
		tokens -= 1;
		return undefined;
	};
}

/** So many in each second by the API's clock, the first of which has begun already. */
export function fixedWindow(perSecond: number): RateLimiter {
	let window = -1;
	let left = 0;
	return (now) => {
		const current = Math.floor((now + 300) / 1000);
		if (current !== window) left = perSecond;
		window = current;
		if (left === 0) return 1;
		left -= 1;
		return undefined;
	};
}
