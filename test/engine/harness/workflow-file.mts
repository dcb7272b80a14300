import { readFileSync } from 'node:fs';
import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeTypes,
	IPinData,
	IWorkflowBase,
	IWorkflowSettings,
	Workflow,
} from 'n8n-workflow';
import { n8nWorkflow } from './n8n.mts';

/** A node as a workflow file has it. What n8n fills in by itself may be left out. */
export type WorkflowNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	name?: string;
	nodes: WorkflowNode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: Record<string, INodeExecutionData[]>;
}

/** Reads a workflow file; the path is relative to the repository's root. */
export function readWorkflow(path: string): WorkflowFile {
	return n8nWorkflow.jsonParse<WorkflowFile>(readFileSync(path, 'utf8'), {
		errorMessage: `${path} is not valid JSON`,
	});
}

function completeNode(node: WorkflowNode, index: number): INode {
	const defaults = {
		id: `node-${index}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	} as const;
	return { ...defaults, ...n8nWorkflow.deepCopy(node), position: node.position ?? [0, 0] };
}

/** What n8n's database would hold of the workflow. Nothing of the file itself is ever changed. */
export function workflowBase(file: WorkflowFile): IWorkflowBase {
	const never = new Date(0);
	return {
		id: 'workflow',
		name: file.name ?? 'Workflow',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: never,
		updatedAt: never,
		nodes: file.nodes.map(completeNode),
		connections: n8nWorkflow.deepCopy(file.connections),
		settings: { executionOrder: 'v1', ...file.settings },
		...(file.pinData ? { pinData: n8nWorkflow.deepCopy<IPinData>(file.pinData) } : {}),
	};
}

/**
 * The executable form, in which every node's parameters have their defaults. It changes the static
 * data that it is given, so that has to be a copy: nothing is kept unless somebody saves it.
 */
export function executable(
	base: IWorkflowBase,
	nodeTypes: INodeTypes,
	staticData: IDataObject = {},
): Workflow {
	const { id, name, nodes, connections, active, settings } = n8nWorkflow.deepCopy(base);
	return new n8nWorkflow.Workflow({
		...(id ? { id } : {}),
		name,
		nodes,
		connections,
		active,
		nodeTypes,
		staticData,
		...(settings ? { settings } : {}),
	});
}
