import type { Fault } from '../../sandbox/faults.mts';

/** What can happen to a request: a fault, or that all tokens given out so far expire as it comes. */
export type Disturbance = Fault | { kind: 'tokensExpire' };

type Chances = ReadonlyArray<readonly [weight: number, value: Disturbance]>;

/** Seconds. Long enough for what only waits for its turn on a machine that has much to do. */
export const TIMEOUT_S = 18;

/** Longer than the timeout. */
const STALL: Disturbance = { kind: 'stall', ms: 20_000 };

const status = (code: number, retryAfter?: number | 'date'): Disturbance => ({
	kind: 'status',
	status: code,
	...(retryAfter === undefined ? {} : { retryAfter }),
});

/** They leave open whether the work was done; before it, or after it. */
export const LOSING: Chances = [
	[3, { kind: 'cutBefore' }],
	[4, { kind: 'cutAfter' }],
	[3, { kind: 'cutDuring' }],
	[2, { kind: 'notJson' }],
	[0.5, STALL],
	...[500, 502, 503, 504].flatMap((code): Chances => [
		[1, status(code)],
		[1, { kind: 'statusAfter', status: code }],
	]),
	[1, status(503, 1)],
];

/** All that passes by itself. */
export const PASSING: Chances = [
	...LOSING,
	[1, status(429)],
	[1, status(429, 1)],
	[1, status(429, 'date')],
];

export const EXPIRED: Disturbance = { kind: 'expiredToken' };

/** A token that is no longer taken passes where n8n can get another one. */
export const PASSING_WITH_NEW_TOKENS: Chances = [...PASSING, [2, EXPIRED]];

/** What happens to requests for a token. */
export const TOKEN_TROUBLE: Chances = [
	[4, { kind: 'cutBefore' }],
	[4, { kind: 'cutAfter' }],
	[4, status(503)],
	[2, status(429, 1)],
];
