import type { IWorkflowBase, WorkflowActivateMode } from 'n8n-workflow';
import type { Executions } from '../host/executions.mts';
import type { Instance } from '../host/instance.mts';
import { ACTIVATION_ATTEMPTS, attempt, sameRegistration } from '../host/registration.mts';
import { ClassicMemory } from './classic-memory.mts';
import { DurableMemory } from './durable-memory.mts';
import { Poller } from './poller.mts';

export interface PollActivationOptions {
	instance: Instance;
	executions: Executions;
	/** Name of the polling node. */
	trigger: string;
	activation: 'classic' | 'publication';
	cursors: 'classic' | 'durable';
	run: boolean;
}

/** How an n8n starts to poll, and stops. */
export class PollActivation {
	private readonly options: PollActivationOptions;
	private poller: Poller | undefined;
	private ready = false;
	/** Whether the durable scheduler has the node in its table; it then goes on after a restart. */
	private scheduled = false;

	constructor(options: PollActivationOptions) {
		this.options = options;
	}

	/** The one that polls now. */
	get current(): Poller {
		if (!this.poller || !this.ready) throw new Error('The workflow is not active');
		return this.poller;
	}

	async activate(): Promise<void> {
		const { database } = this.options.instance;
		const { published, draft } = database;
		const kept = published !== undefined && this.isKept(draft);
		database.published = draft;
		if (kept) return;
		this.stop();
		this.scheduled = false;
		await this.start(published ? 'update' : 'activate');
	}

	deactivate(): void {
		this.stop();
		this.scheduled = false;
		this.options.instance.database.published = undefined;
	}

	/** n8n has died and starts anew. */
	async restart(): Promise<void> {
		this.stop();
		if (this.options.instance.database.published) await this.start('init');
	}

	stop(): void {
		this.poller?.end();
		this.poller = undefined;
		this.ready = false;
	}

	/** The publication service leaves a node alone that has not changed, and is being polled. */
	private isKept(draft: IWorkflowBase): boolean {
		const { activation, trigger } = this.options;
		const next = draft.nodes.find(({ name }) => name === trigger);
		return (
			activation === 'publication' &&
			this.ready &&
			next !== undefined &&
			sameRegistration(next, this.poller?.node)
		);
	}

	private async start(mode: WorkflowActivateMode): Promise<void> {
		const { instance, activation, cursors } = this.options;
		const poller = this.open(mode);
		this.poller = poller;
		try {
			const attempts = activation === 'publication' ? ACTIVATION_ATTEMPTS : 1;
			if (!this.scheduled) await attempt(attempts, () => poller.first());
		} catch (error) {
			if (this.poller !== poller) throw error;
			this.stop();
			// The publication service saves all the same, and the workflow stays published.
			if (activation === 'publication') await poller.memory.save();
			else if (mode !== 'init') instance.database.published = undefined;
			throw error;
		}
		this.ready = true;
		this.scheduled = cursors === 'durable';
		await poller.memory.save();
	}

	private open(mode: WorkflowActivateMode): Poller {
		const { instance, executions, trigger, cursors, run } = this.options;
		const { published, draft, staticData } = instance.database;
		const base = { ...(published ?? draft), active: true };
		const node = base.nodes.find(({ name }) => name === trigger);
		if (!node) throw new Error(`The workflow has no node "${trigger}"`);
		const Memory = cursors === 'durable' ? DurableMemory : ClassicMemory;
		const memory = new Memory(instance, base, node, staticData, mode);
		return new Poller({ instance, executions, base, node, memory, run });
	}
}
