import type { ApiContext } from './api-request';
import type { Pace } from './pace';

/** What the operations of one execution share, whatever provider they call. */
export interface Runtime {
	readonly ctx: ApiContext;
	readonly pace: Pace;
	/** Fires when the execution is cancelled, or when the node gives up because an item failed. */
	readonly signal: AbortSignal;
	readonly timeoutMs: number;
}
