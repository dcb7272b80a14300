import type { INode, IWebhookData, IWorkflowBase, WorkflowActivateMode } from 'n8n-workflow';
import { ACTIVATION_ATTEMPTS, attempt, sameRegistration } from '../host/registration.mts';
import type { Activation } from './activation.mts';
import type { WebhookInstance } from './instance.mts';

/** How often n8n tries; the seconds it waits in between are left out here. */
const TEARDOWN_ATTEMPTS = 3;

/**
 * The publication service that n8n 2.40 uses by default. A trigger whose settings did not change is
 * left alone, also when n8n starts; others are tried several times; and a workflow whose trigger could
 * not be registered stays published.
 */
export class PublicationActivation implements Activation {
	private readonly instance: WebhookInstance;

	constructor(instance: WebhookInstance) {
		this.instance = instance;
	}

	async activate(): Promise<void> {
		const { database } = this.instance;
		const old = database.published;
		const next = database.draft;
		const equal = (node: INode) =>
			sameRegistration(
				node,
				old?.nodes.find(({ id }) => id === node.id),
			);
		const changed = new Set(next.nodes.filter((node) => !equal(node)).map(({ name }) => name));
		const kept = new Set(next.nodes.filter(equal).map(({ name }) => name));
		if (old) await this.tearDown(old, ({ node }) => !kept.has(node));
		database.published = next;
		await this.register(next, old ? 'update' : 'activate', (webhook) => {
			const { httpMethod, path, node } = webhook;
			return changed.has(node) || !database.hasRoute(httpMethod, path);
		});
	}

	async deactivate(): Promise<void> {
		const { database } = this.instance;
		if (database.published) await this.tearDown(database.published, () => true);
		database.published = undefined;
	}

	/** Nothing: neither checkExists nor create is called for webhooks. */
	async start(): Promise<void> {}

	private async register(
		base: IWorkflowBase,
		mode: WorkflowActivateMode,
		wanted: (webhook: IWebhookData) => boolean,
	): Promise<void> {
		const { workflow, webhooks } = await this.open(base);
		const { database } = this.instance;
		try {
			for (const webhook of webhooks.filter(wanted)) {
				await attempt(ACTIVATION_ATTEMPTS, async () => {
					database.addRoute(webhook.httpMethod, webhook.path, webhook.node);
					try {
						await this.instance.createIfMissing(workflow, webhook, 'trigger', mode);
					} catch (error) {
						await this.undo(workflow, webhook);
						throw error;
					}
				});
			}
		} finally {
			await database.saveStaticDataOf(workflow);
		}
	}

	/** After each failed attempt: delete, with what checkExists and create left in static data. */
	private async undo(
		workflow: Parameters<WebhookInstance['setUp']>[1],
		webhook: IWebhookData,
	): Promise<void> {
		try {
			await this.instance.setUp('delete', workflow, webhook, 'internal', 'update');
			await this.instance.database.saveStaticDataOf(workflow);
			this.instance.database.removeRoutes([webhook.node]);
		} catch (error) {
			this.instance.problems.push(error);
		}
	}

	/** The path is closed first. A delete that keeps failing is given up with a warning. */
	private async tearDown(
		base: IWorkflowBase,
		wanted: (webhook: IWebhookData) => boolean,
	): Promise<void> {
		const { workflow, webhooks } = await this.open(base);
		const unwanted = webhooks.filter(wanted);
		this.instance.database.removeRoutes(unwanted.map(({ node }) => node));
		for (const webhook of unwanted) {
			await attempt(TEARDOWN_ATTEMPTS, async () => {
				await this.instance.setUp('delete', workflow, webhook, 'internal', 'update');
			}).catch((error: unknown) => this.instance.problems.push(error));
		}
		await this.instance.database.saveStaticDataOf(workflow);
	}

	private async open(version: IWorkflowBase) {
		const base = { ...version, active: true };
		const staticData = await this.instance.database.loadStaticData();
		const workflow = this.instance.workflow(base, staticData);
		return { workflow, webhooks: this.instance.webhooks(workflow, base) };
	}
}
