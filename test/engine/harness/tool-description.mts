import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { n8nWorkflow } from './n8n.mts';

const DESCRIPTION_TYPE: INodeProperties = {
	displayName: 'Tool Description',
	name: 'descriptionType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Set Automatically', value: 'auto' },
		{ name: 'Set Manually', value: 'manual' },
	],
	default: 'auto',
};

const toolDescription = (text: string): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	default: text,
	required: true,
	displayOptions: { show: { descriptionType: ['manual'] } },
});

/** The description that n8n gives to the tool variant of a node that has operations. */
export function asToolDescription(original: INodeTypeDescription): INodeTypeDescription {
	if (!original.usableAsTool) throw new Error(`"${original.name}" cannot be used as a tool`);
	const description = n8nWorkflow.deepCopy(original);
	delete description.usableAsTool;
	return {
		...description,
		name: `${description.name}Tool`,
		displayName: `${description.displayName} Tool`,
		inputs: [],
		outputs: [n8nWorkflow.NodeConnectionTypes.AiTool],
		properties: [
			DESCRIPTION_TYPE,
			toolDescription(description.description),
			...description.properties,
		],
	};
}

/** The tool variant: the same code behind the other description. */
export function asTool(node: INodeType): INodeType {
	const description = asToolDescription(node.description);
	const variant: INodeType = Object.create(node, { description: { value: description } });
	return variant;
}
