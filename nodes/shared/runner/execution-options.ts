import type { IExecuteFunctions } from 'n8n-workflow';
import { number } from '../read';

/** Settings of the whole execution: they are shared by all items, so the first item's values hold. */
export interface ExecutionOptions {
	maxInFlight: number;
	timeoutMs: number;
	/** Why they could not be read: an expression that fails. It is the first item's; the usual ones hold. */
	unreadable?: { failure: unknown };
}

export const DEFAULT_MAX_IN_FLIGHT = 64;

/** Flexport's gateway gives up after about 29 seconds, so that a longer wait only waits. */
export const DEFAULT_TIMEOUT_S = 30;

/** The longest timeout that a socket of Node.js takes. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export function readExecutionOptions(ctx: IExecuteFunctions): ExecutionOptions {
	const read = (name: string, otherwise: number): number =>
		Math.max(1, number(ctx.getNodeParameter(`options.${name}`, 0, otherwise)) ?? otherwise);
	try {
		return {
			maxInFlight: Math.floor(read('maxInFlight', DEFAULT_MAX_IN_FLIGHT)),
			timeoutMs: Math.min(read('timeout', DEFAULT_TIMEOUT_S) * 1000, LONGEST_TIMEOUT_MS),
		};
	} catch (failure) {
		return {
			maxInFlight: DEFAULT_MAX_IN_FLIGHT,
			timeoutMs: DEFAULT_TIMEOUT_S * 1000,
			unreadable: { failure },
		};
	}
}
