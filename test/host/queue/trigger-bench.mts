import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';
import { activate, deactivate, saveWorkflow } from '../rest/workflows.mts';
import { until } from '../support/until.mts';
import type { Arrivals } from './arrivals.mts';
import { deliver } from './deliver.mts';
import { untilQuiet, type Ends } from './executions.mts';
import type { QueueDesk } from './use-queue.mts';
import { onShipped } from './workflows.mts';

/** An active workflow that events start. */
export interface Listener {
	id: string;
	/** What Flexport would deliver of events with these ids, each so many times. */
	messages(events: readonly string[], copies?: number): ComposedMessage[];
	/** Waits until nothing runs any more, and tells how all executions ended. */
	ends(): Promise<Ends>;
	/** Ids of the events that came through. */
	came(): string[];
	end(): Promise<void>;
}

const TYPE = 'Order.Shipped';

export async function listen(
	desk: QueueDesk,
	arrivals: Arrivals,
	before: INode[] = [],
): Promise<Listener> {
	const name = randomUUID();
	const { rest, accounts } = desk;
	const file = onShipped(accounts, name, [...before, arrivals.reporter(name)]);
	const { id } = await saveWorkflow(rest, file);
	await activate(rest, id);
	const { hooks } = desk.sandbox.flexport;
	const messages = (events: readonly string[], copies = 1) =>
		events
			.flatMap((logisticsEventId) => hooks.message(TYPE, { logisticsEventId }))
			.filter(({ url }) => url.includes(name))
			.flatMap((message) => Array.from({ length: copies }, () => message));
	const [first] = await until('it is registered', () => {
		const found = messages(['FIRST']);
		return found.length > 0 ? found : undefined;
	});
	// The production URL can answer 404 for a moment after activation; 401 is the node's own word.
	await until('it is reachable', async () => {
		const status = first && (await deliver({ ...first, headers: {} }));
		return status === 401 || undefined;
	});
	return {
		id,
		messages,
		ends: async () => await untilQuiet(rest, id),
		came: () => [...arrivals.at(name)],
		async end() {
			await deactivate(rest, id);
			await until('nothing is registered', () => messages(['LAST']).length === 0 || undefined);
		},
	};
}
