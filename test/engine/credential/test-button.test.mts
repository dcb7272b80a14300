import { useFlexportBench } from '../support/flexport-bench.mts';

const OK = { status: 'OK', message: 'Connection successful!' };
const NO_API = "There is no Flexport API at this address. Check 'Base URL' and 'API Version'.";

const bench = useFlexportBench();

/** Presses "Test" on a credential that is good but for these changes. */
const press = (changes: { apiToken?: string; baseUrl?: string; apiVersion?: string } = {}) =>
	bench.engine.testCredential('flexportApi', {
		apiToken: bench.flexport.tokens.full,
		baseUrl: bench.flexport.baseUrl,
		...changes,
	});
const requests = () => bench.sandbox.log.all();

test('a good credential is good, after one cheap request of the newest version', async () => {
	expect(await press()).toEqual(OK);
	expect(requests().map(({ method, path, query }) => [method, path, query])).toEqual([
		['GET', '/flexport/logistics/api/2026-02/products', { limit: '1' }],
	]);
});

test('the token goes out as a bearer token: the account that it opens is the one that answers', async () => {
	const { token } = bench.flexport.addAccount({ name: 'my shop' });
	expect(await press({ apiToken: token })).toEqual(OK);
	expect(requests().map(({ token: account, status }) => [account, status])).toEqual([
		['my shop', 200],
	]);
});

test('a token that may only read is good', async () => {
	expect(await press({ apiToken: bench.flexport.tokens.readOnly })).toEqual(OK);
});

test('a token without the scope for products is told apart from a wrong one', async () => {
	const { token } = bench.flexport.addAccount({ scopes: ['write_logistics_orders'] });
	expect(await press({ apiToken: token })).toEqual({
		status: 'Error',
		message:
			'Flexport accepts this API token, but it lacks the scope for products, which this test reads. Operations on orders work without it.',
	});
	expect(requests().map(({ status }) => status)).toEqual([403]);
});

test.each([
	['wrong', () => 'shltm_no-such-token-000000000000000000000000'],
	['revoked', () => bench.flexport.tokens.revoked],
	['empty', () => ''],
])('a token that is %s is told, and where to make a new one', async (_what, token) => {
	const { status, message } = await press({ apiToken: token() });
	expect(status).toBe('Error');
	expect(message).toBe(
		'Flexport does not accept this API token: it is mistyped, revoked or expired. Make a new one in the Flexport portal under Settings > API Tokens.',
	);
});

test.each([
	['that does not exist', '2026'],
	['that is not one', 'v2'],
])('a version %s is told', async (_what, apiVersion) => {
	expect(await press({ apiVersion })).toEqual({ status: 'Error', message: NO_API });
});

test.each(['2023-10', '2024-07', 'unstable', ' 2026-02 '])(
	'version "%s" is used as given, without spaces',
	async (apiVersion) => {
		expect(await press({ apiVersion })).toEqual(OK);
		expect(requests()[0]?.path).toBe(`/flexport/logistics/api/${apiVersion.trim()}/products`);
	},
);

test.each([
	['a slash at its end', (url: string) => `${url}/`],
	['slashes at its end', (url: string) => `${url}//`],
	['spaces around it', (url: string) => `  ${url} `],
	['a slash and a space at its end', (url: string) => `${url}/ `],
])('an address with %s is good', async (_what, change) => {
	expect(await press({ baseUrl: change(bench.flexport.baseUrl) })).toEqual(OK);
	expect(requests()[0]?.path).toBe('/flexport/logistics/api/2026-02/products');
});

test('an address without a Flexport API is told', async () => {
	expect(await press({ baseUrl: bench.sandbox.url })).toEqual({
		status: 'Error',
		message: NO_API,
	});
});

test.each([
	['where nothing answers', 'http://127.0.0.1:9', 'ECONNREFUSED'],
	['that is no address', 'flexport', 'ERR_INVALID_URL'],
])('an address %s is told', async (_what, baseUrl, message) => {
	expect(await press({ baseUrl })).toEqual({ status: 'Error', message });
});

test('a frozen account is told', async () => {
	bench.flexport.frozen = true;
	expect(await press()).toEqual({ status: 'Error', message: 'This Flexport account is frozen.' });
});

test('an address that redirects is not good, and the token is not carried on', async () => {
	const location = `${bench.flexport.baseUrl}/logistics/api/2024-07/products`;
	const fault = { kind: 'status', status: 302, headers: { location } } as const;
	bench.sandbox.faults.add({ fault });
	expect((await press()).status).toBe('Error');
	expect(requests()).toHaveLength(1);
});

// 405 and 415 can only come from something that is not the Flexport API at that address.
test.each([400, 405, 415, 429, 500, 502, 503, 504])(
	'an answer of %i is not good',
	async (status) => {
		bench.sandbox.faults.add({ when: { times: 10 }, fault: { kind: 'status', status } });
		expect((await press()).status).toBe('Error');
	},
);

test('the token stands in no message', async () => {
	const apiToken = 'shltm_no-such-token-000000000000000000000000';
	const addresses = [bench.flexport.baseUrl, bench.sandbox.url, 'http://127.0.0.1:9', 'flexport'];
	const results = await Promise.all(addresses.map((baseUrl) => press({ apiToken, baseUrl })));
	expect(results.map(({ status }) => status)).toEqual(['Error', 'Error', 'Error', 'Error']);
	expect(JSON.stringify(results)).not.toContain(apiToken);
});
