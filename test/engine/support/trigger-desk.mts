import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import type { ComposedMessage, WebhookControl } from '../../sandbox/shared/webhook-control.mts';
import {
	createEngine,
	type CredentialData,
	type Engine,
	type WebhookHost,
	type WebhookHostOptions,
	type WorkflowFile,
} from '../harness/index.mts';
import { collectLogs } from '../harness/logs.mts';
import { secretsOf } from './registered-secrets.mts';
import { findLeaks } from './secrets.mts';

export const ORDER_STATUS_TRIGGER = 'n8n-nodes-fulfillment.orderStatusTrigger';

/** The trigger's name in the workflows of these tests. */
export const TRIGGER = 'Trigger';

/** What a person has put into the credential and into the portal of Delivery Solutions. */
export const PORTAL_SECRET = 'a-long-random-portal-text-000000000000042';

/** The systems that the trigger registers itself with. */
export const REGISTERING = ['flexport', 'deliverr', 'digitalRiver'] as const;

export const TRIGGER_PROVIDERS = [...REGISTERING, 'deliverySolutions'] as const;

export type TriggerProvider = (typeof TRIGGER_PROVIDERS)[number];

/** The keys of every output, in their order; options add others behind them. */
export const OUTPUT_KEYS = [
	'eventId',
	'eventType',
	'provider',
	'orderId',
	'externalOrderId',
	'status',
	'providerStatus',
	'occurredAt',
	'payload',
];

/** n8n remembers redeliveries by workflow and node for as long as its process lives. */
let made = 0;

/** A workflow with the trigger and one node behind it; no other has the same ids. */
export function triggerWorkflow(parameters: INodeParameters): WorkflowFile {
	made += 1;
	return {
		nodes: [
			{
				id: `trigger-${made}`,
				webhookId: `5b1c2f0e-0000-4000-8000-${String(made).padStart(12, '0')}`,
				name: TRIGGER,
				type: ORDER_STATUS_TRIGGER,
				parameters,
			},
			{ name: 'Next', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

/** What an answer to a delivery was. */
export interface Answered {
	status: number;
	body: string;
}

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class TriggerDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	/** Begins with the real time, as signatures are checked for their age. */
	clock!: ManualClock;
	private hosts: WebhookHost[] = [];
	private seen: unknown[] = [];
	private logs: () => Promise<string[]> = async () => [];

	async open(): Promise<void> {
		this.clock = manualClock(new Date().toISOString());
		this.sandbox = await startSandbox({ clock: this.clock });
		// It is measured in real time: an answer that does come must not be too late on a busy machine.
		this.sandbox.digitalRiver.deliveryTimeoutMs = 30_000;
		this.hosts = [];
		this.seen = [];
		this.logs = collectLogs();
	}

	/** What goes into the one credential of a provider. */
	credentials(
		provider: TriggerProvider,
		changes: ICredentialDataDecryptedObject = {},
	): CredentialData {
		const { flexport, deliverr, digitalRiver, deliverySolutions } = this.sandbox;
		const { access, refresh } = deliverr.tokens;
		const { client, tokenUrl } = deliverySolutions;
		const { baseUrl } = this.sandbox[provider];
		switch (provider) {
			case 'flexport':
				return { flexportApi: { apiToken: flexport.tokens.full, baseUrl, ...changes } };
			case 'deliverr':
				return {
					deliverrApi: { accessToken: access, refreshToken: refresh, baseUrl, ...changes },
				};
			case 'digitalRiver':
				return { digitalRiverApi: { apiKey: digitalRiver.keys.secret, baseUrl, ...changes } };
			case 'deliverySolutions': {
				const data = { ...client, webhookSecret: PORTAL_SECRET, tokenUrl, baseUrl };
				return { deliverySolutionsApi: { ...data, ...changes } };
			}
		}
	}

	/** Starts an n8n with a workflow of its own: trigger -> Next. It is not active yet. */
	async host(
		provider: TriggerProvider,
		parameters: INodeParameters = {},
		options: WebhookHostOptions = {},
	): Promise<WebhookHost> {
		const workflow = triggerWorkflow({ provider, ...parameters });
		return await this.hostWorkflow(workflow, {
			credentials: this.credentials(provider),
			...options,
		});
	}

	/** Starts an n8n with a workflow, or with the file at a path. */
	async hostWorkflow(
		workflow: WorkflowFile | string,
		options: WebhookHostOptions,
	): Promise<WebhookHost> {
		const host = await this.engine.hostWebhooks(workflow, options);
		this.hosts.push(host);
		return host;
	}

	/** The webhooks of a provider, and what is sent to them. */
	hooks(provider: TriggerProvider): WebhookControl {
		return this.sandbox[provider].hooks;
	}

	/** Registered webhooks, as the provider lists them. */
	registered(provider: TriggerProvider): IDataObject[] {
		return this.hooks(provider)
			.list()
			.map((webhook) => JSON.parse(JSON.stringify(webhook)));
	}

	/** Delivers a message, which a test may have tampered with. */
	async deliver({ url, method, headers, body }: ComposedMessage): Promise<Answered> {
		const answer = await fetch(url, { method, headers, body });
		return { status: answer.status, body: await answer.text() };
	}

	/** The error that something is refused with. It is looked at for secrets too. */
	async refusal(work: Promise<unknown>): Promise<Error> {
		const error = await work.then(
			() => new Error('nothing was refused'),
			(reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
		);
		this.seen.push(error);
		return error;
	}

	/** What the APIs saw: method and path below that of the provider; token requests are left out. */
	sent(): string[] {
		return this.sandbox.log
			.all()
			.filter(({ path }) => !/\/oauth\/(v1\/)?token$/.test(path))
			.map(({ method, path }) => `${method} ${path.replace(/^\/[\w-]+/, '')}`);
	}

	/** Every place in outputs, errors, logs and static data of this test that holds a secret. */
	async leaks(): Promise<string[]> {
		const seen = this.hosts.map(async (host) => ({
			runs: await host.settled(),
			outputs: host.outputs(),
			failures: host.failures(),
			problems: host.problems(),
			staticData: JSON.stringify(host.staticData()),
		}));
		const all = [...this.seen, await this.logs(), ...(await Promise.all(seen))];
		const secrets = [...secretsOf(this.sandbox), PORTAL_SECRET];
		// Blanked headers may be named Authorization, so only the secrets themselves count.
		return secrets.flatMap((secret) =>
			findLeaks(all, secret).filter((leak) => leak.endsWith(': the token')),
		);
	}

	async close(): Promise<void> {
		await Promise.all(this.hosts.map((host) => host.close()));
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. After each test no secret may stand anywhere. */
export function useTriggerDesk(): TriggerDesk {
	const desk = new TriggerDesk();
	beforeAll(async () => {
		desk.engine = await createEngine();
	});
	beforeEach(() => desk.open());
	afterEach(async () => {
		const leaks = await desk.leaks();
		await desk.close();
		expect(leaks).toEqual([]);
	});
	afterAll(() => desk.engine.close());
	return desk;
}
