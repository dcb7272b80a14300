import type { IExecuteFunctions } from 'n8n-workflow';
import { number } from '../read';

/** Settings of the whole execution: they are shared by all items, so the first item's values hold. */
export interface ExecutionOptions {
	maxInFlight: number;
	timeoutMs: number;
}

export const DEFAULT_MAX_IN_FLIGHT = 64;

/** Flexport's gateway gives up after about 29 seconds, so that a longer wait only waits. */
export const DEFAULT_TIMEOUT_S = 30;

export function readExecutionOptions(ctx: IExecuteFunctions): ExecutionOptions {
	const read = (name: string, otherwise: number): number =>
		Math.max(1, number(ctx.getNodeParameter(`options.${name}`, 0, otherwise)) ?? otherwise);
	return {
		maxInFlight: Math.floor(read('maxInFlight', DEFAULT_MAX_IN_FLIGHT)),
		timeoutMs: read('timeout', DEFAULT_TIMEOUT_S) * 1000,
	};
}
