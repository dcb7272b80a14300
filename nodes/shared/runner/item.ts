import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Runtime } from '../transport/runtime';

/** One input item in the hands of an operation. */
export interface Item {
	readonly ctx: IExecuteFunctions;
	readonly index: number;
	readonly runtime: Runtime;
}

/** What an operation does with one item: the `json` of each item it gives for it. */
export type RunItem = (item: Item) => Promise<IDataObject[]>;
