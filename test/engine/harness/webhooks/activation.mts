import type { Workflow, WorkflowActivateMode } from 'n8n-workflow';
import type { WebhookInstance } from './instance.mts';

/** How an n8n brings a workflow's webhooks into being and takes them down again. */
export interface Activation {
	activate(): Promise<void>;
	deactivate(): Promise<void>;
	/** What n8n does about this workflow when it starts. */
	start(): Promise<void>;
}

/**
 * n8n's ActiveWorkflowManager: all of n8n up to 2.3x, and later ones with
 * N8N_USE_WORKFLOW_PUBLICATION_SERVICE=false. It registers everything anew at each activation and at
 * each start of n8n.
 */
export class ClassicActivation implements Activation {
	private readonly instance: WebhookInstance;

	constructor(instance: WebhookInstance) {
		this.instance = instance;
	}

	async activate(): Promise<void> {
		const { database } = this.instance;
		const mode = database.published ? 'update' : 'activate';
		if (database.published) await this.remove();
		// n8n marks the workflow active first: requests that arrive during create are served.
		database.published = database.draft;
		try {
			await this.add(mode);
		} catch (error) {
			await this.remove();
			database.published = undefined;
			throw error;
		}
	}

	async deactivate(): Promise<void> {
		await this.remove();
		this.instance.database.published = undefined;
	}

	async start(): Promise<void> {
		if (this.instance.database.published) await this.add('init');
	}

	private async add(mode: WorkflowActivateMode): Promise<void> {
		const { workflow, webhooks } = await this.current();
		const { database } = this.instance;
		for (const webhook of webhooks) {
			try {
				database.addRoute(webhook.httpMethod, webhook.path, webhook.node);
				await this.instance.createIfMissing(workflow, webhook, 'trigger', mode);
			} catch (error) {
				await this.remove();
				throw error;
			}
		}
		await database.saveStaticDataOf(workflow);
	}

	/** What delete throws is logged and forgotten; the path then stays known. */
	private async remove(): Promise<void> {
		if (!this.instance.database.published) return;
		try {
			await this.clear();
		} catch (error) {
			this.instance.problems.push(error);
		}
	}

	private async clear(): Promise<void> {
		const { workflow, webhooks } = await this.current();
		for (const webhook of webhooks) {
			await this.instance.setUp('delete', workflow, webhook, 'internal', 'update');
		}
		await this.instance.database.saveStaticDataOf(workflow);
		this.instance.database.removeRoutes(webhooks.map(({ node }) => node));
	}

	/** The active version, with static data as the database has it now. */
	private async current() {
		const { published, draft } = this.instance.database;
		const base = { ...(published ?? draft), active: true };
		const staticData = await this.instance.database.loadStaticData();
		const workflow: Workflow = this.instance.workflow(base, staticData);
		return { workflow, webhooks: this.instance.webhooks(workflow, base) };
	}
}
