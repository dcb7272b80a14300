import type { INodeProperties } from 'n8n-workflow';

/** Fields that go together, as one entry of a collection. */
export const groupField = (
	displayName: string,
	name: string,
	values: INodeProperties[],
	description?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	// Filled from the start: n8n drops an empty one as soon as another field is added.
	default: { values: {} },
	placeholder: `Add ${displayName.toLowerCase()}`,
	...(description === undefined ? {} : { description }),
	options: [{ displayName, name: 'values', values }],
});
