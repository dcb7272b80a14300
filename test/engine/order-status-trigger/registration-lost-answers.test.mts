import type { Fault } from '../../sandbox/faults.mts';
import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { useHurry } from '../support/use-hurry.mts';
import { expected, LIST, ONE, POSTS, TWO_EVENTS, wanted } from './registration-bench.mts';

const desk = useTriggerDesk();
useHurry();

const KINDS: Fault[] = [
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
	{ kind: 'cutDuring' },
	{ kind: 'notJson' },
	{ kind: 'status', status: 502 },
];

const LOST = REGISTERING.flatMap((provider) => KINDS.map((fault) => [provider, fault] as const));

describe.each(LOST)('%s with %j', (provider, fault) => {
	it('in the place of an answer to each registration has exactly what is wanted', async () => {
		for (let nth = 1; nth <= POSTS[provider]; nth += 1) {
			const host = await desk.host(provider, TWO_EVENTS[provider]);
			desk.sandbox.faults.add({
				method: 'POST',
				path: LIST[provider],
				fault,
				when: { nth: [nth] },
			});
			await host.activate();
			desk.sandbox.faults.clear();
			expect(wanted(desk, provider)).toEqual(
				expected(TWO_EVENTS[provider].events, host.productionUrl),
			);
			const [type = ''] = TWO_EVENTS[provider].events.slice(-1);
			await desk.hooks(provider).fire(type);
			expect(desk.hooks(provider).attempts().at(-1)?.status).toBe(200);
			await host.deactivate();
			expect(desk.registered(provider)).toEqual([]);
		}
	});

	it('in the place of an answer to each removal leaves nothing', async () => {
		for (let nth = 1; nth <= POSTS[provider]; nth += 1) {
			const host = await desk.host(provider, TWO_EVENTS[provider]);
			await host.activate();
			desk.sandbox.faults.add({
				method: 'DELETE',
				path: ONE[provider],
				fault,
				when: { nth: [nth] },
			});
			await host.deactivate();
			desk.sandbox.faults.clear();
			expect(desk.registered(provider)).toEqual([]);
			expect(host.problems()).toEqual([]);
		}
	});

	it('in the place of every third answer comes and goes without a trace', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		desk.sandbox.faults.add({ fault, when: { every: 3 } });
		await host.activate();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
		await host.deactivate();
		expect(desk.registered(provider)).toEqual([]);
	});
});

it.each(REGISTERING)(
	'%s: a registration whose fate stays unknown is removed by the failed activation itself',
	async (provider) => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		const { faults } = desk.sandbox;
		faults.add({ method: 'POST', path: LIST[provider], fault: { kind: 'cutAfter' } });
		// The first two looks are for what is there before; then it cannot look for a while.
		const nth = Array.from({ length: 5 }, (_, index) => index + 2);
		faults.add({
			method: 'GET',
			path: LIST[provider],
			fault: { kind: 'status', status: 503 },
			when: { nth },
		});
		const error = await desk.refusal(host.activate());
		expect(error.message).toMatch(/may or may not have done this.*Activate the workflow again/);
		expect(desk.registered(provider)).toEqual([]);
	},
);
