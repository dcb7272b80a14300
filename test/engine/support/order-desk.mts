import type { INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { Product } from '../../sandbox/flexport/control.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	type CredentialData,
	type Engine,
	type Run,
	type RunNodeOptions,
	type RunResult,
} from '../harness/index.mts';
import { findLeaks } from './secrets.mts';
import { useDesk } from './use-desk.mts';

export const FULFILLMENT_ORDER = 'n8n-nodes-fulfillment.fulfillmentOrder';

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class OrderDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	clock!: ManualClock;
	token = '';
	products: Product[] = [];
	private running = new Set<Run>();
	private results: RunResult[] = [];

	async open(): Promise<void> {
		this.clock = manualClock();
		this.sandbox = await startSandbox({ clock: this.clock });
		this.token = this.sandbox.flexport.tokens.full;
		this.products = this.sandbox.flexport.addProducts(3);
		this.running = new Set();
		this.results = [];
	}

	/** The SKU of one of the account's products. */
	sku(index = 0): string {
		const product = this.products[index];
		if (!product) throw new Error(`There is no product ${index}`);
		return product.logisticsSku;
	}

	credentials(changes: { apiToken?: string; baseUrl?: string } = {}): CredentialData {
		const { baseUrl } = this.sandbox.flexport;
		return { flexportApi: { apiToken: this.token, baseUrl, ...changes } };
	}

	/** Runs manual trigger -> Fulfillment Order. */
	run(parameters: INodeParameters, options: RunNodeOptions = {}): Run {
		const run = this.engine.runNode(FULFILLMENT_ORDER, parameters, {
			credentials: this.credentials(),
			...options,
		});
		this.running.add(run);
		const ended = () => void this.running.delete(run);
		run.then((result) => this.results.push(result)).then(ended, ended);
		return run;
	}

	/** What the API saw: method and path below the version. */
	sent(): string[] {
		return this.sandbox.log
			.all()
			.map(({ method, path }) => `${method} ${path.replace(/^.*\/logistics\/api\/[^/]+/, '')}`);
	}

	/** The idempotency keys that came with creates, in order of arrival. */
	keys(): unknown[] {
		return this.sandbox.log
			.find('POST', '/orders')
			.map(({ headers }) => headers['idempotency-key']);
	}

	/** Every place in items, errors and logs of this test's runs that holds a secret. */
	leaks(): string[] {
		return this.results.flatMap((result) => findLeaks(result, this.token));
	}

	/** Stops what a test left running, which only one that failed does. */
	async close(): Promise<void> {
		for (const run of this.running) run.cancel();
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. */
export const useOrderDesk = (): OrderDesk => useDesk(new OrderDesk());
