import { randomUUID } from 'node:crypto';
import { hostWebhooks, type WebhookHost } from '../../engine/harness/webhook-host.mts';
import type { WorkflowNode } from '../../engine/harness/workflow-file.mts';
import { WEBHOOK } from '../contenders/built-in.mts';
import { collectGarbage } from '../gc.mts';
import { milliseconds, times, whole } from '../report/figures.mts';
import { median, ratio } from '../statistics.mts';
import type { Bench, Part } from './part.mts';

const COUNT = 1_000;
const AT_ONCE = 32;
const WARM_UP = 200;

const OURS: Partial<WorkflowNode> & Pick<WorkflowNode, 'type'> = {
	type: 'n8n-nodes-fulfillment.orderStatusTrigger',
	parameters: { provider: 'digitalRiver' },
};

/** n8n's own node: it takes whatever comes and checks nothing. */
const BUILT_IN: typeof OURS = {
	type: WEBHOOK,
	typeVersion: 2.1,
	parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived' },
};

interface Hosted {
	name: string;
	host: WebhookHost;
	/** Executions a second, and the median time to answer, of each round. */
	perSecond: number[];
	answerMs: number[];
}

async function open(bench: Bench, name: string, trigger: typeof OURS): Promise<Hosted> {
	const signer = await bench.sandbox.ask('signer', null);
	const node = { ...trigger, id: name, name: 'Trigger', webhookId: randomUUID() };
	const workflow = {
		nodes: [node, { name: 'Next', type: 'n8n-nodes-base.noOp' }],
		connections: { Trigger: { main: [[{ node: 'Next', type: 'main' as const, index: 0 }]] } },
	};
	const { loaded, nodeTypes } = bench.engine;
	const credentials = { digitalRiverApi: { ...signer } };
	const host = await hostWebhooks(loaded, nodeTypes, workflow, { credentials });
	await host.activate();
	return { name, host, perSecond: [], answerMs: [] };
}

async function deliver(bench: Bench, { host, ...hosted }: Hosted, count: number): Promise<void> {
	const before = host.executions().length;
	collectGarbage();
	const started = performance.now();
	const url = host.productionUrl;
	const ask = { count, atOnce: AT_ONCE, url };
	const { answeredMs, refused } = await bench.sandbox.ask('deliver', ask);
	await host.settled();
	const ms = performance.now() - started;
	const runs = host.executions().length - before;
	if (refused > 0 || runs !== count) {
		throw new Error(`${hosted.name}: ${refused} refused, ${runs} of ${count} executions.`);
	}
	hosted.perSecond.push((count / ms) * 1000);
	hosted.answerMs.push(median(answeredMs));
}

/** (e) 1,000 signed deliveries, 32 at a time, each of which starts a workflow. */
export const webhooks: Part = async (bench) => {
	const both = [await open(bench, 'this package', OURS), await open(bench, 'Webhook', BUILT_IN)];
	const rounds = bench.quick ? 2 : 5;
	for (let round = 0; round <= rounds; round += 1) {
		for (const hosted of both) {
			if (round === 0) await deliver(bench, { ...hosted, perSecond: [], answerMs: [] }, WARM_UP);
			else await deliver(bench, hosted, COUNT);
		}
	}
	await Promise.all(both.map(({ host }) => host.close()));
	const [mine, its] = both;
	if (!mine || !its) throw new Error('Somebody took no part.');
	const title = `${whole(COUNT)} signed deliveries, ${AT_ONCE} at a time`;
	return {
		title: `(e) ${title}`,
		table: [
			['', 'executions a second', 'time to answer'],
			...both.map(({ name, perSecond, answerMs }) => [
				name,
				whole(median(perSecond)),
				milliseconds(median(answerMs)),
			]),
		],
		notes: [
			'',
			`Every delivery was answered 200 and started one execution. Webhook is n8n's own trigger: it checks no signature and leaves nothing out that came before. It starts ${times(ratio(its.perSecond, mine.perSecond))} times as many.`,
		],
		musts: [],
		shown: [
			[
				`${title}, started`,
				`${whole(median(mine.perSecond))} a second`,
				`${whole(median(its.perSecond))} a second (Webhook, unchecked)`,
				'',
			],
		],
	};
};
