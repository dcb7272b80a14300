import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_MAX_IN_FLIGHT, DEFAULT_TIMEOUT_S } from '../runner/execution-options';

const EXECUTION_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Requests at Once',
		name: 'maxInFlight',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 200 },
		default: DEFAULT_MAX_IN_FLIGHT,
		description:
			'Most requests that are sent at the same time. The node starts with fewer, and goes on more slowly when the API asks for it.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_TIMEOUT_S,
		description: 'Seconds to wait for the answer to one request',
	},
];

/** The Options of an operation: its own and those that every operation has, in alphabetical order. */
export function optionsOf(own: INodeProperties[] = []): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...own, ...EXECUTION_OPTIONS].sort(byDisplayName),
	};
}

/** n8n's order for what stands in a collection. */
export function byDisplayName(a: INodeProperties, b: INodeProperties): number {
	return a.displayName.localeCompare(b.displayName);
}
