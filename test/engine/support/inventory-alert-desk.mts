import type { INodeParameters } from 'n8n-workflow';
import type { PoolInput, Product, ProductInput } from '../../sandbox/flexport/control.mts';
import type { Pool } from '../../sandbox/flexport/enums.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	createEngine,
	type CredentialData,
	type Engine,
	type PollHost,
	type PollHostOptions,
	type PollOutcome,
	type WorkflowFile,
} from '../harness/index.mts';
import { collectLogs } from '../harness/logs.mts';
import { secretsOf } from './registered-secrets.mts';
import { findLeaks } from './secrets.mts';

export const INVENTORY_ALERT_TRIGGER = 'n8n-nodes-fulfillment.inventoryAlertTrigger';

/** The trigger's name in the workflows of these tests. */
export const TRIGGER = 'Trigger';

export const PAGES = '/products/inventory/all';

/** The keys of every alert, in their order. */
export const ALERT_KEYS = [
	'alertId',
	'alert',
	'sku',
	'name',
	'merchantSku',
	'available',
	'onHand',
	'measure',
	'threshold',
	'belowBy',
	'pool',
	'expiresAt',
	'daysLeft',
	'expiringUnits',
	'detectedAt',
];

/** The trigger knows polls that are under way by workflow and node, for as long as a process lives. */
let made = 0;

/** A workflow with the trigger and one node behind it; no other has the same ids. */
export function alertWorkflow(parameters: INodeParameters): WorkflowFile {
	made += 1;
	return {
		nodes: [
			{ id: `alerts-${made}`, name: TRIGGER, type: INVENTORY_ALERT_TRIGGER, parameters },
			{ name: 'Next', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

/** What a poll has told, as "kind merchantSku"; its error, if it has failed. */
export function told({ items = [], error }: PollOutcome): string[] {
	if (error !== undefined) throw error;
	return items.map(({ alert, merchantSku }) => `${String(alert)} ${String(merchantSku)}`);
}

const errorOf = (outcome: unknown): unknown =>
	typeof outcome === 'object' && outcome !== null && 'error' in outcome ? outcome.error : undefined;

/** The engine, and for each test a sandbox of its own. */
export class AlertDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	private hosts: PollHost[] = [];
	private seen: unknown[] = [];
	private logs: () => Promise<string[]> = async () => [];

	async open(): Promise<void> {
		this.sandbox = await startSandbox();
		this.hosts = [];
		this.seen = [];
		this.logs = collectLogs();
	}

	credentials(token: string = this.sandbox.flexport.tokens.full): CredentialData {
		return { flexportApi: { apiToken: token, baseUrl: this.sandbox.flexport.baseUrl } };
	}

	/** Starts an n8n with a workflow of its own: trigger -> Next. It is not active yet. */
	host(parameters: INodeParameters = {}, options: PollHostOptions = {}): PollHost {
		const host = this.engine.hostPolls(alertWorkflow(parameters), {
			credentials: this.credentials(),
			...options,
		});
		this.hosts.push(host);
		return host;
	}

	/** The same, activated: its first poll is over. */
	async activeHost(parameters?: INodeParameters, options?: PollHostOptions): Promise<PollHost> {
		const host = this.host(parameters, options);
		await host.activate();
		return host;
	}

	/** A product whose units are all available in the default pool. */
	add(merchantSku: string, units: number, more: Partial<ProductInput> = {}): Product {
		return this.sandbox.flexport.addProduct({
			name: `The ${merchantSku}`,
			merchantSku,
			inventory: { DEFAULT: { onHand: units } },
			...more,
		});
	}

	/** The stock of a product changes. */
	set({ logisticsSku }: Product, units: number | Partial<PoolInput>, pool: Pool = 'DEFAULT'): void {
		const levels = typeof units === 'number' ? { onHand: units } : units;
		this.sandbox.flexport.setInventory(logisticsSku, pool, levels);
	}

	/** The error of a poll or an activation that has to fail. It is looked at for secrets too. */
	async refusal(work: Promise<unknown>): Promise<object> {
		const error: unknown = await work.then(
			(outcome) => errorOf(outcome),
			(reason: unknown) => reason,
		);
		if (typeof error !== 'object' || error === null) throw new Error('Nothing was refused');
		this.seen.push(error);
		return error;
	}

	/** Paths of the requests so far, below that of the API's version. */
	sent(): string[] {
		return this.sandbox.log.all().map(({ path }) => path.replace(/^.*\/api\/[^/]+/, ''));
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
		return secretsOf(this.sandbox).flatMap((secret) =>
			findLeaks(all, secret).filter((leak) => leak.endsWith(': the token')),
		);
	}

	async close(): Promise<void> {
		await Promise.all(this.hosts.map((host) => host.close()));
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. After each test no secret may stand anywhere. */
export function useAlertDesk(): AlertDesk {
	const desk = new AlertDesk();
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
