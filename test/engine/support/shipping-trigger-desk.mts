import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { DeliverySolutionsControl } from '../../sandbox/delivery-solutions/control.mts';
import type { Json } from '../../sandbox/delivery-solutions/shipment-types.mts';
import type { Status } from '../../sandbox/delivery-solutions/statuses.mts';
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
import { pinDate } from './pin-date.mts';
import { secretsOf } from './registered-secrets.mts';
import { findLeaks } from './secrets.mts';

export const SHIPPING_ORDER_TRIGGER = 'n8n-nodes-fulfillment.shippingOrderTrigger';

/** The trigger's name in the workflows of these tests. */
export const TRIGGER = 'Trigger';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The path of the list call, for faults and for the log. */
export const LIST = /\/shipments\/list$/;

/** n8n knows a trigger by workflow and node for as long as its process lives. */
let made = 0;

/** A workflow with the trigger and one node behind it; no other has the same ids. */
function triggerWorkflow(parameters: INodeParameters): WorkflowFile {
	made += 1;
	return {
		nodes: [
			{ id: `trigger-${made}`, name: TRIGGER, type: SHIPPING_ORDER_TRIGGER, parameters },
			{ name: 'Next', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

/** The engine, and for each test a sandbox of its own whose clock only the test moves. */
export class ShippingTriggerDesk {
	engine!: Engine;
	sandbox!: Sandbox;
	clock!: ManualClock;
	private hosts: PollHost[] = [];
	private seen: unknown[] = [];
	private logs: () => Promise<string[]> = async () => [];

	/** @param skewMs how far the clock of the API is ahead of that of n8n */
	async open(skewMs = 0): Promise<void> {
		this.clock = manualClock(new Date(Date.now() + skewMs).toISOString());
		this.sandbox = await startSandbox({ clock: this.clock });
		this.hosts = [];
		this.seen = [];
		this.logs = collectLogs();
	}

	get api(): DeliverySolutionsControl {
		return this.sandbox.deliverySolutions;
	}

	credentials(changes: ICredentialDataDecryptedObject = {}): CredentialData {
		const { baseUrl, tokenUrl, client } = this.api;
		return { deliverySolutionsApi: { ...client, baseUrl, tokenUrl, ...changes } };
	}

	/** Starts an n8n with a workflow of its own: trigger -> Next. It is not active yet. */
	host(parameters: INodeParameters = {}, options: PollHostOptions = {}): PollHost {
		const host = this.engine.hostPolls(triggerWorkflow(parameters), {
			credentials: this.credentials(),
			...options,
		});
		this.hosts.push(host);
		return host;
	}

	/**
	 * The same, active: it has remembered what there is. With durable cursors n8n keeps nothing of the
	 * poll at an activation if that gives no items, so that the next one is the first.
	 */
	async active(parameters: INodeParameters = {}, options: PollHostOptions = {}): Promise<PollHost> {
		const host = this.host(parameters, options);
		await host.activate();
		if (options.cursors === 'durable') await host.poll();
		return host;
	}

	/**
	 * n8n starts anew, and has polled: at its start, or, with durable cursors, when it is time. Rejects
	 * with what that poll threw.
	 */
	async restart(host: PollHost, { cursors }: PollHostOptions = {}): Promise<void> {
		await host.restart();
		const { error } = cursors === 'durable' ? await host.poll() : {};
		if (error) throw error;
	}

	/** A shipment that is made now. */
	add(orderExternalId: string, status: Status = 'ORDER_DISPATCHED', more: Json = {}): void {
		this.api.addShipment({ orderExternalId, status, ...more });
	}

	/** A shipment comes into a state, a millisecond after whatever was before. */
	async move(orderExternalId: string, ...statuses: Status[]): Promise<void> {
		for (const status of statuses) {
			await this.clock.advance(1);
			this.api.setShipment(orderExternalId, { status });
		}
	}

	/** Time passes for n8n, whose Date must be faked, and for the API. */
	async pass(ms: number): Promise<void> {
		jest.setSystemTime(Date.now() + ms);
		await this.clock.advance(ms);
	}

	/** The bodies of the list call, in order of arrival. */
	lists(): IDataObject[] {
		return this.sandbox.log
			.find('POST', LIST)
			.map(({ body }) => JSON.parse(JSON.stringify(body ?? {})));
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

	/** Every place in items, errors, logs and static data of this test that holds a secret. */
	async leaks(): Promise<string[]> {
		const seen = this.hosts.map(async (host) => ({
			runs: await host.settled(),
			outputs: host.outputs(),
			failures: host.failures(),
			problems: host.problems(),
			staticData: JSON.stringify(host.staticData()),
		}));
		const { clientSecret } = this.api.client;
		const all = [...this.seen, await this.logs(), ...(await Promise.all(seen))];
		return [...secretsOf(this.sandbox), clientSecret].flatMap((secret) => findLeaks(all, secret));
	}

	async close(): Promise<void> {
		await Promise.all(this.hosts.map((host) => host.close()));
		await this.sandbox.close();
	}
}

/** `SHOP-1: STAGED > IN_TRANSIT` of each change that a poll told. */
export function told({ items = [], error }: PollOutcome): string[] {
	if (error) throw error;
	return items.map(
		({ externalOrderId, previousProviderStatus, providerStatus }) =>
			`${String(externalOrderId)}: ${String(previousProviderStatus)} > ${String(providerStatus)}`,
	);
}

/** The message and the declared cause of the error that a poll must have ended in. */
export function failed({ error }: PollOutcome): { message: string; failure: unknown } {
	if (!error) throw new Error('The poll was to fail, and it did not.');
	const { message, failure } = Object(error);
	return { message: String(message), failure };
}

/** When the clocks of n8n and of the API begin, where they are held still. */
export const NOON = Date.parse('2026-01-15T12:00:00.000Z');

/**
 * Opens such a desk for the tests of a file. After each test no secret may stand anywhere.
 *
 * @param isDatePinned whether n8n's clock stands still until `pass` moves it; a wait at a rate limit
 * would then never end
 */
export function useShippingTriggerDesk({ isDatePinned = true } = {}): ShippingTriggerDesk {
	const desk = new ShippingTriggerDesk();
	let unpin = (): void => undefined;
	beforeAll(async () => {
		desk.engine = await createEngine();
	});
	beforeEach(async () => {
		if (isDatePinned) unpin = pinDate(NOON);
		await desk.open();
	});
	afterEach(async () => {
		const leaks = await desk.leaks();
		await desk.close();
		unpin();
		expect(leaks).toEqual([]);
	});
	afterAll(() => desk.engine.close());
	return desk;
}
