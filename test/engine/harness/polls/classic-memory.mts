import type {
	IDataObject,
	INode,
	IWorkflowBase,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import type { Instance } from '../host/instance.mts';
import { n8nCore, n8nWorkflow } from '../n8n.mts';
import type { PollMemory, Turn } from './memory.mts';

/**
 * All of n8n up to 2.3x, and later ones unless durable cursors are switched on. One workflow object
 * lives on, and all polls change the same static data, those that throw too. It is saved with the next
 * items, whatever has changed it.
 */
export class ClassicMemory implements PollMemory {
	private readonly instance: Instance;
	private readonly workflow: Workflow;
	private readonly always: Turn;

	constructor(
		instance: Instance,
		base: IWorkflowBase,
		node: INode,
		staticData: IDataObject,
		activation: WorkflowActivateMode,
	) {
		const workflow = instance.workflow(base, staticData);
		this.instance = instance;
		this.workflow = workflow;
		this.always = {
			context: new n8nCore.PollContext(
				workflow,
				workflow.getNode(node.name) ?? node,
				instance.additionalData(base, 'trigger'),
				'trigger',
				activation,
			),
			// n8n begins to save first, and waits for neither.
			keepWith: async (start) => {
				const saved = this.save();
				try {
					return await start();
				} finally {
					await saved;
				}
			},
			keepAlone: async () => {},
		};
	}

	turn(): Turn {
		return this.always;
	}

	/** n8n only logs it when this fails. */
	async save(): Promise<void> {
		const { database, problems } = this.instance;
		await database.saveStaticDataOf(this.workflow).catch((error: unknown) => problems.push(error));
	}

	copy(): IDataObject {
		return n8nWorkflow.deepCopy({ ...this.workflow.staticData });
	}
}
