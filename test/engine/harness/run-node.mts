import type { INode, INodeParameters } from 'n8n-workflow';
import { AGENT_TYPE } from './agent.mts';
import { chosenCredentials } from './chosen-credentials.mts';
import type { RunOptions } from './run.mts';
import type { WorkflowFile } from './workflow-file.mts';

/** Name that `runNode` gives to the node, for `result.items(NODE)`. */
export const NODE = 'Node';
/** Name of the stand-in for an agent in `runAsTool`; its one item is `{ tool, description, answer }`. */
export const AGENT = 'Agent';
const TRIGGER = 'Trigger';

export interface RunNodeOptions
	extends
		Omit<RunOptions, 'startNode'>,
		Pick<
			INode,
			| 'onError'
			| 'retryOnFail'
			| 'maxTries'
			| 'waitBetweenTries'
			| 'executeOnce'
			| 'alwaysOutputData'
		> {
	typeVersion?: number;
}

/** The workflow manual trigger -> one node, and what to run it with. */
export function singleNode(
	type: string,
	parameters: INodeParameters,
	options: RunNodeOptions = {},
): { workflow: WorkflowFile; run: RunOptions } {
	const { credentials, input, mode, signal, ...settings } = options;
	const workflow: WorkflowFile = {
		nodes: [
			{ name: TRIGGER, type: 'n8n-nodes-base.manualTrigger' },
			{
				name: NODE,
				type,
				parameters,
				credentials: chosenCredentials(credentials ?? {}),
				...settings,
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
	};
	return {
		workflow,
		run: {
			...(credentials ? { credentials } : {}),
			...(input ? { input } : {}),
			...(mode ? { mode } : {}),
			...(signal ? { signal } : {}),
		},
	};
}

/** The workflow manual trigger -> agent, with the node as the agent's tool. */
export function nodeAsTool(
	type: string,
	parameters: INodeParameters,
	args: INodeParameters,
	options: RunNodeOptions = {},
): { workflow: WorkflowFile; run: RunOptions } {
	const { workflow, run } = singleNode(`${type}Tool`, parameters, options);
	workflow.nodes.push({ name: AGENT, type: AGENT_TYPE, parameters: { arguments: args } });
	workflow.connections = {
		[TRIGGER]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
		[NODE]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
	};
	return { workflow, run };
}
