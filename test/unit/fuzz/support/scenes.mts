import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server.mts';
import type { NodeKey } from './nodes.mts';
import { ORDER_SCENES } from './order-scenes.mts';
import { SHIPMENT_SCENES } from './shipment-scenes.mts';
import { STOCK_SCENES } from './stock-scenes.mts';

/** One operation that goes well: what is there before, and what the panel says. */
export interface Scene {
	node: NodeKey;
	operation: string;
	/** Prepares the account, and gives the panel's parameters beside the operation. */
	panel: (stage: Stage) => IDataObject | Promise<IDataObject>;
}

/** An account of the sandbox, before the curtain rises. */
export interface Stage {
	sandbox: Sandbox;
	/** Runs an operation that belongs to the preparations. */
	run: (node: NodeKey, parameters: IDataObject) => Promise<IDataObject[]>;
	/** Lets time pass for the account. */
	pass: (ms: number) => Promise<void>;
}

/** Every operation of every node, with each of its providers, by a name for messages. */
export const SCENES: Readonly<Record<string, Scene>> = {
	...STOCK_SCENES,
	...ORDER_SCENES,
	...SHIPMENT_SCENES,
};
