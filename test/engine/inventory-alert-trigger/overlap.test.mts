import { freeze } from '../support/freeze.mts';
import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { until } from '../support/until.mts';

const desk = useAlertDesk();
let thaw = (): void => undefined;
afterEach(() => thaw());

/** From now on answers about the stock stay away until the function it returns is called. */
function holdAnswers(): () => void {
	thaw = freeze();
	desk.sandbox.log.clear();
	const fault = { kind: 'stall', ms: 1000 } as const;
	const stop = desk.sandbox.faults.add({ path: PAGES, fault, when: { every: 1 } });
	return () => {
		stop();
		jest.advanceTimersByTime(1000);
	};
}

const asked = (): number => desk.sandbox.log.find('GET', PAGES).length;

describe('two polls at once', () => {
	test('tell what fell once: the later one gives way and asks nothing', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		const release = holdAnswers();
		const first = host.poll();
		await until(() => asked() === 1);
		expect(await host.poll()).toEqual({});
		expect(asked()).toBe(1);
		release();
		expect(told(await first)).toEqual(['low MUG']);
		expect(await host.poll()).toEqual({});
	});

	test('of two workflows do not hinder each other', async () => {
		const mug = desk.add('MUG', 50);
		const hosts = [await desk.activeHost(), await desk.activeHost()];
		desk.set(mug, 0);
		const release = holdAnswers();
		const polls = hosts.map((host) => host.poll());
		await until(() => asked() === 2);
		release();
		expect((await Promise.all(polls)).map(told)).toEqual([['low MUG'], ['low MUG']]);
	});

	test('of which the first fails leave it to the third', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		thaw = freeze();
		desk.sandbox.log.clear();
		const fault = { kind: 'status', status: 403 } as const;
		desk.sandbox.faults.add({ path: PAGES, latencyMs: 1000, fault });
		const first = desk.refusal(host.poll());
		await until(() => asked() === 1);
		expect(await host.poll()).toEqual({});
		jest.advanceTimersByTime(1000);
		expect(await first).toMatchObject({ message: 'The API token may not do this (HTTP 403)' });
		expect(told(await host.poll())).toEqual(['low MUG']);
	});
});

describe('a test from the editor', () => {
	test('shows what is low now, though it was told, and remembers nothing', async () => {
		const mug = desk.add('MUG', 5);
		const host = await desk.activeHost({ alerts: ['low', 'restocked'] });
		const stored = host.staticData();
		const shown = (await host.test()).items;
		expect(shown).toMatchObject([{ alert: 'low', merchantSku: 'MUG', available: 5 }]);
		expect(host.staticData()).toEqual(stored);
		expect(await host.poll()).toEqual({});
		desk.set(mug, 50);
		expect(told(await host.poll())).toEqual(['restocked MUG']);
	});

	test('before the first activation takes nothing away from it', async () => {
		desk.add('MUG', 5);
		const host = desk.host({ firstPoll: 'remember' });
		expect(told(await host.test())).toEqual(['low MUG']);
		expect(host.staticData()).toEqual({});
		await host.activate();
		expect(host.outputs('Next')).toEqual([]);
	});

	test('shows nothing when nothing is low', async () => {
		desk.add('MUG', 50);
		const host = desk.host();
		expect(await host.test()).toEqual({});
	});

	test('works while a poll is under way', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		const release = holdAnswers();
		const [poll, shown] = [host.poll(), host.test()];
		await until(() => asked() === 2);
		release();
		expect(told(await shown)).toEqual(['low MUG']);
		expect(told(await poll)).toEqual(['low MUG']);
	});

	test('fails with the words of a poll', async () => {
		const host = desk.host({}, { credentials: desk.credentials('shltm_wrong') });
		expect(await desk.refusal(host.test())).toMatchObject({
			message: 'Flexport does not accept the API token (HTTP 401)',
		});
	});
});
