import { gzipSync } from 'node:zlib';
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

async function active(parameters = {}): Promise<void> {
	bell = await startToyBell(engine, parameters);
	await bell.host.activate();
	bell.requests();
}

afterEach(async () => {
	await bell.close();
});

const STARTED = [200, { message: 'Workflow was started' }];
const counts = () => bell.host.outputs().map(({ count }) => count);
/** Waits for something that no promise tells of. */
async function until(happened: () => boolean): Promise<void> {
	while (!happened()) await new Promise((resolve) => setImmediate(resolve));
}

describe('what n8n answers', () => {
	beforeEach(async () => await active());

	test.each([
		['an event', {}, STARTED],
		['what starts nothing', { ask: 'ping' }, [200, { message: 'Webhook call received' }]],
		['what the node answers by itself', { ask: 'pong' }, [200, 'pong']],
	])('to %s', async (_name, content, expected) => {
		expect(await bell.send(content)).toEqual(expected);
		expect(bell.host.executions()).toHaveLength(expected === STARTED ? 1 : 0);
	});

	test('nothing, when the node uses the response object', async () => {
		expect(await bell.send({}, { secret: 'other' })).toEqual([401, { message: 'Who are you?' }]);
		expect(bell.host.executions()).toEqual([]);
	});

	test('500 to an event that makes the node throw; the execution fails', async () => {
		expect(await bell.send({ ask: 'throw' })).toEqual([
			500,
			{ code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' },
		]);
		expect(bell.host.failures().map(String)).toEqual(['Error: Cracked']);
		const [run] = await bell.host.settled();
		expect(run?.status).toBe('error');
		expect(run?.error?.message).toBe('Cracked');
		expect(bell.host.outputs()).toEqual([]);
	});

	test.each(['GET', 'HEAD', 'PUT'])('404 to %s', async (method) => {
		const [status, body] = await bell.send({}, { method });
		const message = `This webhook is not registered for ${method} requests. Did you mean to make a POST request?`;
		expect(status).toBe(404);
		expect(body).toEqual(method === 'HEAD' ? '' : { code: 404, message });
	});

	test('204 to OPTIONS', async () => {
		expect(await bell.send({}, { method: 'OPTIONS' })).toEqual([204, '']);
	});

	test.each(['/webhook/other', '/other'])('404 to %s', async (path) => {
		expect((await bell.send({}, { url: `${bell.host.url}${path}` }))[0]).toBe(404);
	});
});

describe('the body', () => {
	beforeEach(async () => await active());
	const received = () => bell.host.outputs()[0];

	test('is JSON, next to its raw text and the rest of the request', async () => {
		const body = '{ "word": "hello" }';
		await bell.send({}, { body, url: `${bell.host.productionUrl}?a=1&a=2` });
		expect(received()).toEqual({
			body: { word: 'hello' },
			raw: body,
			path: new URL(bell.host.productionUrl).pathname,
			query: { a: ['1', '2'] },
			ip: '127.0.0.1',
			rawHeader: 'X-Secret',
			mode: 'webhook',
			count: 1,
		});
	});

	test('is decompressed, and so is its raw text', async () => {
		const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
		await bell.send({}, { body: new Uint8Array(gzipSync('{"word":"small"}')), headers });
		expect(received()).toMatchObject({ body: { word: 'small' }, raw: '{"word":"small"}' });
	});

	test('may be a form', async () => {
		await bell.send({}, { body: new URLSearchParams({ word: 'form' }) });
		expect(received()).toMatchObject({ body: { word: 'form' }, raw: 'word=form' });
	});

	test('of a multipart request has no raw text', async () => {
		const body = new FormData();
		body.set('word', 'part');
		body.set('file', new File(['123'], 'a.txt', { type: 'text/plain' }));
		await bell.send({}, { body });
		expect(received()?.raw).toBeUndefined();
		expect(received()?.body).toEqual({
			data: { word: 'part' },
			files: { file: { originalFilename: 'a.txt', mimetype: 'text/plain', size: 3 } },
		});
	});

	test.each([
		['text is text', 'text/plain', 'hello', 'hello'],
		['an unknown type is not parsed', 'application/octet-stream', 'hello', undefined],
		['an empty one is not there', 'application/json', '', undefined],
	])('%s', async (_name, type, body, expected) => {
		expect(await bell.send({}, { body, headers: { 'content-type': type } })).toEqual(STARTED);
		expect(received()?.body).toEqual(expected);
		expect(received()?.raw).toBe(body);
	});

	test.each([
		['JSON that cannot be parsed', '{"word', 422, 'Failed to parse request body'],
		[
			'more than 16 MB',
			' '.repeat(16 * 1024 * 1024 + 1),
			500,
			'There was a problem executing the workflow',
		],
	])('%s never gets to the node', async (_name, body, status, message) => {
		const [answered, answer] = await bell.send({}, { body });
		expect(answered).toBe(status);
		expect(answer).toMatchObject({ message });
		expect(bell.host.executions()).toEqual([]);
	});
});

describe('static data', () => {
	test('is saved before n8n answers', async () => {
		await active();
		await bell.send({});
		await bell.send({});
		expect(counts()).toEqual([1, 2]);
		expect(bell.remembered()).toMatchObject({ count: 2 });
	});

	test('is a copy in each of two deliveries at a time, and the last to save wins', async () => {
		await active();
		const twin = await bell.host.createTwin();
		await Promise.all([
			bell.send({ ask: 'pair' }),
			bell.send({ ask: 'pair' }, { url: twin.productionUrl }),
		]);
		expect(counts()).toEqual([1, 1]);
		expect(bell.remembered()).toMatchObject({ count: 1 });
	});

	test('can be set, as a copy', async () => {
		await active();
		bell.host.setStaticData({ 'node:Bell': { secret: 'mine', count: 41 } });
		expect(await bell.send({}, { secret: 'mine' })).toEqual(STARTED);
		expect(counts()).toEqual([42]);
	});

	test('is not saved before the workflow ends, when the answer waits for that', async () => {
		await active({ respond: 'lastNode', respondWith: 'firstEntryJson' });
		const release = bell.host.holdRuns();
		const answer = bell.send({ word: 'late' });
		await until(() => bell.host.outputs().length === 1);
		expect(bell.remembered()).toMatchObject({ count: 0 });
		release();
		expect(await answer).toEqual([200, { word: 'late', token: null }]);
		expect(bell.remembered()).toMatchObject({ count: 1 });
	});
});

describe('the workflow', () => {
	test('runs behind the trigger, while n8n has answered already', async () => {
		await active();
		const release = bell.host.holdRuns();
		expect(await bell.send({ word: 'hello' })).toEqual(STARTED);
		expect(bell.host.outputs('Bell')).toHaveLength(1);
		expect(bell.host.outputs('Echo')).toEqual([]);
		expect(bell.requests()).toEqual([]);
		release();
		const [run] = await bell.host.settled();
		expect(run?.items('Echo').map(({ json }) => json.word)).toEqual(['hello']);
		expect(bell.host.outputs('Echo')).toEqual([{ word: 'hello', token: null }]);
	});

	test('that fails is 500, if the answer waits for it', async () => {
		await active({ respond: 'lastNode' });
		expect(await bell.send({ word: 'bad' })).toEqual([500, { message: 'Error in workflow' }]);
	});
});
