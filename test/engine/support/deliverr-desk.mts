import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { DeliverrControl } from '../../sandbox/deliverr/control.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	type CredentialData,
	type Engine,
	type Run,
	type RunNodeOptions,
	type RunResult,
} from '../harness/index.mts';
import { FULFILLMENT_ORDER } from './order-desk.mts';
import { createParameters } from './order-parameters.mts';
import { findLeaks } from './secrets.mts';
import { useDesk } from './use-desk.mts';

/** Every access token and refresh token of the sandbox looks like this. */
export const TOKEN = /deliverr-(sandbox-)?(access|refresh|read-only|expired)-[0-9A-Z]{4}/;

/** The product that the account has. */
export const PRODUCT = 'MUG';

const ORDERS = '/deliverr/orders/v1/order';

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class DeliverrDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	clock!: ManualClock;
	private running = new Set<Run>();
	private results: RunResult[] = [];

	async open(): Promise<void> {
		this.clock = manualClock();
		this.sandbox = await startSandbox({ clock: this.clock });
		this.running = new Set();
		this.results = [];
		this.api.addProduct({ externalProductId: PRODUCT, inventory: 1000 });
	}

	get api(): DeliverrControl {
		return this.sandbox.deliverr;
	}

	credential(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
		const { baseUrl, tokens } = this.api;
		return { accessToken: tokens.access, refreshToken: tokens.refresh, baseUrl, ...changes };
	}

	credentials(changes: ICredentialDataDecryptedObject = {}): CredentialData {
		return { deliverrApi: this.credential(changes) };
	}

	/** Runs manual trigger -> Fulfillment Order with Deliverr as its provider. */
	run(parameters: INodeParameters, options: RunNodeOptions = {}): Run {
		const run = this.engine.runNode(
			FULFILLMENT_ORDER,
			{ provider: 'deliverr', ...parameters },
			{ credentials: this.credentials(), ...options },
		);
		this.running.add(run);
		const ended = () => void this.running.delete(run);
		run.then((result) => this.results.push(result)).then(ended, ended);
		return run;
	}

	/** What the API saw: method and path below that of orders; requests for tokens are left out. */
	sent(): string[] {
		return this.sandbox.log
			.all()
			.filter(({ path }) => !path.endsWith('/oauth/v1/token'))
			.map(({ method, path }) => `${method} ${path.replace(ORDERS, '') || '/'}`);
	}

	/** The requests to create an order, in order of arrival. */
	creates(): ReturnType<Sandbox['log']['find']> {
		return this.sandbox.log.find('POST', ORDERS);
	}

	/** How many answers had a status. */
	answered(status: number): number {
		return this.sandbox.log.all().filter((request) => request.status === status).length;
	}

	/** Every place in items, errors and logs of this test's runs that holds a secret. */
	leaks(): string[] {
		return this.results.flatMap((result) => findLeaks(result, TOKEN));
	}

	/** Stops what a test left running, which only one that failed does. */
	async close(): Promise<void> {
		for (const run of this.running) run.cancel();
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. */
export const useDeliverrDesk = (): DeliverrDesk => useDesk(new DeliverrDesk());

/** The panel of Create, filled in for an order of the account's product that can be delivered. */
export const createOrder = (changes: INodeParameters = {}): INodeParameters =>
	createParameters(PRODUCT, changes);

/** The same with the external order ID of each incoming item. */
export const createOrders = (changes: INodeParameters = {}): INodeParameters =>
	createOrder({ externalOrderId: '={{ $json.orderNumber }}', ...changes });

/** Create with the whole order as JSON. */
export const createFromJson = (body: object, changes: INodeParameters = {}): INodeParameters => ({
	operation: 'create',
	inputMode: 'json',
	jsonBody: JSON.stringify(body),
	...changes,
});
