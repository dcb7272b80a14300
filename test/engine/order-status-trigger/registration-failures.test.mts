import type { Fault } from '../../sandbox/faults.mts';
import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { useHurry } from '../support/use-hurry.mts';
import {
	expected,
	LIST,
	ONE,
	posts,
	registerByHand,
	THIRD_EVENT,
	TWO_EVENTS,
	wanted,
	type Registering,
} from './registration-bench.mts';

const desk = useTriggerDesk();
useHurry();

const THREE = (provider: Registering) => [...TWO_EVENTS[provider].events, THIRD_EVENT[provider]];

const EACH_ONE = [
	...[1, 2, 3].map((nth) => ['flexport' as const, nth] as const),
	...[1, 2, 3].map((nth) => ['deliverr' as const, nth] as const),
	['digitalRiver' as const, 1] as const,
];

const REFUSED: Fault = { kind: 'status', status: 400 };

/** Lets calls of one kind meet the same fault until faults are cleared. */
function always(method: string, path: RegExp, fault: Fault): void {
	desk.sandbox.faults.add({ method, path, fault, when: { every: 1 } });
}

describe.each(EACH_ONE)('%s, whose registration %i is refused', (provider, nth) => {
	const refuse = () =>
		desk.sandbox.faults.add({
			method: 'POST',
			path: LIST[provider],
			fault: REFUSED,
			when: { nth: [nth] },
		});

	it('is not active, and nothing is left of the registrations before it', async () => {
		const host = await desk.host(provider, { events: THREE(provider) });
		await registerByHand(desk, provider, { url: 'https://erp.example.com/hook' });
		const before = desk.registered(provider);
		refuse();
		const error = await desk.refusal(host.activate());
		expect(error.message).toMatch(/\. .+\.$/);
		expect(desk.registered(provider)).toEqual(before);
		const answer = await fetch(host.productionUrl, { method: 'POST', body: '{}' });
		expect(answer.status).toBe(404);
	});

	it('is active after the next try, with exactly what is wanted', async () => {
		const host = await desk.host(provider, { events: THREE(provider) });
		refuse();
		await desk.refusal(host.activate());
		await host.activate();
		expect(wanted(desk, provider)).toEqual(expected(THREE(provider), host.productionUrl));
	});

	it('says which webhooks could not be taken back, and the next activation removes them', async () => {
		const host = await desk.host(provider, { events: THREE(provider) });
		refuse();
		always('DELETE', ONE[provider], REFUSED);
		const error = await desk.refusal(host.activate());
		const left = desk.registered(provider).map(({ id }) => String(id));
		expect(left).toHaveLength(nth - 1);
		for (const id of left) expect(error.message).toContain(id);
		if (left.length > 0) expect(error.message).toContain('the next activation removes it');
		desk.sandbox.faults.clear();
		await host.activate();
		expect(wanted(desk, provider)).toEqual(expected(THREE(provider), host.productionUrl));
	});
});

describe.each(REGISTERING)('%s, activated against an API that', (provider) => {
	const name = { flexport: 'Flexport', deliverr: 'Deliverr', digitalRiver: 'Digital River' }[
		provider
	];

	it.each<[string, Fault, RegExp]>([
		[
			'does not know the token',
			{ kind: 'status', status: 401 },
			/does not accept the (API|access)/,
		],
		[
			'does not allow it',
			{ kind: 'status', status: 403 },
			/may not manage webhooks .*the right to/,
		],
		['is down', { kind: 'status', status: 500 }, /failed to process .*[Aa]ctivate the workflow/],
		['is away', { kind: 'status', status: 503 }, /not available .*[Aa]ctivate the workflow/],
		['cuts every line', { kind: 'cutBefore' }, /connection was cut.*[Aa]ctivate the workflow/],
	])('%s: the message says so and what to do, and nothing is left', async (_what, fault, words) => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		always('POST', LIST[provider], fault);
		const error = await desk.refusal(host.activate());
		expect(error.message).toMatch(words);
		expect(error.message).toContain(name);
		expect(desk.registered(provider)).toEqual([]);
		expect((await fetch(host.productionUrl, { method: 'POST', body: '{}' })).status).toBe(404);
	});

	it('answers with a web page: the message names the Base URL, and nothing is registered', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		always('GET', LIST[provider], { kind: 'notJson' });
		const error = await desk.refusal(host.activate());
		expect(error.message).toMatch(/page .*'Base URL'/);
		expect(posts(desk, provider)).toEqual([]);
	});

	it.each([400, 409, 422, 429, 500, 503])(
		'answers %i to every look or registration: no message speaks of items, or of options of other nodes',
		async (status) => {
			for (const method of ['GET', 'POST']) {
				const host = await desk.host(provider, TWO_EVENTS[provider]);
				// Longer than it waits, so that it gives up at once.
				always(method, LIST[provider], { kind: 'status', status, retryAfter: 3600 });
				const error = await desk.refusal(host.activate());
				desk.sandbox.faults.clear();
				expect(error.message).not.toMatch(/\bitem\b|Requests at Once/);
			}
		},
	);

	it('asks to wait: it waits, and registers exactly what is wanted', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		const fault: Fault = { kind: 'status', status: 429, retryAfter: 2 };
		desk.sandbox.faults.add({ method: 'POST', path: LIST[provider], fault });
		desk.sandbox.faults.add({ method: 'GET', path: LIST[provider], fault });
		await host.activate();
		expect(desk.sandbox.faults.counts().status).toBe(2);
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
	});

	it('asks to wait for an hour: it gives up, and leaves nothing', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		always('POST', LIST[provider], { kind: 'status', status: 429, retryAfter: 3600 });
		const error = await desk.refusal(host.activate());
		expect(error.message).toContain('429');
		expect(posts(desk, provider)).toHaveLength(1);
		expect(desk.registered(provider)).toEqual([]);
	});
});

it('Flexport that has a webhook of somebody else for the event and the address says so', async () => {
	const host = await desk.host('flexport', TWO_EVENTS.flexport);
	await registerByHand(desk, 'flexport', { url: host.productionUrl, type: 'Order.Cancelled' });
	const before = desk.registered('flexport');
	const error = await desk.refusal(host.activate());
	expect(error.message).toMatch(/has another webhook for this event and this address.*Remove it/);
	expect(desk.registered('flexport')).toEqual(before);
});

it('Digital River that allows one webhook for each address says so too', async () => {
	desk.sandbox.digitalRiver.duplicateWebhooks = 'conflict';
	const host = await desk.host('digitalRiver', TWO_EVENTS.digitalRiver);
	await registerByHand(desk, 'digitalRiver', { url: host.productionUrl });
	const before = desk.registered('digitalRiver');
	const error = await desk.refusal(host.activate());
	expect(error.message).toMatch(/has another webhook for this event and this address.*Remove it/);
	expect(desk.registered('digitalRiver')).toEqual(before);
});
