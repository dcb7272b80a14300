import { AGENT, createEngine, type Engine, NODE, type WorkflowFile } from './harness/index.mts';
import { writeToyPackage } from './harness/toy-package.mts';
import { GOOD_KEY, startToyServer, type ToyServer } from './harness/toy-server.mts';

const ECHO = 'n8n-nodes-toy.echo';
const WORDS = [{ word: 'one' }, { word: 'bad' }, { word: 'three' }];
const word = '={{ $json.word }}';

let toy: ReturnType<typeof writeToyPackage>;
let server: ToyServer;
let engine: Engine;
let credentials: { keyApi: { key: string; url: string } };

beforeAll(async () => {
	toy = writeToyPackage();
	server = await startToyServer();
	engine = await createEngine(toy.directory);
	credentials = { keyApi: { key: GOOD_KEY, url: server.url } };
});

afterAll(async () => {
	engine.close();
	await server.close();
	toy.remove();
});

beforeEach(() => {
	server.requests.length = 0;
});

test('a package is loaded as n8n loads it: codex and icon belong to the node', () => {
	const description = engine.describeNode(ECHO);
	expect(description.codex?.categories).toEqual(['Miscellaneous']);
	expect(description.iconUrl).toBe('icons/n8n-nodes-toy/dist/echo.svg');
});

test('a type that no package brings is named', async () => {
	await expect(engine.runNode('n8n-nodes-toy.nothing', {})).rejects.toThrow(
		'There is no node type "n8n-nodes-toy.nothing"',
	);
});

describe('running a node', () => {
	test('expressions are resolved per item, and items point at their origin', async () => {
		const input = [{ word: 'one' }, { word: 'two' }];
		const result = await engine.runNode(ECHO, { word }, { credentials, input });
		expect(result.status).toBe('success');
		expect(result.items(NODE)).toEqual([
			{ json: { word: 'one', token: null }, pairedItem: { item: 0 } },
			{ json: { word: 'two', token: null }, pairedItem: { item: 1 } },
		]);
	});

	test('without input the trigger emits one empty item', async () => {
		const result = await engine.runNode(ECHO, { word: 'alone' }, { credentials });
		expect(result.items(NODE).map(({ json }) => json.word)).toEqual(['alone']);
	});

	test('a run in production takes the same items', async () => {
		const input = [{ word: 'one' }, { word: 'two' }];
		const options = { credentials, input, mode: 'trigger' } as const;
		const result = await engine.runNode(ECHO, { word }, options);
		expect(result.items(NODE).map(({ json }) => json.word)).toEqual(['one', 'two']);
	});

	test('stops at an error by default, and says which', async () => {
		const result = await engine.runNode(ECHO, { word }, { credentials, input: WORDS });
		expect(result.status).toBe('error');
		expect(result.error?.message).toMatch(/422|process/);
		expect(result.items(NODE)).toEqual([]);
	});

	test('an empty required parameter is refused before anything is sent', async () => {
		const result = await engine.runNode(ECHO, { word: '' }, { credentials });
		expect(result.status).toBe('error');
		expect(result.error?.name).toBe('WorkflowHasIssuesError');
		expect(server.requests).toEqual([]);
	});

	test('retry on fail runs the node again, with all of its items', async () => {
		const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		await engine.runNode(ECHO, { word }, { credentials, input: WORDS, ...again });
		expect(server.requests).toEqual(Array(4).fill('POST /echo?demo=yes'));
	});

	test('a node that is not in the workflow is not taken for one without items', async () => {
		const result = await engine.runNode(ECHO, { word: 'one' }, { credentials });
		expect(() => result.items('Nodes')).toThrow('The workflow has no node "Nodes"');
	});
});

describe('when errors do not stop the workflow', () => {
	const refused = { error: 'Refused [item 1]', details: { httpCode: '422' } };

	test('they are regular items with onError continueRegularOutput', async () => {
		const options = { credentials, input: WORDS, onError: 'continueRegularOutput' } as const;
		const result = await engine.runNode(ECHO, { word }, options);
		expect(result.items(NODE).map(({ json }) => json.word ?? 'refused')).toEqual([
			'one',
			'refused',
			'three',
		]);
		expect(result.errorItems(NODE)).toEqual([{ json: refused, pairedItem: { item: 1 } }]);
	});

	test('they leave at the error output, with the input they came from', async () => {
		const options = { credentials, input: WORDS, onError: 'continueErrorOutput' } as const;
		const result = await engine.runNode(ECHO, { word }, options);
		expect(result.items(NODE).map(({ json }) => json.word)).toEqual(['one', 'three']);
		expect(result.errorItems(NODE)).toEqual([
			{ json: { word: 'bad', ...refused }, pairedItem: { item: 1 } },
		]);
	});
});

describe('credentials', () => {
	test('a declarative one puts its expressions into the request', async () => {
		await engine.runNode(ECHO, { word: 'one' }, { credentials });
		expect(server.requests).toEqual(['POST /echo?demo=yes']);
	});

	test('one that the run was not given is named', async () => {
		const result = await engine.runNode(ECHO, { word: 'one' });
		expect(result.error?.message).toContain('credentials');
	});

	test('an expirable token is fetched first, and again when it has expired', async () => {
		const parameters = { login: 'tokenApi', word: '={{ $json.word }}' };
		const input = [{ word: 'one' }, { word: 'two' }];
		const first = await engine.runNode(ECHO, parameters, {
			credentials: { tokenApi: { url: server.url } },
			input,
		});
		expect(first.items(NODE).map(({ json }) => json.token)).toEqual(['token-1', 'token-1']);
		const expired = await engine.runNode(ECHO, parameters, {
			credentials: { tokenApi: { url: server.url, token: 'token-0' } },
			input,
		});
		expect(expired.items(NODE).map(({ json }) => json.token)).toEqual(['token-2', 'token-2']);
	});

	test.each([
		['works', () => ({}), { status: 'OK', message: 'Connection successful!' }],
		['is refused', () => ({ key: 'other' }), { status: 'Error', message: 'The key is wrong' }],
		[
			'points nowhere',
			() => ({ url: 'http://127.0.0.1:9' }),
			{ status: 'Error', message: 'ECONNREFUSED' },
		],
	])('the test of one that %s says so', async (_name, change, expected) => {
		const result = await engine.testCredential('keyApi', { ...credentials.keyApi, ...change() });
		expect(result).toEqual(expected);
	});

	test('one without a test request cannot be tested', async () => {
		const result = await engine.testCredential('tokenApi', { url: server.url });
		expect(result.message).toBe('No testing function found for this credential.');
	});
});

test('an agent can use a node as its tool, and fills in what is left to it', async () => {
	const parameters = { word: "={{ $fromAI('word', 'What to say', 'string') }}" };
	const result = await engine.runAsTool(ECHO, parameters, { word: 'said' }, { credentials });
	expect(result.error).toBeUndefined();
	const [answer] = result.items(AGENT);
	expect(JSON.parse(String(answer?.json.answer))).toEqual([{ word: 'said', token: null }]);
	expect(answer?.json.description).toContain('Sends a word');
	expect(engine.describeNode(`${ECHO}Tool`).outputs).toEqual(['ai_tool']);
});

test('a picker is given its filter, its page, the other parameters and the credential', async () => {
	const options = { parameters: { word: 'w' }, credentials, filter: 'f', paginationToken: '2' };
	expect(await engine.listSearch(ECHO, 'words', options)).toEqual({
		results: [{ name: 'f-w-2', value: server.url }],
		paginationToken: '3',
	});
});

test('what n8n logs is collected, and holds no secret', async () => {
	const { logs } = await engine.runNode(ECHO, { word: 'logged-word' }, { credentials });
	expect(logs.join('\n')).toContain('sending logged-word');
	expect(logs.join('\n')).not.toContain(GOOD_KEY);
});

describe('cancelling', () => {
	const HOUR = 3_600_000;

	test('ends a node that waits', async () => {
		const parameters = { word, waitMs: '={{ $json.waitMs }}' };
		const input = [{ word: 'one' }, { word: 'two', waitMs: HOUR }];
		const arrival = server.arrival();
		const run = engine.runNode(ECHO, parameters, { credentials, input });
		await arrival;
		run.cancel();
		expect((await run).status).toBe('canceled');
	});

	test('works through a signal, even one that was aborted before', async () => {
		const signal = AbortSignal.abort();
		const result = await engine.runNode(
			ECHO,
			{ word: 'one', waitMs: HOUR },
			{ credentials, signal },
		);
		expect(result.status).toBe('canceled');
		expect(server.requests).toEqual([]);
	});
});

describe('running a workflow file', () => {
	const workflow: WorkflowFile = {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: { content: 'Hello' } },
			{
				name: 'First',
				type: ECHO,
				parameters: { word },
				credentials: { keyApi: { id: null, name: 'My key' } },
			},
			{
				name: 'Second',
				type: ECHO,
				parameters: { word: '={{ $("Start").item.json.word }} again' },
				credentials: { keyApi: { id: null, name: 'My key' } },
			},
		],
		connections: {
			Start: { main: [[{ node: 'First', type: 'main', index: 0 }]] },
			First: { main: [[{ node: 'Second', type: 'main', index: 0 }]] },
		},
		pinData: { Start: [{ json: { word: 'pinned' } }] },
	};
	const said = async (...input: Array<{ word: string }>) => {
		const options = input.length ? { credentials, input } : { credentials };
		const result = await engine.runWorkflow(workflow, options);
		return result.items('Second').map(({ json }) => json.word);
	};

	test('starts with the pinned data of the file', async () => {
		expect(await said()).toEqual(['pinned again']);
	});

	test('input takes the place of pinned data; paired items lead back to it', async () => {
		expect(await said({ word: 'a' }, { word: 'b' })).toEqual(['a again', 'b again']);
	});
});
