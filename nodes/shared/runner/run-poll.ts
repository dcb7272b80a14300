import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Failure } from '../failure';
import type { Runtime } from '../transport/runtime';
import { nodeError } from './item-failure';
import { runtimeWithoutItems } from './runtime-without-items';

/**
 * Nobody waits for a poll, and others may work with the same account. At a rate limit it waits 20
 * seconds by itself; a longer wait is n8n's, between two polls.
 */
const CALM = { atOnce: 8, patienceMs: 20_000 };

/** One poll of a trigger. */
export interface Poll {
	ctx: IPollFunctions;
	runtime: Runtime;
	/** What the workflow has stored. It is to be changed last, when nothing can fail any more. */
	stored: IDataObject;
	/** A person wants to see data in the editor: nothing is to be stored, and what is there is shown. */
	isTest: boolean;
}

/** Triggers whose poll is under way in this process. */
const underWay = new Set<string>();

/**
 * Runs a poll.
 *
 * n8n starts a poll at each tick, also if the last one is not over. Both would find the same and tell
 * it twice, so the later one gives way.
 *
 * @param work gives the items; none start nothing
 */
export async function runPoll(
	ctx: IPollFunctions,
	work: (poll: Poll) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[][] | null> {
	const isTest = ctx.getMode() === 'manual';
	const trigger = `${ctx.getWorkflow().id ?? ''}:${ctx.getNode().id}`;
	if (!isTest && underWay.has(trigger)) return null;
	if (!isTest) underWay.add(trigger);
	try {
		const runtime = runtimeWithoutItems(ctx, CALM);
		const items = await work({ ctx, runtime, stored: ctx.getWorkflowStaticData('node'), isTest });
		return items.length > 0 ? [items.map((json) => ({ json }))] : null;
	} catch (failure) {
		throw nodeError(ctx.getNode(), forPolls(failure));
	} finally {
		if (!isTest) underWay.delete(trigger);
	}
}

/** At a rate limit, nodes name an option of theirs that a trigger does not have. */
function forPolls(failure: unknown): unknown {
	if (!(failure instanceof Failure) || failure.facts.httpCode !== '429') return failure;
	const fix = 'The next poll finds what this one did not. Poll less often if this keeps happening.';
	return new Failure({ ...failure.facts, fix });
}
