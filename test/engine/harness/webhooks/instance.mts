import type {
	IDataObject,
	INodeTypes,
	IWebhookData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor } from '../additional-data.mts';
import type { MemoryCredentials } from '../credentials.mts';
import { n8nCore } from '../n8n.mts';
import { executable } from '../workflow-file.mts';
import type { HostDatabase } from './database.mts';
import { webhooksOf } from './node-webhooks.mts';

type SetupMethod = 'checkExists' | 'create' | 'delete';

/** What all parts of one imitated n8n share. */
export class Instance {
	credentials: MemoryCredentials;
	/** Where this n8n says that it is reached. */
	url = 'http://n8n.invalid';
	/** What webhook() threw. */
	readonly failures: unknown[] = [];
	/** Errors that n8n only writes to its log. */
	readonly problems: unknown[] = [];
	readonly database: HostDatabase;
	readonly nodeTypes: INodeTypes;

	constructor(database: HostDatabase, nodeTypes: INodeTypes, credentials: MemoryCredentials) {
		this.database = database;
		this.nodeTypes = nodeTypes;
		this.credentials = credentials;
	}

	workflow(base: IWorkflowBase, staticData: IDataObject = {}): Workflow {
		return executable(base, this.nodeTypes, staticData);
	}

	/** Outside of an execution, n8n gives no execution ID. */
	additionalData(base: IWorkflowBase, mode: WorkflowExecuteMode): IWorkflowExecuteAdditionalData {
		const { credentials: credentialsHelper, url: instance } = this;
		const data = additionalDataFor({ credentialsHelper, workflow: base, mode, instance });
		delete data.executionId;
		return data;
	}

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
