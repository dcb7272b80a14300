import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	createEngine,
	type CredentialData,
	type Engine,
	type Run,
	type RunNodeOptions,
	type RunResult,
} from '../harness/index.mts';
import { findLeaks } from '../support/secrets.mts';

export const FULFILLMENT_ORDER = 'n8n-nodes-fulfillment.fulfillmentOrder';

export const PROVIDERS = ['flexport', 'deliverr', 'digitalRiver'] as const;

export type Provider = (typeof PROVIDERS)[number];

/** The credential of each provider. */
export const CREDENTIAL_OF: Readonly<Record<Provider, string>> = {
	flexport: 'flexportApi',
	deliverr: 'deliverrApi',
	digitalRiver: 'digitalRiverApi',
};

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class ThreeDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	clock!: ManualClock;
	/** A product that all three systems have, each by its own ID of it. */
	sku: Record<Provider, string> = { flexport: '', deliverr: 'MUG', digitalRiver: 'MUG' };
	private results: RunResult[] = [];

	async open(): Promise<void> {
		this.clock = manualClock();
		this.sandbox = await startSandbox({ clock: this.clock });
		this.sku.flexport = this.sandbox.flexport.addProducts(1)[0]?.logisticsSku ?? '';
		this.sandbox.deliverr.addProduct({ externalProductId: 'MUG' });
		this.results = [];
	}

	/** What goes into a credential; the fields of n8n's form and no other. */
	private dataOf(provider: Provider): CredentialData[string] {
		const { flexport, deliverr, digitalRiver } = this.sandbox;
		const { access, refresh } = deliverr.tokens;
		const all = {
			flexport: { apiToken: flexport.tokens.full, baseUrl: flexport.baseUrl },
			deliverr: { accessToken: access, refreshToken: refresh, baseUrl: deliverr.baseUrl },
			digitalRiver: { apiKey: digitalRiver.keys.secret, baseUrl: digitalRiver.baseUrl },
		};
		return all[provider];
	}

	/** The credential of one provider, and of no other. */
	credentials(provider: Provider): CredentialData {
		return { [CREDENTIAL_OF[provider]]: this.dataOf(provider) };
	}

	/** Runs manual trigger -> Fulfillment Order, with the credential of the provider only. */
	async run(
		provider: Provider,
		parameters: INodeParameters,
		options: RunNodeOptions = {},
	): Promise<RunResult> {
		const credentials = this.credentials(provider);
		return await this.kept(
			this.engine.runNode(
				FULFILLMENT_ORDER,
				{ provider, ...parameters },
				{ credentials, ...options },
			),
		);
	}

	/** Waits for a run, and remembers it for the search for secrets. */
	async kept(run: Run): Promise<RunResult> {
		const result = await run;
		this.results.push(result);
		return result;
	}

	/** What was sent, as "METHOD path", below the sandbox's prefix of each provider. */
	sent(): string[] {
		return this.sandbox.log.all().map(({ method, path }) => `${method} ${path}`);
	}

	/** The bodies of what was created, in the order in which they arrived. */
	created(): unknown[] {
		return this.sandbox.log
			.find('POST', /\/(orders|order|fulfillment-orders)$/)
			.map(({ body }) => body);
	}

	/** How many orders a provider has. */
	count(provider: Provider): number {
		return this.sandbox[provider].orders().length;
	}

	/** Every place in items, errors and logs of this test's runs that holds a secret. */
	leaks(): string[] {
		const { flexport, deliverr, digitalRiver } = this.sandbox;
		const { access, refresh } = deliverr.tokens;
		const secrets = [flexport.tokens.full, access, refresh, digitalRiver.keys.secret];
		return this.results.flatMap((result) => secrets.flatMap((secret) => findLeaks(result, secret)));
	}
}

/** Opens a desk for the tests of a file. After each test, no secret may stand in what its runs left. */
export function useThreeDesk(): ThreeDesk {
	const desk = new ThreeDesk();
	beforeAll(async () => {
		desk.engine = await createEngine();
	});
	beforeEach(() => desk.open());
	afterEach(async () => {
		const leaks = desk.leaks();
		await desk.sandbox.close();
		expect(leaks).toEqual([]);
	});
	afterAll(() => desk.engine.close());
	return desk;
}

/** The panel of Create with what all three providers have. */
export const sharedPanel = (sku: string, changes: INodeParameters = {}): INodeParameters => ({
	operation: 'create',
	externalOrderId: 'SHOP-1',
	recipientName: 'Ada Lovelace',
	address1: '1 Market Street',
	address2: 'Apt 4',
	city: 'San Francisco',
	provinceCode: 'CA',
	postalCode: '94105',
	countryCode: 'US',
	lineItems: {
		item: [{ product: { __rl: true, mode: 'id', value: sku }, quantity: 2, additionalFields: {} }],
	},
	additionalFields: { company: 'Analytical Engines Ltd', shipMethod: 'Standard' },
	...changes,
});

/** The keys of an item with what kind of value each has; null is a kind of its own. */
export const shapeOf = (item: IDataObject): Record<string, string> =>
	Object.fromEntries(
		Object.entries(item).map(([key, value]) => {
			const kind = Array.isArray(value) ? 'list' : typeof value;
			return [key, value === null ? 'nothing' : kind];
		}),
	);
