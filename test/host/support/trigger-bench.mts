import type { ComposedMessage, WebhookControl } from '../../sandbox/shared/webhook-control.mts';
import type { IDataObject } from 'n8n-workflow';
import { executionsOf, untilFinished } from '../rest/executions.mts';
import { activate, deactivate, saveWorkflow } from '../rest/workflows.mts';
import { PORTAL_SECRET } from './accounts.mts';
import { ONCE, triggerWorkflow, type TriggerSystem } from './trigger-systems.mts';
import { until } from './until.mts';
import type { HostDesk } from './host-desk.mts';

const FORGED: ReadonlyArray<readonly [name: string, value: string | undefined]> = [
	['none', undefined],
	['an empty one', ''],
	['a guessed one', 'guessed'],
	['a guessed one as Basic', `Basic ${Buffer.from('n8n-nodes-fulfillment:x').toString('base64')}`],
];

/** A workflow of n8n that starts by the events of one system. */
export class TriggerBench {
	private id = '';

	constructor(
		private readonly desk: HostDesk,
		readonly system: TriggerSystem,
	) {}

	private get hooks(): WebhookControl {
		return this.desk.sandbox[this.system.provider].hooks;
	}

	url(mode: 'webhook' | 'webhook-test'): string {
		return `${this.desk.host.webhookUrl}/${mode}/orders-of-${this.system.provider}/webhook`;
	}

	get workflowId(): string {
		return this.id;
	}

	/** Saves its workflow, or one that was made elsewhere. */
	async save(file = triggerWorkflow(this.desk.accounts, this.system)): Promise<void> {
		({ id: this.id } = await saveWorkflow(this.desk.rest, file));
	}

	/** Enters an address into the portal of Delivery Solutions, which a trigger cannot do. */
	enterInPortal(mode: 'webhook' | 'webhook-test'): string {
		return this.desk.sandbox.deliverySolutions.hooks.addTarget({
			url: this.url(mode),
			kind: 'order',
			auth: { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET },
		}).id;
	}

	/** Publishes the workflow and waits until n8n and the system are ready. */
	async activate(): Promise<void> {
		await activate(this.desk.rest, this.id);
		await until('the system knows the webhook', () => this.registered('webhook') > 0 || undefined);
		await this.untilThere();
	}

	/** Waits until n8n knows the address. */
	async untilThere(): Promise<void> {
		await until('n8n knows the webhook', async () => {
			const { status } = await fetch(this.url('webhook'), { method: 'POST' });
			return status === 401 || undefined;
		});
	}

	async deactivate(): Promise<void> {
		await deactivate(this.desk.rest, this.id);
	}

	/** How many webhooks the system has for the trigger; for Delivery Solutions those of its portal. */
	registered(mode: 'webhook' | 'webhook-test'): number {
		const text = this.hooks.list().map((webhook) => JSON.stringify(webhook));
		return text.filter((webhook) => webhook.includes(this.url(mode))).length;
	}

	/** What the system would send about an order, a second after what it sent before. */
	async message(
		order: number,
		mode: 'webhook' | 'webhook-test' = 'webhook',
	): Promise<ComposedMessage> {
		await this.desk.clock.advance(1_000);
		const { type, details } = this.system;
		const all = this.hooks.message(type, details(order));
		const found = all.find(({ url }) => url === this.url(mode));
		if (!found) throw new Error(`Nobody is registered for ${type} at ${this.url(mode)}`);
		return found;
	}

	/** The same with its proof left out or guessed, by what is wrong. */
	async forgeries(order: number): Promise<Array<[string, ComposedMessage]>> {
		const good = await this.message(order);
		const others = Object.entries(good.headers).filter(
			([name]) => name.toLowerCase() !== this.system.proof,
		);
		if (others.length === Object.keys(good.headers).length) {
			throw new Error(`The deliveries of ${this.system.provider} have no ${this.system.proof}`);
		}
		return FORGED.map(([name, value]) => {
			const proof = value === undefined ? {} : { [this.system.proof]: value };
			return [name, { ...good, headers: { ...Object.fromEntries(others), ...proof } }];
		});
	}

	async deliver({ url, method, headers, body }: ComposedMessage): Promise<number> {
		return (await fetch(url, { method, headers, body })).status;
	}

	/**
	 * Delivers again until it is taken, as the systems do: n8n stores a registration a moment after the
	 * system knows of it.
	 */
	async deliverUntilTaken(message: ComposedMessage): Promise<void> {
		await until('the delivery is taken', async () =>
			(await this.deliver(message)) === 200 ? true : undefined,
		);
	}

	/** How many executions of a mode there are. */
	async executions(mode: string): Promise<number> {
		return (await this.started(mode)).length;
	}

	private async started(mode: string) {
		const all = await executionsOf(this.desk.rest, this.id);
		return all.filter((one) => one.mode === mode);
	}

	/** What got through, in the executions of a mode, once there are so many of them. */
	async outputs(count: number, mode = 'webhook'): Promise<IDataObject[]> {
		const { rest } = this.desk;
		const found = await until(`${count} executions (${mode})`, async () => {
			const all = await this.started(mode);
			return all.length >= count ? all : undefined;
		});
		const done = [];
		for (const { id } of found) done.push(await untilFinished(rest, id));
		return done.flatMap(({ output }) => output(ONCE));
	}
}
