import type { IDataObject } from 'n8n-workflow';
import { NODE, type RunResult } from '../harness/index.mts';

/** What the editor shows of the error that stopped a node. */
export interface SeenError {
	message: string;
	description: string;
	httpCode: string | undefined;
}

/** The error of a run that has to fail. */
export function seenError({ error, status }: RunResult): SeenError {
	if (!error) throw new Error(`The run was to fail, but it ended as "${status}"`);
	return {
		message: error.message,
		description: error.description ?? '',
		httpCode: 'httpCode' in error ? (error.httpCode ?? undefined) : undefined,
	};
}

/** The json of the items of a run that has to succeed. */
export function output(result: RunResult): IDataObject[] {
	if (result.error) throw result.error;
	return result.items(NODE).map(({ json }) => json);
}

/** The json of the only item of a run that has to succeed. */
export function onlyItem(result: RunResult): IDataObject {
	const [json, ...others] = output(result);
	if (!json || others.length > 0) throw new Error(`There were ${others.length + 1} items`);
	return json;
}

/** The only error item of a run that goes on after errors. */
export function onlyErrorItem(result: RunResult): { error: string; details: IDataObject } {
	const [item, ...others] = result.errorItems(NODE);
	if (!item || others.length > 0) throw new Error(`There were ${result.errorItems(NODE).length}`);
	const { error, details } = item.json;
	if (typeof details !== 'object' || details === null || Array.isArray(details)) {
		throw new Error('The error item has no details');
	}
	return { error: String(error), details: Object.fromEntries(Object.entries(details)) };
}
