import { closeBenches, openBench, orderBody, UUID_V4, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;

beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(closeBenches);

const json = { 'content-type': 'application/json' };

test.each([
	['JSON that does not parse', '{"name":', json, 400],
	['an empty body', '', json, 400],
	[
		'a form',
		'name=Tee&merchantSku=TEE',
		{ 'content-type': 'application/x-www-form-urlencoded' },
		415,
	],
	[
		'JSON labelled as text',
		'{"name":"Tee","merchantSku":"T"}',
		{ 'content-type': 'text/plain' },
		415,
	],
	['a list', '[]', json, 422],
])('CreateProduct answers %s', async (_what, body, headers, status) => {
	const answer = await bench.api().post('/products', body, {
		headers,
		// As it is: axios would make valid JSON of it.
		transformRequest: (data: unknown) => data,
	});
	expect(answer.status).toBe(status);
	expect(bench.sandbox.flexport.products()).toHaveLength(1);
});

test('retry and cancel do not read their body', async () => {
	const { data } = await bench.api().post('/orders', orderBody(sku));
	const headers = { 'content-type': 'text/plain' };
	const answer = await bench.api().post(`/orders/${data.id}/cancel`, 'whatever', { headers });
	expect(answer.status).toBe(200);
});

test.each([
	['GET', '/flexport/logistics/api/2024-07/nothing', 404],
	['GET', '/flexport/logistics/api/24-07/products', 404],
	['DELETE', '/flexport/logistics/api/v1/products', 404],
	['GET', '/flexport/products', 404],
	['GET', '/flexport/logistics/api/unstable/products', 200],
	['GET', '/flexport/logistics/api/2023-10/products', 200],
	['PUT', '/flexport/logistics/api/2024-07/products', 405],
	['GET', '/flexport/logistics/api/2024-07/orders', 405],
	['PATCH', '/flexport/logistics/api/2024-07/orders/1', 405],
	['GET', '/flexport/logistics/api/2024-07/products/warehouse', 405],
	['GET', '/flexport/logistics/api/2024-07/orders/external_id/100%', 400],
])('%s %s answers %i', async (method, path, status) => {
	const answer = await bench.api().request({ method, baseURL: bench.sandbox.url, url: path });
	expect(answer.status).toBe(status);
	expect(answer.headers['x-correlation-id']).toMatch(UUID_V4);
	if (status === 200) return;
	expect(answer.headers['content-type']).toContain('application/problem+json');
	expect(answer.data).toMatchObject({
		type: expect.any(String),
		title: expect.any(String),
		status,
		detail: expect.any(String),
		instance: expect.stringContaining(answer.headers['x-correlation-id']),
	});
});

test('a path that another with parameters would take says what it takes itself', async () => {
	const url = '/flexport/logistics/api/2024-07/products/warehouse';
	const request = { baseURL: bench.sandbox.url, url };
	for (const method of ['GET', 'PUT', 'DELETE']) {
		const { status, headers } = await bench.api().request({ ...request, method });
		expect([status, headers.allow]).toEqual([405, 'POST']);
	}
});

test.each([
	['/products?limit=ten', 'limit must be a number'],
	['/products?limit=0', 'limit must be >= 1'],
	['/products?offset=-1', 'offset must be >= 0'],
	['/products/inventory/all?poolName=default', 'poolName must be one of: DEFAULT'],
])('GET %s is refused', async (path, detail) => {
	const answer = await bench.api().get(path);
	expect(answer.status).toBe(400);
	expect(answer.data.detail).toContain(detail);
});
