import type {
	CloseFunction,
	INode,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowBase,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { n8nCore } from '../n8n.mts';
import type { RunResult } from '../result.mts';
import { parseBody } from './body.mts';
import type { Executions } from '../host/executions.mts';
import { HttpError } from './http-error.mts';
import type { WebhookInstance } from './instance.mts';
import { lastNodeAnswer } from './last-node.mts';
import type { HostRequest, HostResponse } from './messages.mts';
import { describedBy } from './node-webhooks.mts';

/** What n8n answers, or that it answers nothing because the node does. */
export type Answer = { silent: true } | { body: unknown; code?: number };

export interface Delivery {
	instance: WebhookInstance;
	executions: Executions;
	workflow: Workflow;
	base: IWorkflowBase;
	webhook: IWebhookData;
	mode: WorkflowExecuteMode;
	request: HostRequest;
	response: HostResponse;
	/** Told once, when it is known what n8n answers. */
	respond: (error: Error | null, answer: Answer) => void;
}

const NO_EXECUTION = { silent: true } as const;

async function callNode(delivery: Delivery, node: INode): Promise<IWebhookResponseData> {
	const { instance, workflow, base, webhook, mode, request, response } = delivery;
	const type = instance.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!type.webhook) throw new Error('Node does not have any webhooks defined');
	const additionalData = {
		...instance.additionalData(base, mode),
		httpRequest: request,
		httpResponse: response,
	};
	const closing: CloseFunction[] = [];
	const context = new n8nCore.WebhookContext(
		workflow,
		node,
		additionalData,
		mode,
		webhook,
		closing,
		null,
	);
	try {
		return await Reflect.apply(type.webhook, context, []);
	} finally {
		await Promise.allSettled(closing.map((close) => close()));
	}
}

type Delivered = { result: Promise<RunResult> } | undefined;

/**
 * What happens to a request once its webhook is found, in n8n's order: read the body, call the node,
 * start the workflow, answer. Gives the execution, if one was started.
 */
async function work(delivery: Delivery): Promise<Delivered> {
	const { instance, executions, workflow, base, webhook, mode, request } = delivery;
	const node = workflow.getNode(webhook.node);
	if (!node) throw new HttpError(404, 'Could not find node to process webhook.');
	const field = describedBy(workflow, node, webhook.webhookDescription, mode);
	const responseMode = field('responseMode', 'onReceived');
	const responseData = field('responseData', 'firstEntryJson');
	const code = Number(field('responseCode', 200));
	let answered = false;
	const answer = (error: Error | null, value: Answer = NO_EXECUTION) => {
		if (answered) return;
		answered = true;
		delivery.respond(error, value);
	};
	try {
		await parseBody(request, node.typeVersion);
		let outcome: IWebhookResponseData;
		let failure: Error | undefined;
		try {
			outcome = await callNode(delivery, node);
		} catch (error) {
			instance.failures.push(error);
			failure = error instanceof Error ? error : new Error(String(error));
			answer(new Error('Workflow Webhook Error: Workflow could not be started!'));
			outcome = { workflowData: [[{ json: {} }]] };
		}
		if (outcome.noWebhookResponse === true) answer(null);
		const { workflowData: items, webhookResponse } = outcome;
		if (items === undefined) {
			answer(null, { body: given(webhookResponse, 'Webhook call received'), code });
			return undefined;
		}
		const execution = await executions.start({
			base,
			node,
			mode,
			items,
			...(failure ? { failure } : {}),
		});
		if (responseMode === 'onReceived') {
			answer(null, { body: receivedAnswer(responseData, webhookResponse), code });
		} else if (!answered) {
			void execution.result.then(
				(result) => answer(null, lastNodeAnswer(result, responseData, code)),
				() => answer(new Error('There was a problem executing the workflow')),
			);
		}
		return execution;
	} catch (error) {
		if (answered) throw error;
		const own = error instanceof HttpError && error.status < 500;
		answer(own ? error : new Error('There was a problem executing the workflow'));
		return undefined;
	}
}

/** Hands a request to its webhook; the host can wait until that is done. */
export async function deliver(delivery: Delivery): Promise<Delivered> {
	return await delivery.executions.track(work(delivery));
}

const given = (webhookResponse: unknown, message: string): unknown =>
	webhookResponse === undefined ? { message } : webhookResponse;

/**
 * The answer while the workflow runs. A description without responseData is taken for one with
 * "firstEntryJson", and n8n 2.40 then really answers that word, whatever webhook() wanted to answer.
 */
function receivedAnswer(responseData: unknown, webhookResponse: unknown): unknown {
	if (responseData === 'noData') return undefined;
	return responseData || given(webhookResponse, 'Workflow was started');
}
