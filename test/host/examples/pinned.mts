import type { IDataObject } from 'n8n-workflow';
import type { WorkflowFile } from '../rest/workflows.mts';

/** The workflow with other items pinned at its start, as a person puts their own there. */
export function pinned(file: WorkflowFile, ...items: IDataObject[]): WorkflowFile {
	const [start = ''] = Object.keys(file.pinData ?? {});
	return { ...file, pinData: { [start]: items.map((json) => ({ json })) } };
}

/** What is pinned at the start of a workflow. */
export function pinnedItem({ pinData = {} }: WorkflowFile): IDataObject {
	return Object.values(pinData)[0]?.[0]?.json ?? {};
}
