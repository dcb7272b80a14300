import type { INodeParameters } from 'n8n-workflow';

/** A resource locator as it stands in a workflow file. */
export const locator = (mode: 'id' | 'list' | 'externalId', value: string): INodeParameters => ({
	__rl: true,
	mode,
	value,
});
