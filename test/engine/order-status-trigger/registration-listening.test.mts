import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { expected, TWO_EVENTS, wanted } from './registration-bench.mts';

const desk = useTriggerDesk();

/** Waits until n8n has closed a test address, which it does after its answer to the event. */
async function closed(testUrl: string): Promise<void> {
	let status = 0;
	while (status !== 404) ({ status } = await fetch(testUrl, { method: 'POST' }));
}

describe.each(REGISTERING)('%s, listening for a test event', (provider) => {
	const { events } = TWO_EVENTS[provider];
	const [type = ''] = events;
	const start = () => desk.host(provider, { events });

	it('registers the test address, stores nothing, and removes it when it is stopped', async () => {
		const host = await start();
		await host.listen();
		expect(wanted(desk, provider)).toEqual(expected(events, host.testUrl));
		expect(host.staticData()).toEqual({});
		await host.stopListening();
		expect(desk.registered(provider)).toEqual([]);
		expect(host.problems()).toEqual([]);
	});

	it('ends with the first event, which is put out, and removes the webhooks', async () => {
		const host = await start();
		const { run } = await host.listen();
		await desk.hooks(provider).fire(type);
		expect((await run)?.items('Next')).toMatchObject([{ json: { eventType: type, provider } }]);
		await closed(host.testUrl);
		expect(desk.registered(provider)).toEqual([]);
	});

	it('goes on after a delivery that is refused, and after one that is malformed', async () => {
		const host = await start();
		const { run } = await host.listen();
		const [message] = desk.hooks(provider).message(type);
		if (!message) throw new Error('Nothing is registered');
		expect((await desk.deliver({ ...message, headers: {} })).status).toBe(401);
		expect((await desk.deliver({ ...message, body: '[]' })).status).toBe(400);
		expect(wanted(desk, provider)).toEqual(expected(events, host.testUrl));
		await desk.hooks(provider).fire(type);
		expect((await run)?.status).toBe('success');
	});

	it('while the workflow is active leaves production alone, before and after', async () => {
		const host = await start();
		await host.activate();
		const production = desk.registered(provider);
		await host.listen();
		expect(wanted(desk, provider)).toEqual(
			[...expected(events, host.productionUrl), ...expected(events, host.testUrl)].sort(),
		);
		await host.stopListening();
		expect(desk.registered(provider)).toEqual(production);
		await desk.hooks(provider).fire(type);
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it('while the workflow is active brings an event both to the test and to production', async () => {
		const host = await start();
		await host.activate();
		const production = desk.registered(provider);
		const { run } = await host.listen();
		await desk.hooks(provider).fire(type);
		expect((await run)?.status).toBe('success');
		await host.settled();
		expect(host.outputs()).toHaveLength(2);
		await closed(host.testUrl);
		expect(desk.registered(provider)).toEqual(production);
	});

	it('outlives a deactivation of the workflow', async () => {
		const host = await start();
		await host.activate();
		const { run } = await host.listen();
		await host.deactivate();
		expect(wanted(desk, provider)).toEqual(expected(events, host.testUrl));
		await desk.hooks(provider).fire(type);
		expect((await run)?.status).toBe('success');
	});

	it('takes no secret of production, and production none of the test', async () => {
		const host = await start();
		await host.activate();
		const production = desk.hooks(provider).message(type);
		await host.listen();
		const both = desk.hooks(provider).message(type);
		expect(both).toHaveLength(2);
		for (const message of both) {
			const isTest = message.url === host.testUrl;
			const url = isTest ? host.productionUrl : host.testUrl;
			expect((await desk.deliver({ ...message, url })).status).toBe(401);
		}
		expect(await host.settled()).toEqual([]);
		for (const message of production) expect((await desk.deliver(message)).status).toBe(200);
	});

	it('comes to the same event again in the next test', async () => {
		const host = await start();
		for (const turn of [1, 2]) {
			const { run } = await host.listen();
			const [message] = desk.hooks(provider).message(type);
			const id = '00000000-0000-4000-8000-000000000001';
			const keys = { logisticsEventId: id, eventId: id, id };
			const body = JSON.stringify({ ...JSON.parse(message?.body ?? ''), ...keys });
			if (message) await desk.deliver({ ...message, body });
			expect((await run)?.status).toBe('success');
			await closed(host.testUrl);
			expect(host.outputs().map(({ eventId }) => eventId)).toEqual(Array(turn).fill(id));
		}
	});

	it('refuses with what create throws, and leaves nothing', async () => {
		const host = await desk.host(provider, { events: [] });
		const error = await desk.refusal(host.listen());
		expect(error.message).toContain('No event is chosen');
		expect(desk.registered(provider)).toEqual([]);
	});
});

// Digital River: a signing secret is separate for each endpoint, so that of the dashboard, which the
// credential holds, is that of the production webhook.
describe('Digital River with the signing secret of the production webhook in the credential', () => {
	const { events } = TWO_EVENTS.digitalRiver;

	async function signed() {
		const host = await desk.host('digitalRiver', { events });
		await host.activate();
		const [webhook] = desk.registered('digitalRiver');
		const webhookSecret = desk.sandbox.digitalRiver.hooks.secretOf(String(webhook?.id));
		host.setCredentials(desk.credentials('digitalRiver', { webhookSecret }));
		return host;
	}

	it('takes what production sends', async () => {
		const host = await signed();
		await desk.hooks('digitalRiver').fire(events[0] ?? '');
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it('still gets its test event, which another webhook with another secret sends', async () => {
		const host = await signed();
		const { run } = await host.listen();
		await desk.hooks('digitalRiver').fire(events[0] ?? '');
		const statuses = desk
			.hooks('digitalRiver')
			.attempts()
			.map(({ status }) => status);
		await host.stopListening();
		expect(statuses).toEqual([200, 200]);
		expect((await run)?.status).toBe('success');
	});

	it('still refuses a test event whose Basic credentials are wrong', async () => {
		const host = await signed();
		await host.listen();
		const message = desk
			.hooks('digitalRiver')
			.message(events[0] ?? '')
			.find(({ url }) => url === host.testUrl);
		if (!message) throw new Error('Nothing is registered');
		const authorization = 'Basic bjhuLW5vZGVzLWZ1bGZpbGxtZW50OngK';
		const headers = { ...message.headers, authorization };
		expect((await desk.deliver({ ...message, headers })).status).toBe(401);
	});
});
