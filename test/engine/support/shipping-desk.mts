import { readFileSync } from 'node:fs';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { DeliverySolutionsControl } from '../../sandbox/delivery-solutions/control.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	type CredentialData,
	type Engine,
	type Run,
	type RunNodeOptions,
	type RunResult,
} from '../harness/index.mts';
import { findLeaks } from './secrets.mts';
import { SHIPMENT_FIELDS } from './shipment-fields.mts';
import { useDesk } from './use-desk.mts';

export const SHIPPING_ORDER = 'n8n-nodes-fulfillment.shippingOrder';

/** Every access token of the sandbox looks like this. */
const TOKEN = /sandbox\.[0-9A-Z]{10}\.[0-9A-Z]{10}/;

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class ShippingDesk {
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
	}

	get api(): DeliverySolutionsControl {
		return this.sandbox.deliverySolutions;
	}

	credential(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
		const { baseUrl, tokenUrl, client } = this.api;
		return { ...client, baseUrl, tokenUrl, ...changes };
	}

	credentials(changes: ICredentialDataDecryptedObject = {}): CredentialData {
		return { deliverySolutionsApi: this.credential(changes) };
	}

	/** Runs manual trigger -> Shipping Order. */
	run(parameters: INodeParameters, options: RunNodeOptions = {}): Run {
		const run = this.engine.runNode(SHIPPING_ORDER, parameters, {
			credentials: this.credentials(),
			...options,
		});
		this.running.add(run);
		const ended = () => void this.running.delete(run);
		run.then((result) => this.results.push(result)).then(ended, ended);
		return run;
	}

	/** What the API saw: method and path below the base URL; requests for tokens are left out. */
	sent(): string[] {
		return this.sandbox.log
			.all()
			.filter(({ path }) => !path.endsWith('/oauth/token'))
			.map(({ method, path }) => `${method} ${path.replace('/delivery-solutions', '')}`)
			.map((line) => line.replace('/shipping/v1', ''));
	}

	/** The bodies that came with one call, in order of arrival. */
	bodies(method: string, path: string): unknown[] {
		return this.sandbox.log
			.find(method, `/delivery-solutions/shipping/v1${path}`)
			.map(({ body }) => body);
	}

	/** Every place in items, errors and logs of this test's runs that holds a secret. */
	leaks(): string[] {
		const { clientId, clientSecret } = this.api.client;
		const secrets = [TOKEN, clientSecret, `${clientId}:${clientSecret}`];
		return this.results.flatMap((result) => secrets.flatMap((one) => findLeaks(result, one)));
	}

	/** Stops what a test left running, which only one that failed does. */
	async close(): Promise<void> {
		for (const run of this.running) run.cancel();
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. */
export const useShippingDesk = (): ShippingDesk => useDesk(new ShippingDesk());

/** An example of the Shipping Order API's documentation, word for word. */
export function example(name: string): IDataObject {
	return JSON.parse(readFileSync(`test/fixtures/delivery-solutions/${name}.json`, 'utf8'));
}

/** Parameters that create a shipment from fields, without more than is required. */
export function createParameters(changes: INodeParameters = {}): INodeParameters {
	return { operation: 'create', ...SHIPMENT_FIELDS, ...changes };
}
