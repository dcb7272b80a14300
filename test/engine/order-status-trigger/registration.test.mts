import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import {
	deletes,
	expected,
	OUR_HEADER,
	OUR_USER,
	POSTS,
	posts,
	registerByHand,
	removeByHand,
	THIRD_EVENT,
	TWO_EVENTS,
	wanted,
} from './registration-bench.mts';

const desk = useTriggerDesk();

const BOTH_WAYS = REGISTERING.flatMap((provider) => [
	[provider, 'classic' as const] as const,
	[provider, 'publication' as const] as const,
]);

describe.each(BOTH_WAYS)('%s, activated by the %s way of n8n', (provider, activation) => {
	const start = () => desk.host(provider, TWO_EVENTS[provider], { activation });

	it('registers exactly the events that are chosen, at the production address', async () => {
		const host = await start();
		await host.activate();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
		expect(posts(desk, provider)).toHaveLength(POSTS[provider]);
	});

	it('leaves an empty list behind when it is deactivated, and forgets it', async () => {
		const host = await start();
		await host.activate();
		await host.deactivate();
		expect(desk.registered(provider)).toEqual([]);
		expect(host.problems()).toEqual([]);
		expect(host.staticData()).toEqual({ [`node:Trigger`]: { registrations: [] } });
	});

	it('leaves the webhooks of others as they were, even at the same address', async () => {
		const host = await start();
		const other = await desk.host(provider, TWO_EVENTS[provider], { activation });
		await other.activate();
		await registerByHand(desk, provider, { url: 'https://erp.example.com/hook' });
		await registerByHand(desk, provider, { url: host.productionUrl });
		const before = desk.registered(provider);
		await host.activate();
		expect(desk.registered(provider)).toEqual(expect.arrayContaining(before));
		await host.deactivate();
		expect(desk.registered(provider)).toEqual(before);
		expect(deletes(desk, provider)).toHaveLength(POSTS[provider]);
	});

	it('takes the place of what an older activation has left at its address', async () => {
		const host = await start();
		const name = provider === 'digitalRiver' ? OUR_USER : OUR_HEADER;
		const [type] = TWO_EVENTS[provider].events;
		for (const one of [type ?? '', THIRD_EVENT[provider]]) {
			await registerByHand(desk, provider, { url: host.productionUrl, type: one, name });
		}
		await host.activate();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
	});

	it('deactivates in peace when one webhook was removed by hand', async () => {
		const host = await start();
		await host.activate();
		const [first] = desk.registered(provider);
		await removeByHand(desk, provider, first?.id);
		await host.deactivate();
		expect(desk.registered(provider)).toEqual([]);
		expect(host.problems()).toEqual([]);
	});

	it('replaces what is registered when other events are chosen', async () => {
		const host = await start();
		await host.activate();
		host.setParameters({ provider, events: [THIRD_EVENT[provider]] });
		await host.activate();
		expect(wanted(desk, provider)).toEqual(expected([THIRD_EVENT[provider]], host.productionUrl));
	});

	it('gives each activation a secret of its own, long and random', async () => {
		const host = await start();
		await host.activate();
		await host.deactivate();
		await host.activate();
		const bodies = posts(desk, provider).map(({ body }) => JSON.stringify(body));
		const secrets = bodies.map((body) => /"(?:token|password)":"([0-9a-f]{64,})"/.exec(body)?.[1]);
		expect(new Set(secrets).size).toBe(2);
		expect(secrets).not.toContain(undefined);
	});

	it('throws when no event is chosen, before anything is sent', async () => {
		const host = await desk.host(provider, { events: [] }, { activation });
		const error = await desk.refusal(host.activate());
		expect(error.message).toBe("No event is chosen. Choose at least one in 'Events'.");
		expect(desk.sent().filter((line) => !line.startsWith('GET'))).toEqual([]);
	});
});

it('Flexport and Deliverr get one webhook for each event, with a token in a header of ours', async () => {
	for (const provider of ['flexport', 'deliverr'] as const) {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		await host.activate();
		for (const webhook of desk.registered(provider)) {
			expect(webhook).toMatchObject({
				method: 'POST',
				authMethod: 'TOKEN',
				tokenHeader: OUR_HEADER,
				url: host.productionUrl,
			});
		}
	}
});

it('Digital River gets one webhook for all events, with Basic credentials', async () => {
	const host = await desk.host('digitalRiver', TWO_EVENTS.digitalRiver);
	await host.activate();
	expect(desk.registered('digitalRiver')).toMatchObject([
		{
			types: TWO_EVENTS.digitalRiver.events,
			enabled: true,
			transportType: 'HTTP',
			authentication: { username: OUR_USER },
		},
	]);
});

it('a provider that is switched with the events of the old one says so, and registers nothing', async () => {
	const host = await desk.host('digitalRiver', TWO_EVENTS.flexport);
	const error = await desk.refusal(host.activate());
	expect(error.message).toContain(
		'\'Events\' has "Order.Shipped", which Digital River does not send',
	);
	expect(error.message).toContain('Choose the events again: ');
	expect(posts(desk, 'digitalRiver')).toEqual([]);
});

it('other event types of Flexport are not sent to a provider that was switched to', async () => {
	const options = { otherEvents: 'Order.Held' };
	const host = await desk.host('deliverr', { ...TWO_EVENTS.deliverr, options });
	await host.activate();
	expect(wanted(desk, 'deliverr')).toEqual(
		expected(TWO_EVENTS.deliverr.events, host.productionUrl),
	);
});

it('two triggers with the same events do not remove what the other has registered', async () => {
	const one = await desk.host('flexport', TWO_EVENTS.flexport);
	const two = await desk.host('flexport', TWO_EVENTS.flexport);
	await one.activate();
	await two.activate();
	await one.deactivate();
	expect(wanted(desk, 'flexport')).toEqual(expected(TWO_EVENTS.flexport.events, two.productionUrl));
});

it.each(['flexport', 'deliverr'] as const)(
	'a webhook of somebody else at %s is not removed because it has got the ID of one that is gone',
	async (provider) => {
		const host = await desk.host(provider, { events: [THIRD_EVENT[provider]] });
		await host.activate();
		const [ours] = desk.registered(provider);
		// As when a test system is set up anew, and counts from the beginning.
		desk.sandbox[provider].reset();
		await registerByHand(desk, provider, { url: 'https://erp.example.com/hook' });
		const before = desk.registered(provider);
		expect(before[0]?.id).toBe(ours?.id);
		await host.deactivate();
		expect(desk.registered(provider)).toEqual(before);
	},
);
