import axios from 'axios';
import { SCOPES } from '../../sandbox/flexport/enums.mts';
import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(closeBenches);

const NEEDS: [method: string, path: string, scope: string][] = [
	['POST', '/products', 'write_logistics_products'],
	['GET', '/products', 'read_logistics_products'],
	['GET', '/products/D0000000000', 'read_logistics_products'],
	['GET', '/products/D0000000000/inventory', 'read_logistics_products'],
	['GET', '/products/inventory/all', 'read_logistics_products'],
	['POST', '/products/warehouse', 'read_logistics_products'],
	['POST', '/orders', 'write_logistics_orders'],
	['GET', '/orders/1', 'read_logistics_orders'],
	['GET', '/orders/external_id/1', 'read_logistics_orders'],
	['POST', '/orders/1/retry', 'write_logistics_orders'],
	['POST', '/orders/1/cancel', 'write_logistics_orders'],
	['POST', '/webhooks', 'write_logistics_webhooks'],
	['GET', '/webhooks', 'read_logistics_webhooks'],
	['GET', '/webhooks/1', 'read_logistics_webhooks'],
	['DELETE', '/webhooks/1', 'write_logistics_webhooks'],
	['GET', '/events', 'read_logistics_events'],
];

test.each(NEEDS)('%s %s needs the scope %s, and no other', async (method, url, scope) => {
	const { flexport } = bench.sandbox;
	const without = flexport.addAccount({ scopes: SCOPES.filter((other) => other !== scope) });
	const refused = await bench.api(without.token).request({ method, url });
	expect(refused.status).toBe(403);
	expect(refused.data.detail).toContain(scope);
	const withIt = flexport.addAccount({ scopes: [scope] });
	const allowed = await bench.api(withIt.token).request({ method, url });
	expect([401, 403]).not.toContain(allowed.status);
});

test.each([
	['no header', undefined],
	['another scheme', 'Basic abc'],
	['a bare token', 'shltm_sandbox-full-access-00000000000000000001'],
	['an unknown token', 'Bearer shltm_unknown'],
	['a revoked token', 'Bearer shltm_sandbox-revoked-000000000000000000000004'],
])('%s is answered 401 with code and message', async (_what, authorization) => {
	const answer = await axios.get(
		`${bench.sandbox.flexport.baseUrl}/logistics/api/2024-07/products`,
		{
			headers: authorization === undefined ? {} : { authorization },
			validateStatus: () => true,
		},
	);
	expect(answer.status).toBe(401);
	expect(answer.data).toMatchObject({
		title: 'Unauthorized',
		status: 401,
		code: 401,
		message: expect.any(String),
	});
});

test('the fixed tokens do what they are named for and have the form of real ones', async () => {
	const { tokens } = bench.sandbox.flexport;
	for (const token of Object.values(tokens)) expect(token).toMatch(/^shltm_[0-9A-Za-z_-]{40}$/);
	expect((await bench.api(tokens.readOnly).get('/webhooks')).status).toBe(200);
	expect((await bench.api(tokens.readOnly).post('/products', {})).status).toBe(403);
	expect((await bench.api(tokens.noScopes).get('/webhooks')).status).toBe(403);
});

test('accounts do not see each other', async () => {
	const { flexport } = bench.sandbox;
	const product = flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' });
	const { data: order } = await bench.api().post('/orders', orderBody(product.logisticsSku));
	const stranger = bench.api(flexport.addAccount().token);
	expect((await stranger.get('/products')).data).toEqual([]);
	expect((await stranger.get(`/products/${product.logisticsSku}`)).status).toBe(404);
	expect((await stranger.get(`/orders/${order.id}`)).status).toBe(404);
	expect((await stranger.get('/orders/external_id/WEB-1')).status).toBe(404);
	expect((await stranger.post(`/orders/${order.id}/cancel`)).status).toBe(404);
	expect((await stranger.post('/orders', orderBody(product.logisticsSku))).status).toBe(422);
});

test('a frozen account is answered 423 until it thaws', async () => {
	bench.sandbox.flexport.frozen = true;
	expect((await bench.api().get('/products')).status).toBe(423);
	bench.sandbox.flexport.frozen = false;
	expect((await bench.api().get('/products')).status).toBe(200);
});
