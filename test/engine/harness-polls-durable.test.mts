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

afterEach(async () => {
	await feed.close();
});

const ACTIVATE = 'GET /feed/all?trigger/activate';
const UPDATE = 'GET /feed/all?trigger/update';
const words = () => feed.host.outputs().map(({ word, asked }) => [word, asked]);

describe('durable cursors', () => {
	beforeEach(async () => {
		feed = await startToyFeed(engine, { cursors: 'durable' });
	});

	/** An active workflow, whose node has put out one item at its activation. */
	async function active(): Promise<void> {
		feed.next({ words: ['first'] });
		await feed.host.activate();
		await feed.host.settled();
		feed.requests();
	}

	test('are stored when the activation gives items', async () => {
		feed.next({ words: ['first'] });
		await feed.host.activate();
		expect(feed.requests()[0]).toBe(ACTIVATE);
		expect(words()).toEqual([['first', 1]]);
		expect(feed.remembered()).toEqual({ asked: 1 });
	});

	test('are not stored when the activation gives nothing', async () => {
		await feed.host.activate();
		expect(feed.remembered()).toEqual({});
		feed.next({ words: ['next'] });
		await feed.host.poll();
		expect(words()).toEqual([['next', 1]]);
	});

	test('begin as the static data of the node', async () => {
		feed.host.setStaticData({ 'node:Feed': { asked: 41 } });
		await active();
		expect(words()).toEqual([['first', 42]]);
		feed.host.setStaticData({ 'node:Feed': { asked: 99 } });
		await feed.host.poll();
		expect(feed.remembered()).toEqual({ asked: 100 });
	});

	test('are stored alone by a poll that gives nothing', async () => {
		await active();
		expect(await feed.host.poll()).toEqual({});
		expect(feed.requests()).toEqual([UPDATE]);
		expect(feed.remembered()).toEqual({ asked: 2 });
	});

	test('are stored with the execution', async () => {
		await active();
		feed.next({ words: ['second'] });
		expect(await feed.host.poll()).toEqual({
			items: [{ word: 'second', asked: 2, budget: 36_000 }],
		});
		expect(feed.remembered()).toEqual({ asked: 2 });
		expect(feed.host.outputs('Echo').map(({ word }) => word)).toEqual(['first', 'second']);
	});

	test('are left as they were by a poll that throws', async () => {
		await active();
		feed.next({ crack: 'Cracked' }, { words: ['after'] });
		expect((await feed.host.poll()).error).toMatchObject({ message: 'Cracked' });
		expect(feed.host.failures()).toHaveLength(1);
		expect(feed.remembered()).toEqual({ asked: 1 });
		await feed.host.poll();
		expect(words()).toEqual([
			['first', 1],
			['after', 2],
		]);
		const statuses = (await feed.host.settled()).map(({ status }) => status);
		expect(statuses).toEqual(['success', 'error', 'success']);
	});

	test('are a copy in each of two polls at a time', async () => {
		await active();
		feed.next({ pair: true, words: ['one'] }, { pair: true, words: ['two'] });
		await Promise.all([feed.host.pollNow(), feed.host.pollNow()]);
		expect(words().map(([, asked]) => asked)).toEqual([1, 2, 2]);
		expect(feed.remembered()).toEqual({ asked: 2 });
	});

	test('go on after n8n has started again, which polls nothing by itself', async () => {
		await active();
		await feed.host.restart();
		expect(feed.requests()).toEqual([]);
		await feed.host.poll();
		expect(feed.requests()).toEqual([UPDATE]);
		expect(feed.remembered()).toEqual({ asked: 2 });
	});

	test('outlive that the workflow is deactivated', async () => {
		await active();
		await feed.host.deactivate();
		await active();
		expect(words()).toEqual([
			['first', 1],
			['first', 2],
		]);
	});

	test('are lost together with the execution when n8n dies', async () => {
		await active();
		feed.host.loseWrites();
		feed.next({ words: ['lost'] }, { words: ['again'] });
		await feed.host.poll();
		await feed.host.restart();
		await feed.host.poll();
		expect(words()).toEqual([
			['first', 1],
			['again', 2],
		]);
	});

	test('are left as they were, if the execution cannot be started', async () => {
		await active();
		const broken = jest.spyOn(Executions.prototype, 'start').mockRejectedValueOnce('No database');
		feed.next({ words: ['lost'] });
		await feed.host.poll();
		broken.mockRestore();
		expect(feed.host.problems()).toEqual(['No database']);
		expect(feed.remembered()).toEqual({ asked: 1 });
	});

	test('are unknown to a test by hand', async () => {
		await active();
		feed.next({ words: ['tried'] });
		expect(await feed.host.test()).toMatchObject({ items: [{ word: 'tried', asked: 1 }] });
		expect(feed.remembered()).toEqual({ asked: 1 });
	});

	test('leave nothing in memory, and need the publication service', async () => {
		await active();
		expect(() => feed.host.memory()).toThrow('leave nothing in memory');
		const both = { cursors: 'durable', activation: 'classic' } as const;
		expect(() => engine.hostPolls(feedThenEcho('all'), both)).toThrow('publication service');
	});
});

describe('the publication service', () => {
	beforeEach(async () => {
		feed = await startToyFeed(engine, { activation: 'publication' });
	});

	test('tries an activation five times, and saves what all of them have changed', async () => {
		feed.next(...Array(5).fill({ crack: 'Cracked' }));
		await expect(feed.host.activate()).rejects.toThrow('Cracked');
		expect(feed.requests()).toEqual(Array(5).fill(ACTIVATE));
		expect(feed.remembered()).toEqual({ asked: 5 });
	});

	test('lets a workflow that could not be activated stay published', async () => {
		feed.next(...Array(5).fill({ crack: 'Cracked' }));
		await expect(feed.host.activate()).rejects.toThrow('Cracked');
		feed.requests();
		await feed.host.activate();
		expect(feed.requests()).toEqual([UPDATE]);
		await feed.host.restart();
		expect(feed.requests()).toEqual(['GET /feed/all?trigger/init']);
	});

	test('is content with the first try that works', async () => {
		feed.next({ crack: 'Cracked' }, { words: ['second'] });
		await feed.host.activate();
		expect(words()).toEqual([['second', 2]]);
	});

	test('leaves a node alone that did not change', async () => {
		await feed.host.activate();
		await feed.host.poll();
		await feed.host.activate();
		expect(feed.requests()).toEqual([ACTIVATE, ACTIVATE]);
		expect(feed.inMemory()).toEqual({ asked: 2 });
		feed.host.setParameters({ topic: 'sport' });
		await feed.host.activate();
		expect(feed.requests()).toEqual(['GET /feed/sport?trigger/update']);
		expect(feed.inMemory()).toEqual({ asked: 2 });
	});
});
