import type { IDataObject, IWebhookData, IWorkflowBase, Workflow } from 'n8n-workflow';
import { n8nWorkflow } from '../n8n.mts';
import type { RunResult } from '../result.mts';
import { type Answer, deliver } from './delivery.mts';
import type { Executions } from '../host/executions.mts';
import { webhookNotFound } from './http-error.mts';
import type { WebhookInstance } from './instance.mts';
import type { HostRequest, HostResponse } from './messages.mts';

interface Registration {
	webhook: IWebhookData;
	base: IWorkflowBase;
	/** What create left; kept in memory as long as the test listens, never in the database. */
	staticData?: IDataObject;
}

/** The first event that came in while a test was listening. */
export interface Listening {
	/** Its execution; undefined if nothing came before the test stopped listening. */
	run: Promise<RunResult | undefined>;
}

/** "Listen for test event": requests to a test URL. n8n stops by itself after two minutes; this waits. */
export class TestWebhooks {
	readonly kind = 'test';
	private readonly instance: WebhookInstance;
	private readonly executions: Executions;
	private readonly registrations = new Map<string, Registration>();
	private ended: (run?: Promise<RunResult>) => void = () => {};

	constructor(instance: WebhookInstance, executions: Executions) {
		this.instance = instance;
		this.executions = executions;
	}

	methodsOf(path: string): string[] {
		const found = [...this.registrations.values()].filter(({ webhook }) => webhook.path === path);
		return found.map(({ webhook }) => webhook.httpMethod);
	}

	async listen(): Promise<Listening> {
		const base = this.instance.database.draft;
		const workflow = this.instance.workflow(base);
		this.ended();
		const run = new Promise<RunResult | undefined>((resolve) => {
			this.ended = resolve;
		});
		for (const found of this.instance.webhooks(workflow, base)) {
			const webhook = { ...found, isTest: true };
			const registration: Registration = { webhook, base };
			this.registrations.set(`${webhook.httpMethod} ${webhook.path}`, registration);
			try {
				await this.instance.createIfMissing(workflow, webhook, 'manual', 'manual');
			} catch (error) {
				await this.close(workflow);
				throw error;
			}
			registration.staticData = n8nWorkflow.deepCopy({ ...workflow.staticData });
		}
		return { run };
	}

	/** Never rejects: n8n only logs what delete throws here. */
	async stop(): Promise<void> {
		const [registration] = this.registrations.values();
		if (!registration) return;
		const workflow = this.instance.workflow(registration.base);
		await this.close(workflow).catch((error: unknown) => this.instance.problems.push(error));
	}

	/** A process that dies takes its registrations along, without a delete. */
	forget(): void {
		this.registrations.clear();
		this.ended();
	}

	async handle(path: string, request: HostRequest, response: HostResponse): Promise<Answer> {
		const { instance, executions } = this;
		const method = String(request.method);
		const registration = this.registrations.get(`${method} ${path}`);
		if (!registration) throw webhookNotFound(this.kind, method, path, this.methodsOf(path));
		const { base, webhook, staticData } = registration;
		const workflow = instance.workflow(base);
		// Not a copy: while the test listens, one request sees what the one before it has changed.
		if (staticData) workflow.setTestStaticData(staticData);
		return await new Promise((resolve, reject) => {
			const respond = (error: Error | null, answer: Answer) =>
				error ? reject(error) : resolve(answer);
			const mode = 'manual';
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
			})
				.then(async (execution) => {
					// Without an execution (refused, a ping), the test goes on listening.
					if (!execution) return;
					this.ended(execution.result);
					await this.close(workflow);
				})
				.catch((error: unknown) => {
					instance.problems.push(error);
					reject(error instanceof Error ? error : new Error(String(error)));
				});
		});
	}

	private async close(workflow: Workflow): Promise<void> {
		for (const [key, { webhook, staticData }] of this.registrations) {
			if (staticData) workflow.staticData = staticData;
			await this.instance.setUp('delete', workflow, webhook, 'internal', 'update');
			this.registrations.delete(key);
		}
		this.ended();
	}
}
