import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Runtime } from '../transport/runtime';

/** One input item in the hands of an operation. */
export interface Item {
	readonly ctx: IExecuteFunctions;
	readonly index: number;
	readonly runtime: Runtime;
}

/** An output item that has files beside its data. */
export class ItemWithFiles {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What an operation gives: the `json` of an output item, or that with files. */
export type Output = IDataObject | ItemWithFiles;

/** What an operation does with one item: the output items it gives for it. */
export type RunItem = (item: Item) => Promise<Output[]>;
