import { readFileSync } from 'node:fs';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { DigitalRiverControl } from '../../sandbox/digital-river/control.mts';
import type { Fault } from '../../sandbox/faults.mts';
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

/** Every key of the sandbox looks like this. */
const KEY = /sk_test_sandbox_\w+/;

/** The product that orders of these tests are for. */
export const MUG = 'mug-blue';

/** The engine, and for each test a Digital River of its own whose clock only the test moves. */
export class DigitalRiverDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	clock!: ManualClock;
	private running = new Set<Run>();
	private results: RunResult[] = [];

	async open(): Promise<void> {
		// What was cancelled just now is told by its time, so the API's clock begins with ours.
		this.clock = manualClock(new Date().toISOString());
		this.sandbox = await startSandbox({ clock: this.clock });
		this.running = new Set();
		this.results = [];
	}

	get api(): DigitalRiverControl {
		return this.sandbox.digitalRiver;
	}

	credential(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
		return { apiKey: this.api.keys.secret, baseUrl: this.api.baseUrl, ...changes };
	}

	credentials(changes: ICredentialDataDecryptedObject = {}): CredentialData {
		return { digitalRiverApi: this.credential(changes) };
	}

	/** Runs manual trigger -> Fulfillment Order with the provider Digital River. */
	run(parameters: INodeParameters, options: RunNodeOptions = {}): Run {
		const run = this.engine.runNode(
			FULFILLMENT_ORDER,
			{ provider: 'digitalRiver', ...parameters },
			{ credentials: this.credentials(), ...options },
		);
		this.running.add(run);
		const ended = () => void this.running.delete(run);
		run.then((result) => this.results.push(result)).then(ended, ended);
		return run;
	}

	/** Lets every call of a kind meet the same fault. */
	always(method: string, fault: Fault, path?: RegExp): void {
		this.sandbox.faults.add({ method, fault, when: { every: 1 }, ...(path ? { path } : {}) });
	}

	/** What the API saw: method and path below the base URL. */
	sent(): string[] {
		return this.sandbox.log
			.all()
			.map(({ method, path }) => `${method} ${path.replace('/digital-river', '')}`);
	}

	/** What changes something, of what the API saw. */
	posts(): string[] {
		return this.sent().filter((call) => call.startsWith('POST'));
	}

	/** The bodies that came with creates or, by another path, with cancellations. */
	bodies(path: '/fulfillment-orders' | '/fulfillment-cancellations'): unknown[] {
		return this.sandbox.log.find('POST', path).map(({ body }) => body);
	}

	/** Every place in items, errors and logs of this test's runs that holds a secret. */
	leaks(): string[] {
		return this.results.flatMap((result) => findLeaks(result, KEY));
	}

	/** Stops what a test left running, which only one that failed does. */
	async close(): Promise<void> {
		for (const run of this.running) run.cancel();
		await this.sandbox.close();
	}
}

/** Opens such a desk for the tests of a file. */
export const useDigitalRiverDesk = (): DigitalRiverDesk => useDesk(new DigitalRiverDesk());

/** An example of the Fulfillment orders page, word for word. */
export function example(name: 'order' | 'list-answer' | 'create-request' | 'create-answer') {
	const text = readFileSync(`test/fixtures/digital-river/${name}.json`, 'utf8');
	const parsed: IDataObject = JSON.parse(text);
	return parsed;
}

/** Create of an order for one mug, filled into the panel. */
export const create = (changes: INodeParameters = {}): INodeParameters =>
	createParameters(MUG, changes);

/** Create of an order given as JSON. */
export const createJson = (body: object): INodeParameters => ({
	operation: 'create',
	inputMode: 'json',
	jsonBody: JSON.stringify(body),
});

/** The body for the same order as `create`. */
export const orderBody = (changes: Record<string, unknown> = {}) => ({
	upstreamId: 'SHOP-1',
	currency: 'USD',
	upstreamOrderTime: '2026-01-15T12:00:00Z',
	shipTo: {
		name: 'Ada Lovelace',
		address: {
			line1: '1 Market Street',
			city: 'San Francisco',
			postalCode: '94105',
			state: 'CA',
			country: 'US',
		},
	},
	shippingChoice: { id: 'SG' },
	items: [{ inventoryItemId: MUG, quantity: 1 }],
	...changes,
});
