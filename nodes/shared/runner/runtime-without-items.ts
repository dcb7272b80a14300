import type { ApiContext } from '../transport/api-request';
import { Pace } from '../transport/pace';
import type { Runtime } from '../transport/runtime';
import { DEFAULT_TIMEOUT_S } from './execution-options';

/** Requests at once where somebody waits for the answer: a person at the panel, or an API. */
const AT_ONCE = 2;

/** What a search of the panel or a trigger works with; it has no items and no options. */
export function runtimeWithoutItems(ctx: ApiContext): Runtime {
	const { signal } = new AbortController();
	return {
		ctx,
		signal,
		pace: new Pace(AT_ONCE, signal),
		timeoutMs: DEFAULT_TIMEOUT_S * 1000,
	};
}
