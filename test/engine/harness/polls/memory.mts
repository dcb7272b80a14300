import type { PollContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

/** Why n8n polls: the workflow is being activated, or it is time. */
export type Occasion = 'activation' | 'schedule';

/** One poll: what the node sees, and how n8n keeps what the node has changed of its static data. */
export interface Turn {
	readonly context: PollContext;
	/** The poll gave items: starts what is to be done with them. Gives nothing if that did not start. */
	keepWith<T>(start: () => Promise<T>): Promise<T | undefined>;
	/** The poll gave nothing. */
	keepAlone(): Promise<void>;
}

/** What an n8n knows of a polling node from its activation to its deactivation. */
export interface PollMemory {
	turn(occasion: Occasion): Turn;
	/** The activation is over. */
	save(): Promise<void>;
	/** A copy of the static data that outlives polls, if there is such. */
	copy(): IDataObject | undefined;
}
