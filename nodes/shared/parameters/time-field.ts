import type { INodeProperties } from 'n8n-workflow';

/** A parameter that takes a point in time. */
export const timeField = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});

/** As `timeField`, for a field that is sent; `what` is no full sentence yet. */
export const zonedTimeField = (displayName: string, name: string, what: string): INodeProperties =>
	timeField(displayName, name, `${what}. Without a zone, the time zone of the workflow holds.`);
