import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isStopped, stopped } from '../pause';
import { Pace } from '../transport/pace';
import type { Runtime } from '../transport/runtime';
import { forErrorOutput } from './error-output';
import { readExecutionOptions } from './execution-options';
import { ItemWithFiles, type Output, type RunItem } from './item';
import { errorItem, nodeError } from './item-failure';

type Result = { items: INodeExecutionData[] } | { failure: unknown };

/**
 * Runs an operation over all input items, several at a time, and gives the results in input order.
 *
 * Where the node continues on error, a failure becomes an error item in its place and all other
 * results stay. Where it does not, no further item is started, those in flight are finished,
 * waits are cut short, and the failure of the first item that has one is thrown.
 *
 * @param operationOf which operation an item runs; read per item, as every parameter is
 */
export async function runItems(
	ctx: IExecuteFunctions,
	operationOf: (index: number) => RunItem,
): Promise<INodeExecutionData[][]> {
	const count = ctx.getInputData().length;
	const goesOn = ctx.continueOnFail();
	const stop = followCancel(ctx);
	const { maxInFlight, timeoutMs, unreadable } = readExecutionOptions(ctx);
	const pace = new Pace(maxInFlight, stop.signal);
	const runtime: Runtime = { ctx, pace, signal: stop.signal, timeoutMs };
	// Filled, because a list skips its holes, and with them the items that were never started.
	const results = new Array<Result | undefined>(count).fill(undefined);

	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count && !stop.signal.aborted) {
			const index = next++;
			try {
				if (index === 0 && unreadable) throw unreadable.failure;
				const outputs = await operationOf(index)({ ctx, index, runtime });
				results[index] = { items: outputs.map((output) => toItem(output, index)) };
			} catch (failure) {
				results[index] = { failure };
				if (!goesOn) stop.abort();
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(maxInFlight, count) }, worker));

	return [goesOn ? settle(ctx, results) : unwrap(ctx, results)];
}

function toItem(output: Output, index: number): INodeExecutionData {
	const pairedItem = { item: index };
	return output instanceof ItemWithFiles
		? { json: output.json, binary: output.binary, pairedItem }
		: { json: output, pairedItem };
}

/** An abort controller that fires with the execution's own cancel signal. */
function followCancel(ctx: IExecuteFunctions): AbortController {
	const stop = new AbortController();
	const cancel = ctx.getExecutionCancelSignal();
	if (cancel?.aborted) stop.abort();
	cancel?.addEventListener('abort', () => stop.abort(), { once: true });
	return stop;
}

function settle(
	ctx: IExecuteFunctions,
	results: ReadonlyArray<Result | undefined>,
): INodeExecutionData[] {
	const node = ctx.getNode();
	const hasErrorOutput = node.onError === 'continueErrorOutput';
	return results.flatMap((result, index) => {
		if (result && 'items' in result) return result.items;
		const failure = result?.failure ?? stopped();
		const item = errorItem(failure, index);
		return [hasErrorOutput ? forErrorOutput(item, nodeError(node, failure, index)) : item];
	});
}

function unwrap(
	ctx: IExecuteFunctions,
	results: ReadonlyArray<Result | undefined>,
): INodeExecutionData[] {
	const finished = results.filter((result) => result && 'items' in result).length;
	const failures = results.map((result) =>
		result && 'failure' in result ? result.failure : undefined,
	);
	// Items that were only stopped are consequences; the cause is what a person needs to see.
	const index = firstCause(failures);
	if (index >= 0) throw nodeError(ctx.getNode(), failures[index], index, finished, results.length);
	const unfinished = results.indexOf(undefined);
	if (unfinished >= 0) {
		throw nodeError(ctx.getNode(), stopped(), unfinished, finished, results.length);
	}
	return results.flatMap((result) => (result && 'items' in result ? result.items : []));
}

function firstCause(failures: readonly unknown[]): number {
	const isCause = (failure: unknown) => failure !== undefined && !isStopped(failure);
	const cause = failures.findIndex(isCause);
	return cause >= 0 ? cause : failures.findIndex((failure) => failure !== undefined);
}
