import type {
	IHttpRequestMethods,
	INode,
	IWebhookData,
	IWebhookDescription,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { n8nWorkflow } from '../n8n.mts';

/** A field of a webhook's description, whose value may be an expression over the node's parameters. */
export function describedBy(
	workflow: Workflow,
	node: INode,
	description: IWebhookDescription,
	mode: WorkflowExecuteMode,
) {
	return (field: keyof IWebhookDescription & string, fallback?: string | number | boolean) =>
		workflow.expression.getSimpleParameterValue(
			node,
			description[field],
			mode,
			{},
			undefined,
			fallback,
		);
}

const METHODS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];
const isMethod = (method: string): method is IHttpRequestMethods => METHODS.includes(method);

const trimmed = (path: string) => path.trim().replace(/^\//, '').replace(/\/$/, '');

function ofNode(
	workflow: Workflow,
	node: INode,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	return (description.webhooks ?? []).flatMap((webhookDescription) => {
		const field = describedBy(workflow, node, webhookDescription, 'internal');
		if (webhookDescription.restartWebhook === true) return [];
		const path = n8nWorkflow.NodeHelpers.getNodeWebhookPath(
			workflow.id,
			node,
			trimmed(String(field('path'))),
			field('isFullPath', false) === true,
			false,
		);
		return String(field('httpMethod', 'GET'))
			.split(',')
			.map((method) => method.trim())
			.filter(isMethod)
			.map((httpMethod) => ({
				httpMethod,
				node: node.name,
				path,
				webhookDescription,
				workflowId: workflow.id,
				workflowExecuteAdditionalData,
			}));
	});
}

/** Every webhook of every node that is switched on, one per method. Fixed paths only. */
export function webhooksOf(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	return Object.values(workflow.nodes)
		.filter(({ disabled }) => disabled !== true)
		.flatMap((node) => ofNode(workflow, node, additionalData));
}
