import type { ApiContext } from '../transport/api-request';
import { LONGEST_WAIT_MS, Pace } from '../transport/pace';
import type { Runtime } from '../transport/runtime';
import { DEFAULT_TIMEOUT_S } from './execution-options';

/** Requests at once where somebody waits for the answer: a person at the panel, or an API. */
const AT_ONCE = 2;

/**
 * What a search of the panel or a trigger works with; it has no items and no options.
 *
 * @param patienceMs how long to wait at a rate limit before giving up; else as long as an operation
 */
export function runtimeWithoutItems(
	ctx: ApiContext,
	{ atOnce = AT_ONCE, patienceMs = LONGEST_WAIT_MS } = {},
): Runtime {
	const { signal } = new AbortController();
	return {
		ctx,
		signal,
		pace: new Pace(atOnce, signal, patienceMs),
		timeoutMs: DEFAULT_TIMEOUT_S * 1000,
	};
}
