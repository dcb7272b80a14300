import { type Answer, deliver } from './delivery.mts';
import type { Executions } from '../host/executions.mts';
import { HttpError, webhookNotFound } from './http-error.mts';
import type { WebhookInstance } from './instance.mts';
import type { HostRequest, HostResponse } from './messages.mts';

/** Requests to a production URL. Any process of n8n can take one: all it knows is in the database. */
export class LiveWebhooks {
	readonly kind = 'production';
	private readonly instance: WebhookInstance;
	private readonly executions: Executions;

	constructor(instance: WebhookInstance, executions: Executions) {
		this.instance = instance;
		this.executions = executions;
	}

	methodsOf(path: string): string[] {
		return this.instance.database.methodsOf(path);
	}

	async handle(path: string, request: HostRequest, response: HostResponse): Promise<Answer> {
		const { instance, executions } = this;
		const { database } = instance;
		const method = String(request.method);
		if (!database.hasRoute(method, path)) {
			throw webhookNotFound(this.kind, method, path, database.methodsOf(path));
		}
		// Each request works on a copy of its own, from what the database holds at this moment.
		const staticData = await database.loadStaticData();
		const { published } = database;
		if (!published) throw new HttpError(404, 'Active version not found for workflow');
		const base = { ...published, active: true };
		const workflow = instance.workflow(base, staticData);
		const webhook = instance
			.webhooks(workflow, base)
			.find((one) => one.httpMethod === method && one.path === path);
		if (!webhook) throw webhookNotFound(this.kind, method, path);
		return await new Promise((resolve, reject) => {
			const respond = (error: Error | null, answer: Answer) => {
				if (error) return reject(error);
				// Saved before n8n's own answer leaves; not at all when webhook() threw.
				return database.saveStaticDataOf(workflow).then(() => resolve(answer), reject);
			};
			const mode = 'webhook';
			deliver({
				instance,
				executions,
				workflow,
				base,
				webhook,
				mode,
				request,
				response,
				respond,
			}).catch(reject);
		});
	}
}
