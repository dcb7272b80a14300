import type { INodeProperties } from 'n8n-workflow';

/** A parameter that takes text, with an example in its place while it is empty. */
export const textField = (
	displayName: string,
	name: string,
	example: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description,
});
