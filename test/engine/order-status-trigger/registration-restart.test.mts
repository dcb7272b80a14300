import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { useHurry } from '../support/use-hurry.mts';
import {
	callByHand,
	expected,
	LIST,
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
useHurry();

describe.each(REGISTERING)('%s, when n8n starts anew', (provider) => {
	const [type = ''] = TWO_EVENTS[provider].events;
	const open = async (activation: 'classic' | 'publication') => {
		const host = await desk.host(provider, TWO_EVENTS[provider], { activation });
		await host.activate();
		return host;
	};

	it.each(['classic', 'publication'] as const)(
		'is still registered, without a new registration, and takes events (%s)',
		async (activation) => {
			const host = await open(activation);
			const before = desk.registered(provider);
			await host.restart();
			expect(posts(desk, provider)).toHaveLength(POSTS[provider]);
			expect(desk.registered(provider)).toEqual(before);
			await desk.hooks(provider).fire(type);
			await host.settled();
			expect(host.outputs()).toMatchObject([{ eventType: type }]);
		},
	);

	it('registers anew what was removed at the provider meanwhile; the old secrets are refused', async () => {
		const host = await open('classic');
		const old = desk.hooks(provider).message(type);
		for (const { id } of desk.registered(provider)) await removeByHand(desk, provider, id);
		await host.restart();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
		const answers = await Promise.all(old.map((message) => desk.deliver(message)));
		expect(answers.map(({ status }) => status)).toEqual([401]);
		await desk.hooks(provider).fire(type);
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it('registers all anew when only one was removed', async () => {
		const host = await open('classic');
		const [first] = desk.registered(provider);
		await removeByHand(desk, provider, first?.id);
		await host.restart();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
	});

	it('removes a webhook of ours at its address that it knows nothing of', async () => {
		const host = await open('classic');
		const name = provider === 'digitalRiver' ? OUR_USER : OUR_HEADER;
		await registerByHand(desk, provider, { url: host.productionUrl, name });
		await host.restart();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
	});

	it('leaves a webhook of somebody else at its address alone, and registers nothing', async () => {
		const host = await open('classic');
		await registerByHand(desk, provider, { url: host.productionUrl });
		const before = desk.registered(provider);
		await host.restart();
		expect(desk.registered(provider)).toEqual(before);
	});

	it('says so when it cannot ask the provider, and is well after the next start', async () => {
		const host = await open('classic');
		const away = { kind: 'status', status: 503 } as const;
		desk.sandbox.faults.add({ path: LIST[provider], fault: away, when: { every: 1 } });
		const error = await desk.refusal(host.restart());
		expect(error.message).toMatch(/is not available at the moment/);
		desk.sandbox.faults.clear();
		await host.restart();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
		await desk.hooks(provider).fire(type);
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it.each(['classic', 'publication'] as const)(
		'and other events are activated, has exactly those (%s)',
		async (activation) => {
			const host = await open(activation);
			await host.restart();
			host.setParameters({ provider, events: [type, THIRD_EVENT[provider]] });
			await host.activate();
			expect(wanted(desk, provider)).toEqual(
				expected([type, THIRD_EVENT[provider]], host.productionUrl),
			);
		},
	);

	it('and the workflow is deactivated then, leaves nothing behind', async () => {
		const host = await open('classic');
		await host.restart();
		await host.deactivate();
		expect(desk.registered(provider)).toEqual([]);
	});
});

it('Digital River that has switched the webhook off gets a new one', async () => {
	const host = await desk.host('digitalRiver', TWO_EVENTS.digitalRiver);
	await host.activate();
	const [before] = desk.registered('digitalRiver');
	await callByHand(desk, 'digitalRiver', 'PATCH', {
		id: `/${String(before?.id)}`,
		body: JSON.stringify({ enabled: false }),
	});
	await host.restart();
	expect(desk.registered('digitalRiver')).toMatchObject([{ enabled: true }]);
	expect(desk.registered('digitalRiver')[0]?.id).not.toBe(before?.id);
});

it('a provider that is switched takes its webhooks from the old one to the new one', async () => {
	const both = { ...desk.credentials('flexport'), ...desk.credentials('digitalRiver') };
	const host = await desk.host('flexport', TWO_EVENTS.flexport, { credentials: both });
	await host.activate();
	host.setParameters({ provider: 'digitalRiver', ...TWO_EVENTS.digitalRiver });
	await host.activate();
	expect(desk.registered('flexport')).toEqual([]);
	expect(desk.registered('digitalRiver')).toHaveLength(1);
});

it('a provider that was switched while the workflow was off has no webhook of the old one', async () => {
	const both = { ...desk.credentials('flexport'), ...desk.credentials('deliverr') };
	const host = await desk.host('flexport', TWO_EVENTS.flexport, { credentials: both });
	await host.activate();
	await host.deactivate();
	host.setParameters({ provider: 'deliverr', ...TWO_EVENTS.deliverr });
	await host.activate();
	await host.deactivate();
	expect(desk.registered('flexport')).toEqual([]);
	expect(desk.registered('deliverr')).toEqual([]);
});
