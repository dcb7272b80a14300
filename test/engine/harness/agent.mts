import type { IDataObject, INodeType } from 'n8n-workflow';
import { n8nWorkflow } from './n8n.mts';

/** Node type of the stand-in for an AI agent. */
export const AGENT_TYPE = '@n8n/n8n-nodes-langchain.agent';

const { AiTool, Main } = n8nWorkflow.NodeConnectionTypes;

interface Tool {
	name: string;
	description: string;
	invoke(args: unknown): Promise<unknown>;
}

function isTool(value: unknown): value is Tool {
	return (
		typeof value === 'object' &&
		value !== null &&
		typeof Reflect.get(value, 'name') === 'string' &&
		typeof Reflect.get(value, 'description') === 'string' &&
		typeof Reflect.get(value, 'invoke') === 'function'
	);
}

/** Calls its one tool as a language model would, with the arguments that the test hands in. */
export const agent: INodeType = {
	description: {
		displayName: 'Agent',
		name: 'agent',
		version: 1,
		description: 'Stand-in for an AI agent',
		group: ['transform'],
		defaults: { name: 'Agent' },
		inputs: [{ type: Main }, { type: AiTool, displayName: 'Tool', maxConnections: 1 }],
		outputs: [Main],
		properties: [{ displayName: 'Arguments', name: 'arguments', type: 'json', default: {} }],
	},
	async execute() {
		const tool = await this.getInputConnectionData(AiTool, 0);
		if (!isTool(tool)) throw new Error('The agent was given no tool');
		const answer = String(await tool.invoke(this.getNodeParameter('arguments', 0)));
		const json: IDataObject = { tool: tool.name, description: tool.description, answer };
		return [[{ json, pairedItem: { item: 0 } }]];
	},
};
