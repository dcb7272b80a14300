import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { DEFAULT_TIMEOUT_S } from '../runner/execution-options';
import { Pace } from '../transport/pace';
import type { Runtime } from '../transport/runtime';

/** Requests at once of a search, which a person waits for in the panel. */
const AT_ONCE = 2;

/** What the search of a resource locator works with; it has no items and no options. */
export function searchRuntime(ctx: ILoadOptionsFunctions): Runtime {
	const { signal } = new AbortController();
	return {
		ctx,
		signal,
		pace: new Pace(AT_ONCE, signal),
		timeoutMs: DEFAULT_TIMEOUT_S * 1000,
	};
}
