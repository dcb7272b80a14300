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

describe('listening for a test event', () => {
	const atTestUrl = () => ({ url: bell.host.testUrl });

	test('goes on until an event starts the workflow, and keeps nothing', async () => {
		bell = await startToyBell(engine);
		const { run } = await bell.host.listen();
		expect(bell.requests()).toEqual([
			'GET /hooks/undefined?manual/manual',
			'POST /hooks?manual/manual',
		]);
		expect(bell.server.hooks.get('hook-1')?.url).toBe(bell.host.testUrl);
		expect((await bell.send({}, { ...atTestUrl(), secret: 'other' }))[0]).toBe(401);
		expect(await bell.send({ ask: 'ping' }, atTestUrl())).toEqual([
			200,
			{ message: 'Webhook call received' },
		]);
		expect(await bell.send({ word: 'tried' }, atTestUrl())).toEqual(STARTED);
		expect((await run)?.items('Echo').map(({ json }) => json.word)).toEqual(['tried']);
		expect(bell.host.outputs()).toMatchObject([{ mode: 'manual', count: 1 }]);
		expect(bell.requests()).toContain('DELETE /hooks/hook-1?internal/update');
		expect((await bell.send({}, atTestUrl()))[0]).toBe(404);
		expect(bell.host.staticData()).toEqual({});
	});

	test('leaves the webhook of the active workflow alone', async () => {
		bell = await startToyBell(engine);
		await bell.host.activate();
		await bell.host.listen();
		await bell.host.stopListening();
		expect([...bell.server.hooks.keys()]).toEqual(['hook-1']);
		expect(await bell.send({ word: 'hello' })).toEqual(STARTED);
	});

	test('ends without an event when it is stopped', async () => {
		bell = await startToyBell(engine);
		const { run } = await bell.host.listen();
		await bell.host.stopListening();
		expect(await run).toBeUndefined();
		expect(bell.server.hooks.size).toBe(0);
	});

	test('fails with what create throws, after taking the webhook down', async () => {
		bell = await startToyBell(engine, { broken: true });
		await expect(bell.host.listen()).rejects.toThrow();
		expect(bell.requests().at(-1)).toBe('DELETE /hooks/undefined?internal/update');
	});

	test('is forgotten by a start of n8n, and its webhook left behind', async () => {
		bell = await startToyBell(engine);
		await bell.host.listen();
		await bell.host.restart();
		expect(bell.server.hooks.size).toBe(1);
		expect((await bell.send({}, atTestUrl()))[0]).toBe(404);
	});
});
