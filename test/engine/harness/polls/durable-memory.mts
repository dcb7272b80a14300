import type {
	IDataObject,
	INode,
	IWorkflowBase,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import type { Instance } from '../host/instance.mts';
import { n8nCore, n8nWorkflow } from '../n8n.mts';
import type { Occasion, PollMemory, Turn } from './memory.mts';

/**
 * What a poll by the durable scheduler may take: 45 seconds (N8N_SCHEDULER_POLL_TIMEOUT) less a fifth.
 * n8n abandons a poll after these 45 seconds; nobody does that here.
 */
const SCHEDULED_BUDGET_MS = 36_000;

/**
 * The durable cursors of n8n 2.40 (N8N_POLLER_DURABLE_CURSORS_ENABLED). Each poll works on its own copy
 * of the cursor, which begins as the node's static data and is stored with the execution, or alone.
 * What a poll throws takes its copy along, and so does a poll at activation that gives nothing. Left
 * out here: n8n polls less often after failures.
 */
export class DurableMemory implements PollMemory {
	private readonly instance: Instance;
	private readonly base: IWorkflowBase;
	private readonly node: INode;
	private readonly activation: WorkflowActivateMode;
	private readonly workflow: Workflow;

	constructor(
		instance: Instance,
		base: IWorkflowBase,
		node: INode,
		staticData: IDataObject,
		activation: WorkflowActivateMode,
	) {
		this.instance = instance;
		this.base = base;
		this.node = node;
		this.activation = activation;
		this.workflow = instance.workflow(base, staticData);
	}

	turn(occasion: Occasion): Turn {
		const { instance, base } = this;
		const { database } = instance;
		const scheduled = occasion === 'schedule';
		const workflow = scheduled ? instance.workflow(base, database.staticData) : this.workflow;
		const node = workflow.getNode(this.node.name) ?? this.node;
		database.cursorJson ??= JSON.stringify(workflow.getStaticData('node', node));
		const before = database.cursorJson;
		const cursor = n8nWorkflow.jsonParse<IDataObject>(before);
		const context = new n8nCore.PollContext(
			workflow,
			node,
			instance.additionalData(base, 'trigger'),
			'trigger',
			scheduled ? 'update' : this.activation,
			undefined,
			undefined,
			undefined,
			undefined,
			() => cursor,
			scheduled ? () => SCHEDULED_BUDGET_MS : undefined,
		);
		const keep = async () => {
			const after = JSON.stringify(cursor);
			if (after !== before) await database.writeCursor(after);
		};
		return {
			context,
			async keepWith(start) {
				// One transaction: a process that dies leaves neither an execution nor a cursor.
				if (database.losesWrites) return undefined;
				const started = await start();
				await Promise.all([keep(), database.saveStaticDataOf(workflow)]);
				return started;
			},
			keepAlone: scheduled ? keep : async () => {},
		};
	}

	async save(): Promise<void> {
		await this.instance.database.saveStaticDataOf(this.workflow);
	}

	copy(): undefined {
		return undefined;
	}
}
