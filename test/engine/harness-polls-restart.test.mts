import { createEngine, type Engine } from './harness/index.mts';
import { feedAlone, startToyFeed, type ToyFeed } from './harness/toy-feed.mts';
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

const item = (word: string, asked: number) => ({ word, asked, budget: 300_000 });

/** An active workflow, whose node has asked once and got nothing. */
async function active(): Promise<void> {
	await feed.host.activate();
	feed.requests();
}

describe('starting n8n again', () => {
	test('polls at once, with static data from the database', async () => {
		await active();
		await feed.host.poll();
		await feed.host.poll();
		feed.requests();
		feed.next({ words: ['again'] });
		await feed.host.restart();
		expect(feed.requests()).toEqual(['GET /feed/all?trigger/init']);
		expect(feed.host.outputs()).toEqual([item('again', 2)]);
		expect(feed.remembered()).toEqual({ asked: 2 });
	});

	test('fails with what that poll throws, and may be tried again', async () => {
		await active();
		feed.next({ crack: 'Cracked' });
		await expect(feed.host.restart()).rejects.toThrow('Cracked');
		await expect(feed.host.poll()).rejects.toThrow('The workflow is not active');
		await feed.host.restart();
		expect(feed.inMemory()).toEqual({ asked: 2 });
	});

	test('repeats what was put out, but could not be saved any more', async () => {
		await active();
		feed.host.loseWrites();
		feed.next({ words: ['twice'] }, { words: ['twice'] });
		await feed.host.poll();
		expect(feed.inMemory()).toEqual({ asked: 2 });
		await feed.host.restart();
		expect(feed.host.outputs()).toEqual([item('twice', 2), item('twice', 2)]);
		expect(feed.remembered()).toEqual({ asked: 2 });
	});

	test('during an activation lets that fail', async () => {
		feed.next({ words: ['lost'] }, { words: ['kept'] });
		const arrived = feed.server.arrival();
		const activation = feed.host.activate();
		await arrived;
		await Promise.all([expect(activation).rejects.toThrow('n8n died'), feed.host.restart()]);
		expect(feed.host.outputs()).toEqual([item('kept', 1)]);
		expect(feed.inMemory()).toEqual({ asked: 1 });
	});

	test('does nothing for a workflow that is not active', async () => {
		await feed.host.restart();
		expect(feed.requests()).toEqual([]);
	});

	test('takes static data that was set meanwhile, as a copy', async () => {
		await active();
		const data = { 'node:Feed': { asked: 41 } };
		feed.host.setStaticData(data);
		expect(feed.inMemory()).toEqual({ asked: 1 });
		await feed.host.restart();
		expect(feed.inMemory()).toEqual({ asked: 42 });
		expect(data).toEqual({ 'node:Feed': { asked: 41 } });
	});
});

describe('testing the node by hand', () => {
	test('polls with the parameters and the data that were saved, and leaves nothing', async () => {
		await active();
		await feed.host.poll();
		feed.host.setParameters({ topic: 'sport' });
		feed.requests();
		feed.next({ words: ['tried'] }, {});
		expect(await feed.host.test()).toEqual({ items: [item('tried', 2)] });
		expect(await feed.host.test()).toEqual({});
		expect(feed.requests()).toEqual(Array(2).fill('GET /feed/sport?manual/manual'));
		expect(feed.remembered()).toEqual({ asked: 1 });
		expect(feed.inMemory()).toEqual({ asked: 2 });
		expect(feed.host.outputs()).toEqual([]);
		expect(feed.host.executions()).toEqual([]);
	});

	test('tells what the node throws', async () => {
		feed.next({ crack: 'Cracked' });
		expect((await feed.host.test()).error).toMatchObject({ message: 'Cracked' });
		expect(feed.host.failures()).toEqual([]);
	});
});

describe('without nodes or executions behind', () => {
	test('items of a trigger that stands alone are its whole execution', async () => {
		await feed.close();
		feed = await startToyFeed(engine, {}, feedAlone('all'));
		await active();
		feed.next({ words: ['alone'] });
		await feed.host.poll();
		const [run] = await feed.host.settled();
		expect(run?.status).toBe('success');
		expect(run?.items('Feed')).toEqual([{ json: item('alone', 2) }]);
	});

	test('items are only collected, if nothing shall run', async () => {
		await feed.close();
		feed = await startToyFeed(engine, { run: false });
		await active();
		feed.next({ words: ['kept'] }, { crack: 'Cracked' });
		await feed.host.poll();
		await feed.host.poll();
		expect(feed.host.outputs()).toEqual([item('kept', 2)]);
		expect(feed.host.executions()).toEqual([]);
		expect(feed.host.failures()).toHaveLength(1);
		expect(feed.remembered()).toEqual({ asked: 2 });
		expect(feed.requests()).toEqual(Array(2).fill('GET /feed/all?trigger/activate'));
	});

	test('ten thousand polls that give nothing leave nothing but what the node noted', async () => {
		await feed.close();
		feed = await startToyFeed(engine, {}, feedAlone('silence'));
		await feed.host.activate();
		for (let poll = 0; poll < 10_000; poll++) expect(await feed.host.poll()).toEqual({});
		expect(feed.inMemory()).toEqual({ asked: 10_001 });
		expect(feed.remembered()).toEqual({ asked: 1 });
		expect(feed.host.executions()).toEqual([]);
	});
});
