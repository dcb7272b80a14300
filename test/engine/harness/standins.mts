import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { agent, AGENT_TYPE } from './agent.mts';
import { n8nWorkflow } from './n8n.mts';

const { Main } = n8nWorkflow.NodeConnectionTypes;

function describe(
	name: string,
	description: Pick<INodeTypeDescription, 'group' | 'inputs' | 'outputs'>,
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		version: 1,
		description: `Stand-in for ${name}`,
		defaults: { name },
		properties: [],
		...description,
	};
}

const manualTrigger: INodeType = {
	description: describe('manualTrigger', { group: ['trigger'], inputs: [], outputs: [Main] }),
	async trigger() {
		return {
			manualTriggerFunction: async () => this.emit([this.helpers.returnJsonArray([{}])]),
		};
	},
};

const noOp: INodeType = {
	description: describe('noOp', { group: ['organization'], inputs: [Main], outputs: [Main] }),
	async execute() {
		return [this.getInputData()];
	},
};

const stickyNote: INodeType = {
	description: describe('stickyNote', { group: ['input'], inputs: [], outputs: [] }),
	async execute() {
		return [];
	},
};

/** The few of n8n's own nodes that workflows here use. Their package is not a dependency. */
export const STAND_INS: Readonly<Record<string, INodeType>> = {
	[AGENT_TYPE]: agent,
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.noOp': noOp,
	'n8n-nodes-base.stickyNote': stickyNote,
};
