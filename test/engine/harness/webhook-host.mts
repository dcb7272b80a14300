import type {
	IDataObject,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowBase,
} from 'n8n-workflow';
import { type CredentialData, MemoryCredentials } from './credentials.mts';
import { HostDatabase } from './host/database.mts';
import { Executions } from './host/executions.mts';
import { hostedWorkflow, withParameters } from './host/workflow.mts';
import type { LoadedPackage } from './loader.mts';
import type { RunResult } from './result.mts';
import { ClassicActivation } from './webhooks/activation.mts';
import { WebhookInstance } from './webhooks/instance.mts';
import { LiveWebhooks } from './webhooks/live-webhooks.mts';
import { PublicationActivation } from './webhooks/publication.mts';
import { startServer } from './webhooks/server.mts';
import { type Listening, TestWebhooks } from './webhooks/test-webhooks.mts';
import type { WorkflowFile } from './workflow-file.mts';

export interface WebhookHostOptions {
	credentials?: CredentialData;
	/**
	 * The address that nodes are told (https://n8n.example.com, say). Requests still come in at the
	 * host's own one. Default: that one.
	 */
	publicUrl?: string;
	/**
	 * "classic" (default) registers anew at each activation and each start of n8n; "publication" is
	 * what n8n 2.40 and later do by default. See webhooks/activation.mts and publication.mts.
	 */
	activation?: 'classic' | 'publication';
}

/** One address of an n8n, with its webhooks. */
export interface WebhookAddress {
	/** Where it really listens. */
	url: string;
	productionUrl: string;
	testUrl: string;
	close(): Promise<void>;
}

/** An n8n that hosts one workflow, whose trigger is a webhook node. */
export interface WebhookHost extends WebhookAddress {
	/** Publishes the workflow as it is saved. Rejects with what checkExists or create threw. */
	activate(): Promise<void>;
	/** Never rejects, as in n8n: what delete throws is found in `problems()`. */
	deactivate(): Promise<void>;
	/** "Listen for test event". Comes back when the webhook is registered. */
	listen(): Promise<Listening>;
	stopListening(): Promise<void>;
	/** n8n dies without a word and starts anew. Rejects with what checkExists or create threw. */
	restart(): Promise<void>;
	/** `activate()`, but n8n dies before the static data is saved. A restart should follow. */
	crashDuringActivation(): Promise<void>;
	/** A copy of what the database holds. */
	staticData(): IDataObject;
	setStaticData(data: IDataObject): void;
	/** Every execution so far, failed ones included, in the order in which they were started. */
	executions(): Array<Promise<RunResult>>;
	/**
	 * Waits until every request was handled and every execution is over, and gives their results. An
	 * answer may be out before the execution is there: always when the node answers, or throws.
	 */
	settled(): Promise<RunResult[]>;
	/**
	 * What the trigger has put out, over all executions, even while they run; or what a node has, in
	 * the executions that are finished.
	 */
	outputs(node?: string): IDataObject[];
	/** Executions that start from now on wait behind the trigger until they are released. */
	holdRuns(): () => void;
	/** What webhook() threw: n8n answers 500 then, and records a failed execution. */
	failures(): unknown[];
	/** Errors that n8n only writes to its log, as those of delete. */
	problems(): unknown[];
	setCredentials(credentials: CredentialData): void;
	/** Saves the workflow with other parameters of the trigger. Works from the next activation on. */
	setParameters(parameters: INodeParameters): void;
	/** Another process of the same n8n (queue mode): the same database, no test URL. */
	createTwin(): Promise<WebhookAddress>;
}

const WEBHOOK_ID = '5b1c2f0e-0000-4000-8000-00000000000';

/** The workflow as the editor saves it: each webhook node has a webhookId. */
function webhookWorkflow(
	source: WorkflowFile | string,
	nodeTypes: INodeTypes,
	credentials: CredentialData,
): { base: IWorkflowBase; trigger: string } {
	const isWebhook = ({ webhook }: INodeType) => webhook !== undefined;
	const { base, triggers } = hostedWorkflow(source, nodeTypes, credentials, isWebhook);
	for (const [index, node] of triggers.entries()) node.webhookId ??= `${WEBHOOK_ID}${index}`;
	const [trigger] = triggers;
	if (!trigger) throw new Error('The workflow has no webhook node');
	return { base, trigger: trigger.name };
}

/** Starts an n8n that hosts a workflow (or the file at a path). It is not active yet. */
export async function hostWebhooks(
	{ credentials: types }: LoadedPackage,
	nodeTypes: INodeTypes,
	source: WorkflowFile | string,
	{ credentials = {}, publicUrl, activation = 'classic' }: WebhookHostOptions = {},
): Promise<WebhookHost> {
	const { base, trigger } = webhookWorkflow(source, nodeTypes, credentials);
	const database = new HostDatabase(base);
	const instance = new WebhookInstance(
		database,
		nodeTypes,
		new MemoryCredentials(types, credentials),
	);
	const executions = new Executions(instance);
	const tests = new TestWebhooks(instance, executions);
	const live = new LiveWebhooks(instance, executions);
	const activator =
		activation === 'classic'
			? new ClassicActivation(instance)
			: new PublicationActivation(instance);

	const open = async (managers: Parameters<typeof startServer>[0]): Promise<WebhookAddress> => {
		const { url, close } = await startServer(managers, (error) => instance.problems.push(error));
		const [webhook] = instance.webhooks(instance.workflow(base), base);
		const path = webhook?.path ?? '';
		return {
			url,
			productionUrl: `${url}/webhook/${path}`,
			testUrl: `${url}/webhook-test/${path}`,
			close,
		};
	};
	const address = await open({ webhook: live, 'webhook-test': tests });
	const twins: WebhookAddress[] = [];
	instance.url = publicUrl?.replace(/\/$/, '') ?? address.url;

	return {
		...address,
		activate: () => activator.activate(),
		deactivate: () => activator.deactivate(),
		listen: () => tests.listen(),
		stopListening: () => tests.stop(),
		async restart() {
			tests.forget();
			await activator.start();
		},
		async crashDuringActivation() {
			database.losesWrites = true;
			try {
				await activator.activate();
			} finally {
				database.losesWrites = false;
			}
		},
		staticData: () => database.staticData,
		setStaticData(data) {
			database.staticData = data;
		},
		executions: () => executions.results,
		settled: () => executions.settled(),
		outputs: (node) => executions.outputs(node === trigger ? undefined : node),
		holdRuns: () => executions.hold(),
		failures: () => [...instance.failures],
		problems: () => [...instance.problems],
		setCredentials(data) {
			instance.credentials.store(data);
		},
		setParameters(parameters) {
			database.draft = withParameters(database.draft, trigger, parameters);
		},
		async createTwin() {
			const twin = await open({ webhook: live });
			twins.push(twin);
			return twin;
		},
		async close() {
			executions.cancelAll();
			await Promise.all([address, ...twins.splice(0)].map((one) => one.close()));
		},
	};
}
