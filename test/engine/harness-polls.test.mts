import { Executions } from './harness/host/executions.mts';
import { createEngine, type Engine } from './harness/index.mts';
import { feedThenEcho, startToyFeed, type ToyFeed } from './harness/toy-feed.mts';
import { writeToyPackage } from './harness/toy-package.mts';

let toy: ReturnType<typeof writeToyPackage>;
let engine: Engine;
let feed: ToyFeed;

beforeAll(async () => {
	toy = writeToyPackage();
	engine = await createEngine(toy.directory);
});

afterAll(() => {
	engine.close();
	toy.remove();
});

beforeEach(async () => {
	feed = await startToyFeed(engine);
});

afterEach(async () => {
	await feed.close();
});

const ACTIVATE = 'GET /feed/all?trigger/activate';
const item = (word: string, asked: number) => ({ word, asked, budget: 300_000 });
const nowhere = { keyApi: { url: 'http://127.0.0.1:9' } };

/** An active workflow, whose node has asked once and got nothing. */
async function active(): Promise<void> {
	await feed.host.activate();
	feed.requests();
}

describe('activating', () => {
	test('polls once at once, and saves what the node has noted', async () => {
		await feed.host.activate();
		expect(feed.requests()).toEqual([ACTIVATE]);
		expect(feed.remembered()).toEqual({ asked: 1 });
		expect(feed.host.executions()).toEqual([]);
	});

	test('starts an execution, if that poll gives items', async () => {
		feed.next({ words: ['first'] });
		await feed.host.activate();
		const [run] = await feed.host.settled();
		expect(run?.items('Echo').map(({ json }) => json.word)).toEqual(['first']);
		expect(feed.remembered()).toEqual({ asked: 1 });
	});

	test('fails with what that poll throws, and nothing is saved', async () => {
		feed.next({ crack: 'Cracked' });
		await expect(feed.host.activate()).rejects.toThrow('Cracked');
		expect(feed.remembered()).toBeUndefined();
		expect(feed.host.failures()).toEqual([]);
		await expect(feed.host.poll()).rejects.toThrow('The workflow is not active');
		await feed.host.restart();
		expect(feed.requests()).toEqual([ACTIVATE]);
	});

	test('does not allow more than one poll a minute', async () => {
		const often = [{ mode: 'custom', cronExpression: '*/10 * * * * *' }];
		feed.host.setParameters({ topic: 'all', pollTimes: { item: often } });
		await expect(feed.host.activate()).rejects.toThrow('The polling interval is too short');
		expect(feed.requests()).toEqual([]);
	});

	test('anew takes other parameters, and what was saved last', async () => {
		await active();
		feed.host.setParameters({ topic: 'sport' });
		await feed.host.poll();
		expect(feed.inMemory()).toEqual({ asked: 2 });
		await feed.host.activate();
		expect(feed.requests()).toEqual([ACTIVATE, 'GET /feed/sport?trigger/update']);
		expect(feed.inMemory()).toEqual({ asked: 2 });
	});

	test('needs a workflow with exactly one polling node', () => {
		const { nodes, connections } = feedThenEcho('all');
		const without = { nodes: nodes.slice(1), connections: {} };
		expect(() => engine.hostPolls(without)).toThrow('0 polling nodes');
		const other = { name: 'Other', type: 'n8n-nodes-toy.feedTrigger' };
		const twice = { nodes: [...nodes, other], connections };
		expect(() => engine.hostPolls(twice)).toThrow('2 polling nodes');
	});
});

describe('a poll', () => {
	beforeEach(active);

	test('that gives nothing saves nothing, but the living workflow remembers', async () => {
		expect(await feed.host.poll()).toEqual({});
		expect(feed.requests()).toEqual([ACTIVATE]);
		expect(feed.inMemory()).toEqual({ asked: 2 });
		expect(feed.remembered()).toEqual({ asked: 1 });
		expect(await feed.host.settled()).toEqual([]);
	});

	test('that gives items saves, and runs what is behind', async () => {
		feed.next({ words: ['one', 'two'] });
		expect(await feed.host.poll()).toEqual({ items: [item('one', 2), item('two', 2)] });
		expect(feed.remembered()).toEqual({ asked: 2 });
		expect(feed.host.outputs()).toEqual([item('one', 2), item('two', 2)]);
		expect(feed.host.outputs('Echo')).toEqual([
			{ word: 'one', token: null },
			{ word: 'two', token: null },
		]);
	});

	test('that throws leaves a failed execution; what it has changed is saved later', async () => {
		feed.next({ crack: 'Cracked' }, { words: ['after'] });
		const { error } = await feed.host.poll();
		expect(error).toMatchObject({ message: 'Cracked' });
		expect(feed.host.failures()).toEqual([error]);
		const [run] = await feed.host.settled();
		expect(run).toMatchObject({ status: 'error', error: { message: 'Cracked' } });
		expect(run?.items('Feed')).toEqual([]);
		expect(feed.inMemory()).toEqual({ asked: 2 });
		expect(feed.remembered()).toEqual({ asked: 1 });
		expect(await feed.host.poll()).toEqual({ items: [item('after', 3)] });
		expect(feed.remembered()).toEqual({ asked: 3 });
	});

	test('begins even if the last one is not over, and shares its static data', async () => {
		feed.next({ pair: true, words: ['one'] }, { pair: true, crack: 'Cracked' });
		const [first, second] = await Promise.all([feed.host.pollNow(), feed.host.pollNow()]);
		expect(first).toEqual({ items: [item('one', 2)] });
		expect(second.error).toMatchObject({ message: 'Cracked' });
		expect(feed.remembered()).toEqual({ asked: 3 });
	});

	test('need not wait for the execution', async () => {
		feed.next({ words: ['one'] }, { words: ['two'] });
		const release = feed.host.holdRuns();
		expect(await feed.host.pollNow()).toEqual({ items: [item('one', 2)] });
		expect(await feed.host.pollNow()).toEqual({ items: [item('two', 3)] });
		expect(feed.host.executions()).toHaveLength(2);
		expect(feed.host.outputs('Echo')).toEqual([]);
		release();
		await feed.host.settled();
		expect(feed.host.outputs('Echo').map(({ word }) => word)).toEqual(['one', 'two']);
	});

	test('is saved, and its items lost, if the execution cannot be started', async () => {
		const broken = jest.spyOn(Executions.prototype, 'start').mockRejectedValueOnce('No database');
		feed.next({ words: ['lost'] });
		await feed.host.poll();
		broken.mockRestore();
		expect(feed.host.problems()).toEqual(['No database']);
		expect(feed.remembered()).toEqual({ asked: 2 });
		expect(feed.host.executions()).toEqual([]);
	});

	test('uses the credentials as they were saved last', async () => {
		feed.host.setCredentials(nowhere);
		const { error } = await feed.host.poll();
		expect(String(error)).toContain('ECONNREFUSED');
	});
});

describe('deactivating', () => {
	beforeEach(active);

	test('forgets what was not saved', async () => {
		await feed.host.poll();
		await feed.host.deactivate();
		expect(() => feed.host.memory()).toThrow('The workflow is not active');
		await feed.host.activate();
		expect(feed.inMemory()).toEqual({ asked: 2 });
		expect(feed.requests()).toEqual([ACTIVATE, ACTIVATE]);
	});

	test.each([
		['items', { words: ['late'] }],
		['an error', { crack: 'Cracked' }],
	])('takes no notice of %s of a poll that is under way', async (_name, news) => {
		feed.next(news);
		const arrived = feed.server.arrival();
		const poll = feed.host.pollNow();
		await arrived;
		await feed.host.deactivate();
		expect(await poll).toEqual({ discarded: true });
		expect(await feed.host.settled()).toEqual([]);
		expect(feed.host.failures()).toEqual([]);
		expect(feed.remembered()).toEqual({ asked: 1 });
	});
});
