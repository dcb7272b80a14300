import type { WebhookHost } from '../harness/index.mts';
import {
	ORDER_STATUS_TRIGGER,
	triggerWorkflow,
	useTriggerDesk,
	type TriggerDesk,
} from '../support/trigger-desk.mts';
import { settled, until } from '../support/until.mts';

const desk = useTriggerDesk();

const PARAMETERS = { events: ['Order.Shipped'] };

const message = (desk: TriggerDesk, host: WebhookHost, logisticsEventId: string) => {
	const messages = desk.hooks('flexport').message('Order.Shipped', { logisticsEventId });
	const found = messages.find(({ url }) => url === host.productionUrl);
	if (!found) throw new Error('It is not registered');
	return found;
};

const send = async (host: WebhookHost, ids: string[]) => {
	for (const id of ids) await desk.deliver(message(desk, host, id));
	await host.settled();
};

const eventIds = (host: WebhookHost) => host.outputs().map(({ eventId }) => String(eventId));

describe('what n8n stores with the workflow', () => {
	it('is the same before and after deliveries: it may be older than what an activation stores', async () => {
		const host = await desk.host('flexport', PARAMETERS);
		await host.activate();
		const before = host.staticData();
		await send(host, ['A', 'A', 'B']);
		expect(host.staticData()).toEqual(before);
	});
});

describe('after a restart of n8n', () => {
	it.each(['classic', 'publication'] as const)(
		'deliveries still get in (%s activation)',
		async (activation) => {
			const host = await desk.host('flexport', PARAMETERS, { activation });
			await host.activate();
			await send(host, ['A']);
			await host.restart();
			await send(host, ['B']);
			expect(eventIds(host)).toEqual(['A', 'B']);
		},
	);
});

describe('deactivating and activating again', () => {
	it('does not make an event new', async () => {
		const host = await desk.host('flexport', PARAMETERS);
		await host.activate();
		await send(host, ['A']);
		await host.deactivate();
		await host.activate();
		await send(host, ['A', 'B']);
		expect(eventIds(host)).toEqual(['A', 'B']);
	});
});

describe('two triggers', () => {
	const flexport = () => ({ credentials: desk.credentials('flexport') });

	it('of one workflow each take the same event', async () => {
		const workflow = triggerWorkflow({ provider: 'flexport', ...PARAMETERS });
		workflow.nodes.push({
			id: 'second-of-one-workflow',
			webhookId: 'second-of-one-workflow',
			name: 'Second',
			type: ORDER_STATUS_TRIGGER,
			parameters: { provider: 'flexport', ...PARAMETERS },
		});
		const host = await desk.hostWorkflow(workflow, flexport());
		await host.activate();
		expect(desk.registered('flexport')).toHaveLength(2);
		const event = { type: 'Order.Shipped', details: { logisticsEventId: 'A' } };
		// Each webhook gets events of its own from the sandbox, but for the ID that is given here.
		await desk.hooks('flexport').fireAll([event], { copies: 3 });
		await host.settled();
		expect(eventIds(host)).toEqual(['A', 'A']);
	});

	it('of two workflows each take the same event', async () => {
		const hosts = [
			await desk.host('flexport', PARAMETERS),
			await desk.host('flexport', PARAMETERS),
		];
		for (const host of hosts) await host.activate();
		const event = { type: 'Order.Shipped', details: { logisticsEventId: 'A' } };
		await desk.hooks('flexport').fireAll([event], { copies: 3 });
		for (const host of hosts) await host.settled();
		expect(hosts.map(eventIds)).toEqual([['A'], ['A']]);
	});
});

describe('a test from the editor', () => {
	it('takes an event again and again', async () => {
		const host = await desk.host('flexport', PARAMETERS);
		const seen: unknown[] = [];
		for (let times = 0; times < 3; times++) {
			const { run } = await host.listen();
			await desk.hooks('flexport').fire('Order.Shipped', { logisticsEventId: 'A' });
			seen.push((await run)?.items('Trigger')[0]?.json.eventId);
			await until(() => desk.registered('flexport').length === 0);
			await settled();
		}
		expect(seen).toEqual(['A', 'A', 'A']);
	});

	it('takes an event that the active workflow has had, and leaves it known there', async () => {
		const host = await desk.host('flexport', PARAMETERS);
		await host.activate();
		await send(host, ['A']);
		const { run } = await host.listen();
		await desk.hooks('flexport').fire('Order.Shipped', { logisticsEventId: 'A' });
		expect((await run)?.items('Trigger')[0]?.json.eventId).toBe('A');
		await send(host, ['A']);
		expect(eventIds(host)).toEqual(['A', 'A']);
	});
});
