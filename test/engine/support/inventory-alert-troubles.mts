import type { Fault, FaultRule } from '../../sandbox/faults.mts';
import { PAGES } from './inventory-alert-desk.mts';

/** What fails a poll: at once, or as it goes on and on. */
const TROUBLES: readonly Fault[] = [
	{ kind: 'status', status: 429, retryAfter: 120 },
	{ kind: 'status', status: 503 },
	{ kind: 'expiredToken' },
	{ kind: 'cutBefore' },
	{ kind: 'status', status: 503, retryAfter: 120 },
	{ kind: 'status', status: 423 },
	{ kind: 'notJson' },
];

/** More requests than a poll sends. */
const ALL = 1000;

const pick = (number: number): Fault => TROUBLES[number % TROUBLES.length] ?? { kind: 'cutBefore' };

/** Fails the pages of the stock from one on, each time in another way. */
export const failingPages = (number: number, page: number): FaultRule => ({
	path: PAGES,
	fault: pick(number),
	when: { nth: Array.from({ length: ALL }, (_, index) => page + index) },
});

/** Fails only what is asked when it is known already what has to be told: the names of products. */
export const failingNames = (number: number): FaultRule => ({
	path: /\/products(\/D\w+)?$/,
	fault: pick(number),
	when: { every: 1 },
});
