import type { INode, INodeParameters, INodeType, INodeTypes, IWorkflowBase } from 'n8n-workflow';
import { chosenCredentials } from '../chosen-credentials.mts';
import type { CredentialData } from '../credentials.mts';
import { readWorkflow, type WorkflowFile, workflowBase } from '../workflow-file.mts';

/**
 * A workflow (or the file at a path) as the editor saves it, and those of its nodes whose type starts
 * it: they have the credentials chosen that were handed in.
 */
export function hostedWorkflow(
	source: WorkflowFile | string,
	nodeTypes: INodeTypes,
	credentials: CredentialData,
	isTrigger: (type: INodeType) => boolean,
): { base: IWorkflowBase; triggers: INode[] } {
	const base = workflowBase(typeof source === 'string' ? readWorkflow(source) : source);
	const triggers = base.nodes.filter(({ type, typeVersion }) =>
		isTrigger(nodeTypes.getByNameAndVersion(type, typeVersion)),
	);
	const chosen = chosenCredentials(credentials);
	for (const node of triggers) node.credentials ??= chosen;
	return { base, triggers };
}

/** The workflow with other parameters of one node. */
export function withParameters(
	base: IWorkflowBase,
	nodeName: string,
	parameters: INodeParameters,
): IWorkflowBase {
	const nodes = base.nodes.map((node) => (node.name === nodeName ? { ...node, parameters } : node));
	return { ...base, nodes };
}
