import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from './receiver.mts';

let bench: Bench;
let sku: string;
let receiver: Receiver;
let hook: string;

beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
	receiver = await openReceiver();
	hook = receiver.url;
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

const register = (changes: object = {}) =>
	bench.api().post('/webhooks', { type: 'Order.Shipped', url: hook, method: 'POST', ...changes });
const createOrder = async () => (await bench.api().post('/orders', orderBody(sku))).data;
const types = () => receiver.received.map(({ body }) => body.logisticsEventType);

test('a webhook is registered, listed, read and deleted', async () => {
	const credentials = { authMethod: 'TOKEN', token: 'secret', tokenHeader: 'x-shop-token' };
	const { status, data } = await register(credentials);
	expect(status).toBe(202);
	expect(data).toEqual({
		id: expect.any(Number),
		type: 'Order.Shipped',
		url: hook,
		method: 'POST',
		...credentials,
	});
	expect((await bench.api().get('/webhooks')).data).toEqual([data]);
	expect((await bench.api().get(`/webhooks/${data.id}`)).data).toEqual(data);
	expect((await bench.api().delete(`/webhooks/${data.id}`)).status).toBe(204);
	expect((await bench.api().delete(`/webhooks/${data.id}`)).status).toBe(404);
	expect((await bench.api().get(`/webhooks/${data.id}`)).status).toBe(404);
	expect((await bench.api().get('/webhooks')).data).toEqual([]);
});

test('the same type and url conflict; another type does not', async () => {
	await register();
	expect((await register({ method: 'PUT' })).status).toBe(409);
	expect((await register({ type: 'Order.Cancelled' })).status).toBe(202);
});

test.each([
	['no type', { type: '' }, '/type must match'],
	['a type with other signs', { type: 'Order-Shipped' }, '/type must match'],
	['a long type', { type: 'a'.repeat(51) }, '/type must match'],
	['no url', { url: undefined }, '/url is required'],
	['http to another machine', { url: 'http://example.com/hook' }, '/url must match ^https://.+'],
	['another method', { method: 'GET' }, '/method must be one of: POST, PUT'],
	['another authMethod', { authMethod: 'HMAC' }, '/authMethod must be one of'],
	[
		'BASIC_AUTH without password',
		{ authMethod: 'BASIC_AUTH', username: 'u' },
		'/password is required',
	],
	['TOKEN without header', { authMethod: 'TOKEN', token: 't' }, '/tokenHeader is required'],
	['an unknown property', { secret: 's' }, '/secret is not a known property'],
])('%s is refused', async (_what, changes, detail) => {
	const { status, data } = await register(changes);
	expect(status).toBe(422);
	expect(data.detail).toContain(detail);
});

test('as the vendor does it, plain http is refused everywhere', async () => {
	bench = await openBench({ allowInsecureWebhooks: false });
	expect((await register()).status).toBe(422);
	expect((await register({ url: 'https://example.com/hook' })).status).toBe(202);
});

test('the events of a life are delivered to those registered for them', async () => {
	for (const type of [
		'Shipment.Created',
		'Shipment.Shipped',
		'Order.Shipped',
		'Inventory.Adjusted',
		'Order.Cancelled',
	]) {
		await register({ type, url: `${hook}/${type}` });
	}
	const { id } = await createOrder();
	await bench.clock.advance(16_000);
	expect(types().sort()).toEqual([
		'Inventory.Adjusted',
		'Order.Shipped',
		'Shipment.Created',
		'Shipment.Shipped',
	]);
	const shipped = receiver.received.find(({ body }) => body.logisticsEventType === 'Order.Shipped');
	expect(shipped?.headers['content-type']).toBe('application/json');
	expect(shipped?.body).toEqual({
		logisticsAccountId: expect.any(String),
		logisticsEventId: expect.any(String),
		logisticsEventType: 'Order.Shipped',
		logisticsEventTime: '2026-01-15T12:00:08.000Z',
		id,
		orderId: id,
		externalOrderId: 'WEB-1',
	});
	const adjusted = receiver.received.find(
		({ body }) => body.logisticsEventType === 'Inventory.Adjusted',
	);
	expect(adjusted?.body).toMatchObject({
		reason: 'SHIPPED',
		adjustments: [{ logisticsSKU: sku, changes: [{ state: 'AVAILABLE', delta: -1 }] }],
	});
});

test('a cancelled order is told at once, with its shipment', async () => {
	await register({ type: 'Order.Cancelled' });
	await register({ type: 'Shipment.Cancelled' });
	const { id } = await createOrder();
	await bench.clock.advance(2000);
	await bench.api().post(`/orders/${id}/cancel`);
	await bench.sandbox.flexport.hooks.settled();
	expect(types().sort()).toEqual(['Order.Cancelled', 'Shipment.Cancelled']);
});

test.each([
	['TOKEN', { token: 's3cret', tokenHeader: 'X-Shop-Token' }, 'x-shop-token', 's3cret'],
	[
		'BASIC_AUTH',
		{ username: 'ü', password: 'p:w' },
		'authorization',
		`Basic ${Buffer.from('ü:p:w').toString('base64')}`,
	],
])('%s credentials are sent along', async (authMethod, credentials, header, value) => {
	await register({ authMethod, ...credentials, method: 'PUT' });
	await createOrder();
	await bench.clock.advance(8000);
	expect(receiver.received).toHaveLength(1);
	expect(receiver.received[0]?.method).toBe('PUT');
	expect(receiver.received[0]?.headers[header]).toBe(value);
});

const MINUTE = 60_000;

test('what is not answered 200 is sent again after 5, 10, 20, 40, then 60 minutes, ten times in all', async () => {
	receiver.answer = 204;
	await register();
	await createOrder();
	await bench.clock.advance(8000);
	await bench.clock.advance(24 * 60 * MINUTE);
	const attempts = bench.sandbox.flexport.hooks.attempts();
	const gaps = attempts.slice(1).map(({ at }, index) => (at - (attempts[index]?.at ?? 0)) / MINUTE);
	expect(gaps).toEqual([5, 10, 20, 40, 60, 60, 60, 60, 60]);
	expect(new Set(receiver.received.map(({ body }) => body.logisticsEventId)).size).toBe(1);
});

test('a delivery that is accepted at last is not sent again', async () => {
	receiver.answer = 500;
	await register();
	await createOrder();
	await bench.clock.advance(8000);
	receiver.answer = 200;
	await bench.clock.advance(24 * 60 * MINUTE);
	expect(bench.sandbox.flexport.hooks.attempts().map(({ status }) => status)).toEqual([500, 200]);
});

test('a receiver that cannot be reached is tried again, until its webhook is deleted', async () => {
	const { data } = await register({ url: 'http://127.0.0.1:1/nobody' });
	await createOrder();
	await bench.clock.advance(8000);
	await bench.clock.advance(5 * MINUTE);
	await bench.api().delete(`/webhooks/${data.id}`);
	await bench.clock.advance(24 * 60 * MINUTE);
	const attempts = bench.sandbox.flexport.hooks.attempts();
	expect(attempts).toHaveLength(2);
	expect(attempts[0]?.error).toContain('ECONNREFUSED');
});

test('events are listed oldest first, page by page', async () => {
	for (const [index, ms] of [0, 1000, 1000].entries()) {
		await bench.clock.advance(ms);
		await bench.api().post('/orders', orderBody(sku, { externalOrderId: `E${index}` }));
	}
	await bench.clock.advance(60_000);
	const seen: { id: string; type: string; time: string; payload: { externalOrderId?: string } }[] =
		[];
	let url: string | undefined = '/events?limit=5';
	for (let pages = 0; url !== undefined && pages < 10; pages += 1) {
		const { data, headers }: { data: typeof seen; headers: Record<string, unknown> } = await bench
			.api()
			.get(url);
		seen.push(...data);
		url = /^<([^>]+)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1];
	}
	// Shipment.Created, Shipment.Shipped, Order.Shipped and Inventory.Adjusted for each order.
	expect(seen).toHaveLength(12);
	expect(new Set(seen.map(({ id }) => id)).size).toBe(12);
	expect(seen.map(({ time }) => time)).toEqual(seen.map(({ time }) => time).sort());
	const shipped = await bench.api().get('/events?type=Order.Shipped');
	expect(
		shipped.data.map(
			(each: { payload: { externalOrderId: string } }) => each.payload.externalOrderId,
		),
	).toEqual(['E0', 'E1', 'E2']);
	expect(shipped.headers).not.toHaveProperty('link');
	const [some] = seen;
	expect((await bench.api().get(`/events?ids[]=${some?.id ?? ''}`)).data).toEqual([some]);
	expect((await bench.api().get('/events?after=2026-01-15T12:00:09.500Z')).data).toHaveLength(3);
});

test.each([
	'limit=250',
	'limit=0',
	'type=Order%20Shipped',
	'page_info=nonsense',
	'after=yesterday',
])('GET /events?%s is refused', async (query) => {
	expect((await bench.api().get(`/events?${query}`)).status).toBe(400);
});
