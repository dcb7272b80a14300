import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';

const LIST = { operation: 'getAll' };

const bench = useFlexportBench();

const credentials = (changes: { apiToken?: string; baseUrl?: string; apiVersion?: string }) => ({
	flexportApi: {
		apiToken: bench.flexport.tokens.full,
		baseUrl: bench.flexport.baseUrl,
		...changes,
	},
});
const paths = () => bench.sandbox.log.all().map(({ path }) => path);

test('the version of the credential is the one that is called; by default the newest', async () => {
	await bench.output('product', LIST, { credentials: credentials({}) });
	await bench.output('product', LIST, { credentials: credentials({ apiVersion: '2023-10' }) });
	expect(paths()).toEqual([
		'/flexport/logistics/api/2026-02/products',
		'/flexport/logistics/api/2023-10/products',
	]);
});

test.each([
	['a slash at its end', (url: string) => `${url}/`],
	['spaces around it', (url: string) => `  ${url} `],
])('an address with %s works', async (_what, change) => {
	const baseUrl = change(bench.flexport.baseUrl);
	await bench.output('product', LIST, { credentials: credentials({ baseUrl }) });
	expect(paths()).toEqual(['/flexport/logistics/api/2026-02/products']);
});

test('the credential opens its own account, for every node', async () => {
	const { token } = bench.flexport.addAccount({ name: 'my shop' });
	await bench.output('product', LIST, { token });
	await bench.output('inventory', LIST, { token });
	await bench.run(
		'fulfillmentOrder',
		{ operation: 'get', order: locator('externalId', 'SHOP-1') },
		{ token },
	);
	const accounts = new Set(bench.sandbox.log.all().map((request) => request.token));
	expect(accounts).toEqual(new Set(['my shop']));
});

test.each([
	[
		'no address',
		{ baseUrl: 'flexport' },
		"The credential's 'Base URL' is not a web address",
		'https://logistics-api.flexport.com',
	],
	[
		'the address of the freight API',
		{ baseUrl: 'https://api.flexport.com/' },
		"The credential's 'Base URL' is that of Flexport's freight forwarding API",
		'https://logistics-api.flexport.com',
	],
	[
		'no version',
		{ apiVersion: 'v2' },
		"The credential's 'API Version' is not of the form YYYY-MM",
		'2026-02',
	],
])(
	'a credential with %s is told by name, and nothing is sent',
	async (_what, changes, message, fix) => {
		const options = { credentials: credentials(changes) };
		const error = await bench.failure('product', LIST, options);
		expect(error.message).toBe(`${message} [item 0]`);
		expect(error.description).toContain(fix);
		expect(bench.sandbox.log.all()).toEqual([]);
	},
);

test('an address without the API is told, with both places to look at', async () => {
	const options = { credentials: credentials({ baseUrl: bench.sandbox.url }) };
	const error = await bench.failure('product', LIST, options);
	expect(error.message).toBe('Flexport did not find this (HTTP 404) [item 0]');
	expect(error.description).toContain("'Base URL' and 'API Version'");
});

test('an address that redirects is not followed', async () => {
	const location = `${bench.flexport.baseUrl}/logistics/api/2024-07/products`;
	const fault = { kind: 'status', status: 302, headers: { location } } as const;
	bench.sandbox.faults.add({ fault });
	const error = await bench.failure('product', LIST);
	expect(error.message).toContain('(HTTP 302)');
	expect(bench.sandbox.log.all()).toHaveLength(1);
});

test('a token that the API repeats in its answer is taken out of the error', async () => {
	const token = bench.flexport.tokens.full;
	const body = { title: 'Bad Request', detail: `The token ${token} cannot be used here.` };
	bench.sandbox.faults.add({ when: { times: 2 }, fault: { kind: 'status', status: 400, body } });
	const error = await bench.failure('product', LIST);
	expect(error.message).toBe(
		'Flexport could not read the request: The token *** cannot be used here (HTTP 400) [item 0]',
	);
	expect(error.description).not.toContain('The API said');
	const result = await bench.run('product', LIST, { onError: 'continueRegularOutput' });
	expect(JSON.stringify(result.items(NODE))).toContain('The token *** cannot be used here.');
});
