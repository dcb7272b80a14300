import type { INodeProperties } from 'n8n-workflow';

/** Query `force_update` of get and edit. */
export const forceUpdateOption: INodeProperties = {
	displayName: 'Force Update',
	name: 'forceUpdate',
	type: 'boolean',
	default: true,
	description:
		'Whether to have Delivery Solutions ask the delivery provider for the newest state first',
};
