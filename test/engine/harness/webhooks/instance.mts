import type {
	IWebhookData,
	IWorkflowBase,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Instance } from '../host/instance.mts';
import { n8nCore } from '../n8n.mts';
import { webhooksOf } from './node-webhooks.mts';

type SetupMethod = 'checkExists' | 'create' | 'delete';

/** An n8n that sets webhooks up and takes them down. */
export class WebhookInstance extends Instance {
	webhooks(workflow: Workflow, base: IWorkflowBase): IWebhookData[] {
		return webhooksOf(workflow, this.additionalData(base, 'internal'));
	}

	/** Calls one of the node's methods that set its webhook up or take it down. */
	async setUp(
		method: SetupMethod,
		workflow: Workflow,
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<boolean | undefined> {
		const node = workflow.getNode(webhook.node);
		if (!node) return undefined;
		const type = this.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const call = type.webhookMethods?.[webhook.webhookDescription.name]?.[method];
		if (!call) return undefined;
		const { workflowExecuteAdditionalData: additionalData } = webhook;
		const context = new n8nCore.HookContext(
			workflow,
			node,
			additionalData,
			mode,
			activation,
			webhook,
		);
		// Not call.call(): n8n-core's context and n8n-workflow's interface differ by an optional field.
		return await Reflect.apply(call, context, []);
	}

	async createIfMissing(
		workflow: Workflow,
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<void> {
		if (await this.setUp('checkExists', workflow, webhook, mode, activation)) return;
		await this.setUp('create', workflow, webhook, mode, activation);
	}
}
