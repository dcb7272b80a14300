import { createEngine, type Engine } from './harness/index.mts';
import { startToyBell, type ToyBell } from './harness/toy-bell.mts';
import { writeToyPackage } from './harness/toy-package.mts';

let toy: ReturnType<typeof writeToyPackage>;
let engine: Engine;
let bell: ToyBell;

beforeAll(async () => {
	toy = writeToyPackage();
	engine = await createEngine(toy.directory);
});

afterAll(() => {
	engine.close();
	toy.remove();
});

afterEach(async () => {
	await bell.close();
});

const STARTED = [200, { message: 'Workflow was started' }];
const CREATED = { hookId: 'hook-1', secret: 'secret-1', count: 0 };
const ACTIVATION = ['GET /hooks/undefined?trigger/activate', 'POST /hooks?trigger/activate'];
const UNDO = 'DELETE /hooks/undefined?internal/update';

describe('activating', () => {
	test('asks whether the webhook exists, creates it, and keeps what create has noted', async () => {
		bell = await startToyBell(engine);
		await bell.host.activate();
		expect(bell.requests()).toEqual(ACTIVATION);
		expect(bell.remembered()).toEqual(CREATED);
		expect(bell.server.hooks.get('hook-1')?.url).toBe(bell.host.productionUrl);
	});

	test('tells the node the public address, and listens at its own', async () => {
		bell = await startToyBell(engine, {}, { publicUrl: 'https://n8n.example.com/' });
		await bell.host.activate();
		const { pathname } = new URL(bell.host.productionUrl);
		expect(bell.server.hooks.get('hook-1')?.url).toBe(`https://n8n.example.com${pathname}`);
		expect(await bell.send({ word: 'hello' })).toEqual(STARTED);
	});

	test('fails with what create has thrown, after taking the webhook down twice', async () => {
		bell = await startToyBell(engine, { broken: true });
		await expect(bell.host.activate()).rejects.toThrow('422');
		expect(bell.requests()).toEqual([...ACTIVATION, UNDO, UNDO]);
		expect(bell.remembered()).toBeUndefined();
		expect(bell.host.problems()).toHaveLength(2);
		expect((await bell.send({}))[0]).toBe(404);
	});

	test('uses the credentials as they were saved last', async () => {
		bell = await startToyBell(engine);
		bell.host.setCredentials({ keyApi: { url: 'http://127.0.0.1:9' } });
		await expect(bell.host.activate()).rejects.toThrow('ECONNREFUSED');
	});

	test('anew takes the webhook of the version before down first', async () => {
		bell = await startToyBell(engine);
		await bell.host.activate();
		bell.host.setParameters({ respondWith: 'noData' });
		bell.requests();
		expect(await bell.send({ ask: 'pong' })).toEqual([200, 'pong']);
		await bell.host.activate();
		expect(bell.requests()).toEqual([
			'DELETE /hooks/hook-1?internal/update',
			'GET /hooks/undefined?trigger/update',
			'POST /hooks?trigger/update',
		]);
		expect(await bell.send({ word: 'hello' }, { secret: 'secret-2' })).toEqual([200, '']);
	});
});

describe('deactivating', () => {
	test('deletes the webhook, and the URL is unknown', async () => {
		bell = await startToyBell(engine);
		await bell.host.activate();
		await bell.host.deactivate();
		expect(bell.server.hooks.size).toBe(0);
		expect(bell.remembered()).toEqual({ secret: 'secret-1', count: 0 });
		const [status, body] = await bell.send({});
		expect(status).toBe(404);
		expect(body).toMatchObject({ code: 404, hint: expect.stringContaining('must be active') });
	});

	test('only logs what delete throws, and forgets what it has noted', async () => {
		bell = await startToyBell(engine);
		await bell.host.activate();
		bell.server.hooks.clear();
		await bell.host.deactivate();
		expect(bell.host.problems().map(String)).toEqual([expect.stringContaining('404')]);
		expect(bell.remembered()).toEqual(CREATED);
	});
});

describe('starting n8n again', () => {
	beforeEach(async () => {
		bell = await startToyBell(engine);
	});

	test('asks whether the webhook still exists, with static data from the database', async () => {
		await bell.host.activate();
		bell.requests();
		await bell.host.restart();
		expect(bell.requests()).toEqual(['GET /hooks/hook-1?trigger/init']);
		expect(await bell.send({ word: 'hello' })).toEqual(STARTED);
	});

	test('creates it again if it is gone', async () => {
		await bell.host.activate();
		bell.server.hooks.clear();
		await bell.host.restart();
		expect(bell.remembered()).toEqual({ hookId: 'hook-2', secret: 'secret-2', count: 0 });
	});

	test('after a crash knows nothing of the webhook that was created', async () => {
		await bell.host.crashDuringActivation();
		expect(bell.remembered()).toBeUndefined();
		expect(await bell.send({})).toEqual([401, { message: 'Who are you?' }]);
		await bell.host.restart();
		expect([...bell.server.hooks.keys()]).toEqual(['hook-1', 'hook-2']);
	});

	test('does nothing for a workflow that is not active', async () => {
		await bell.host.restart();
		expect(bell.requests()).toEqual([]);
	});
});

describe('with the publication service', () => {
	const publication = { activation: 'publication' } as const;

	test('a trigger that did not change is left alone, also by a start of n8n', async () => {
		bell = await startToyBell(engine, {}, publication);
		await bell.host.activate();
		await bell.host.activate();
		await bell.host.restart();
		expect(bell.requests()).toEqual(ACTIVATION);
		expect(await bell.send({ word: 'hello' })).toEqual(STARTED);
	});

	test('one that changed is taken down and registered anew', async () => {
		bell = await startToyBell(engine, {}, publication);
		await bell.host.activate();
		bell.requests();
		bell.host.setParameters({ respondWith: 'noData' });
		await bell.host.activate();
		expect(bell.requests()).toEqual([
			'DELETE /hooks/hook-1?internal/update',
			'GET /hooks/undefined?trigger/update',
			'POST /hooks?trigger/update',
		]);
	});

	test('create is tried five times; what it throws is told, but the URL stays open', async () => {
		bell = await startToyBell(engine, { broken: true }, publication);
		await expect(bell.host.activate()).rejects.toThrow('422');
		expect(bell.requests()).toEqual(
			Array(5)
				.fill([...ACTIVATION, UNDO])
				.flat(),
		);
		expect((await bell.send({}))[0]).toBe(401);
	});

	test('delete is tried three times', async () => {
		bell = await startToyBell(engine, {}, publication);
		await bell.host.activate();
		bell.server.hooks.clear();
		bell.requests();
		await bell.host.deactivate();
		expect(bell.requests()).toEqual(Array(3).fill('DELETE /hooks/hook-1?internal/update'));
		expect(bell.host.problems()).toHaveLength(1);
		expect((await bell.send({}))[0]).toBe(404);
	});

	test('what a crash has lost stays lost until the workflow is unpublished', async () => {
		bell = await startToyBell(engine, {}, publication);
		await bell.host.crashDuringActivation();
		await bell.host.restart();
		await bell.host.activate();
		expect(bell.requests()).toEqual(ACTIVATION);
		expect(await bell.send({})).toEqual([401, { message: 'Who are you?' }]);
	});
});
