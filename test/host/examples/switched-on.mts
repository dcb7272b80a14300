import type { INode, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowFile } from '../rest/workflows.mts';

/** Texts, numbers and the like in parameters, by their path. */
function leavesOf(value: NodeParameterValueType | unknown, path: string): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, part]) =>
		leavesOf(part, path === '' ? key : `${path}.${key}`),
	);
}

/** Where nodes for mail name the fields with files to attach. */
const ATTACHMENTS = /(^|\.)(a|fileA)ttachments$/;

function reporter({ id, name, position, parameters }: INode, url: string): INode {
	const leaves = leavesOf(parameters, '');
	const told = leaves.map(([path, value]): INodeParameters => ({
		parameterType: 'formData',
		name: path,
		value: typeof value === 'string' ? value : JSON.stringify(value),
	}));
	const files = leaves
		.filter(([path]) => ATTACHMENTS.test(path))
		.flatMap(([, fields]) => String(fields).split(','))
		.map((field): INodeParameters => ({
			parameterType: 'formBinaryData',
			name: field.trim(),
			inputDataFieldName: field.trim(),
		}));
	const item = { parameterType: 'formData', name: 'item', value: '={{ JSON.stringify($json) }}' };
	return {
		id,
		name,
		position,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${url}/${encodeURIComponent(name)}`,
			sendBody: true,
			contentType: 'multipart-form-data',
			bodyParameters: { parameters: [item, ...told, ...files] },
			options: {},
		},
	};
}

/**
 * The workflow with a node in the place of each that is switched off, which tells the test what that
 * one would have been given: the item, its parameters with their expressions worked out, its files.
 */
export function switchedOn(file: WorkflowFile, url: string): WorkflowFile {
	const nodes = file.nodes.map((node) => (node.disabled ? reporter(node, url) : node));
	return { ...file, nodes };
}
