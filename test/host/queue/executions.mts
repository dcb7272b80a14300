import type { ExecutionStatus } from 'n8n-workflow';
import type { RestClient } from '../rest/client.mts';
import { until } from '../support/until.mts';

const ENDED = ['success', 'error', 'crashed', 'canceled'] as const satisfies ExecutionStatus[];
const OPEN = ['new', 'running', 'waiting'] as const satisfies ExecutionStatus[];

/** How many executions of a workflow have each status. */
export type Ends = Partial<Record<ExecutionStatus, number>>;

async function countOf(rest: RestClient, workflowId: string, status: ExecutionStatus) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: [status] }));
	const path = `/executions?limit=1&filter=${filter}`;
	return (await rest.call<{ count: number }>('GET', path)).count;
}

async function counts(rest: RestClient, id: string, statuses: readonly ExecutionStatus[]) {
	const found: Ends = {};
	for (const status of statuses) {
		const count = await countOf(rest, id, status);
		if (count > 0) found[status] = count;
	}
	return found;
}

/** Waits until no execution of a workflow is open any more, and tells how they ended. */
export async function untilQuiet(rest: RestClient, id: string): Promise<Ends> {
	return await until('all executions have ended', async () => {
		if (Object.keys(await counts(rest, id, OPEN)).length > 0) return undefined;
		return await counts(rest, id, ENDED);
	});
}

/** As a worker writes it, when it begins. */
const STARTED = /Worker started execution (\d+)/g;

/** The executions that stand in a worker's log. */
export const startedBy = (log: string): string[] =>
	[...log.matchAll(STARTED)].map(([, id = '']) => id);
