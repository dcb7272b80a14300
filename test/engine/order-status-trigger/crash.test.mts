import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { useHurry } from '../support/use-hurry.mts';
import {
	expected,
	LIST,
	ONE,
	registerByHand,
	THIRD_EVENT,
	TWO_EVENTS,
	wanted,
	type Registering,
} from './registration-bench.mts';

const desk = useTriggerDesk();
useHurry();

const eventsOf = (provider: Registering) => [...TWO_EVENTS[provider].events, THIRD_EVENT[provider]];

/** n8n dies after some registrations were made: nothing of it reaches the API any more. */
async function crashAfter(
	provider: Registering,
	made: number,
	activation: 'classic' | 'publication',
) {
	const host = await desk.host(provider, { events: eventsOf(provider) }, { activation });
	const { faults } = desk.sandbox;
	const dead = { kind: 'cutBefore' } as const;
	const rest = Array.from({ length: 40 }, (_, index) => made + 1 + index);
	faults.add({ method: 'POST', path: LIST[provider], fault: dead, when: { nth: rest } });
	faults.add({ method: 'DELETE', path: ONE[provider], fault: dead, when: { every: 1 } });
	await host.crashDuringActivation().catch(() => undefined);
	faults.clear();
	return host;
}

const CRASHES = [
	...[1, 2, 3].map((made) => ['flexport' as const, made] as const),
	...[1, 2, 3].map((made) => ['deliverr' as const, made] as const),
	['digitalRiver' as const, 1] as const,
];

describe.each(CRASHES)('%s, when n8n dies after %i registrations', (provider, made) => {
	it.each(['classic', 'publication'] as const)(
		'has exactly what is wanted after the next activation (%s)',
		async (activation) => {
			await registerByHand(desk, provider, { url: 'https://erp.example.com/hook' });
			const others = wanted(desk, provider);
			const host = await crashAfter(provider, made, activation);
			expect(wanted(desk, provider).length).toBeGreaterThan(others.length);
			await host.deactivate();
			await host.activate();
			expect(wanted(desk, provider)).toEqual(
				[...others, ...expected(eventsOf(provider), host.productionUrl)].sort(),
			);
			await host.deactivate();
			expect(wanted(desk, provider)).toEqual(others);
		},
	);

	it('refuses what comes with the secret that died', async () => {
		const host = await crashAfter(provider, made, 'classic');
		const [type = ''] = eventsOf(provider);
		const old = desk.hooks(provider).message(type);
		expect(old).toHaveLength(1);
		await host.activate();
		for (const message of old) expect((await desk.deliver(message)).status).toBe(401);
		await desk.hooks(provider).fire(type);
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});
});

describe.each(REGISTERING)('%s, when n8n dies before it has stored a registration', (provider) => {
	const start = () => desk.host(provider, TWO_EVENTS[provider]);

	it('registers anew when n8n starts, and leaves nothing of the old', async () => {
		const host = await start();
		await host.crashDuringActivation();
		expect(host.staticData()).toEqual({});
		const lost = desk.registered(provider).map(({ id }) => id);
		await host.restart();
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, host.productionUrl),
		);
		for (const { id } of desk.registered(provider)) expect(lost).not.toContain(id);
	});

	it('leaves nothing when the workflow is deactivated instead', async () => {
		const host = await start();
		await host.crashDuringActivation();
		await host.deactivate();
		expect(desk.registered(provider)).toEqual([]);
	});

	it('refuses deliveries until then, and starts nothing', async () => {
		const host = await start();
		await host.crashDuringActivation();
		await desk.hooks(provider).fire(TWO_EVENTS[provider].events[0] ?? '');
		expect(desk.hooks(provider).attempts()).toMatchObject([{ status: 401 }]);
		expect(await host.settled()).toEqual([]);
	});

	it('while a test is listening: the next test removes what that one has left', async () => {
		const host = await start();
		await host.listen();
		await host.restart();
		expect(desk.registered(provider)).not.toEqual([]);
		await host.listen();
		expect(wanted(desk, provider)).toEqual(expected(TWO_EVENTS[provider].events, host.testUrl));
		await host.stopListening();
		expect(desk.registered(provider)).toEqual([]);
	});
});
