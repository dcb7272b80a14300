import type { IDataObject, INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import type { Executions } from '../host/executions.mts';
import type { Instance } from '../host/instance.mts';
import type { PollMemory, Turn } from './memory.mts';
import { checkPollTimes } from './poll-times.mts';

/** What came of one poll. An empty object: it gave nothing. */
export interface PollOutcome {
	/** The JSON of the items that it gave, of all outputs. */
	items?: IDataObject[];
	/** What it threw. */
	error?: unknown;
	/** n8n took no notice, as the workflow was deactivated or n8n restarted while the node polled. */
	discarded?: true;
}

interface Polled {
	outcome: PollOutcome;
	/** The execution that was started. */
	result?: Promise<unknown>;
}

export interface PollerOptions {
	instance: Instance;
	executions: Executions;
	base: IWorkflowBase;
	node: INode;
	memory: PollMemory;
	/** Whether items start an execution. */
	run: boolean;
}

const isAlone = ({ connections }: IWorkflowBase, { name }: INode) =>
	Object.values(connections[name] ?? {}).every((outputs) => outputs.every((to) => !to?.length));

/** A polling node from its activation to its deactivation, or until n8n dies. */
export class Poller {
	readonly memory: PollMemory;
	readonly node: INode;
	private readonly options: PollerOptions;
	private ended = false;

	constructor(options: PollerOptions) {
		this.options = options;
		this.memory = options.memory;
		this.node = options.node;
	}

	/** From now on nobody listens to it, also not to a poll that is under way. */
	end(): void {
		this.ended = true;
	}

	/** The poll that belongs to an activation; what it throws is what the activation fails with. */
	async first(): Promise<void> {
		this.assertAlive();
		const turn = this.memory.turn('activation');
		checkPollTimes(turn.context);
		const data = await this.call(turn);
		this.assertAlive();
		if (data === null) await turn.keepAlone();
		else await this.emit(turn, data);
	}

	/** A poll because it is time. n8n does not care whether the last one is over. */
	async scheduled(): Promise<Polled> {
		const turn = this.memory.turn('schedule');
		let data: INodeExecutionData[][] | null;
		try {
			data = await this.call(turn);
		} catch (error) {
			return { outcome: this.ended ? { discarded: true } : this.fail(error) };
		}
		if (this.ended) return { outcome: { discarded: true } };
		if (data === null) {
			await turn.keepAlone();
			return { outcome: {} };
		}
		const outcome = { items: data.flat().map(({ json }) => json) };
		return { outcome, ...(await this.emit(turn, data)) };
	}

	private assertAlive(): void {
		if (this.ended) throw new Error('n8n died, or deactivated the workflow, before this was over');
	}

	private async call({ context }: Turn): Promise<INodeExecutionData[][] | null> {
		const { instance, node } = this.options;
		const type = instance.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		if (!type.poll) throw new Error(`${node.type} does not poll`);
		return await Reflect.apply(type.poll, context, []);
	}

	/** n8n only logs it when the execution cannot be started. */
	private async emit(turn: Turn, items: INodeExecutionData[][]): Promise<Omit<Polled, 'outcome'>> {
		const { instance, executions, node, run } = this.options;
		// What stands behind the trigger may have been published anew since.
		const base = { ...(instance.database.published ?? this.options.base), active: true };
		const start = async () => {
			if (!run) return executions.collect(items);
			if (isAlone(base, node)) return executions.startAlone(base, node, items);
			return await executions.start({ base, node, mode: 'trigger', items });
		};
		try {
			return (await turn.keepWith(start)) ?? {};
		} catch (error) {
			instance.problems.push(error);
			return {};
		}
	}

	private fail(error: unknown): PollOutcome {
		const { instance, executions, base, node, run } = this.options;
		const failure = error instanceof Error ? error : new Error(String(error));
		instance.failures.push(error);
		if (run) executions.recordFailure(base, node, failure);
		return { error };
	}
}
