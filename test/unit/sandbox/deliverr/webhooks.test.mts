import axios, { type AxiosInstance } from 'axios';
import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';
import { openDesk, type Desk } from './desk.mts';

let desk: Desk;
let receiver: Receiver;
let hooks: AxiosInstance;

beforeEach(async () => {
	desk = await openDesk();
	receiver = await openReceiver();
	hooks = webhooksWith(desk.control.tokens.access);
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

function webhooksWith(token: string): AxiosInstance {
	return axios.create({
		baseURL: `${desk.control.baseUrl}/webhooks/v1`,
		headers: { authorization: `Bearer ${token}` },
		validateStatus: () => true,
	});
}

const register = (changes: object = {}) =>
	hooks.post('/webhook', {
		type: 'ORDER_STATUS_UPDATE',
		url: receiver.url,
		method: 'POST',
		...changes,
	});

test('a webhook is registered, listed, read and deleted', async () => {
	const credentials = { authMethod: 'TOKEN', token: 'secret', tokenHeader: 'x-shop-token' };
	const { status, data } = await register(credentials);
	expect(status).toBe(200);
	expect(data).toEqual({
		id: expect.stringMatching(/[A-Z]/),
		type: 'ORDER_STATUS_UPDATE',
		url: receiver.url,
		method: 'POST',
		...credentials,
	});
	expect((await hooks.get('/webhook')).data).toEqual([data]);
	expect(desk.control.hooks.list()).toEqual([data]);
	expect((await hooks.get(`/webhook/${data.id}`)).data).toEqual(data);
	const deleted = await hooks.delete(`/webhook/${data.id}`);
	expect([deleted.status, deleted.data]).toEqual([200, '']);
	for (const call of [hooks.delete, hooks.get]) {
		const gone = await call(`/webhook/${data.id}`);
		expect([gone.status, gone.data]).toEqual([404, { code: 404, message: expect.any(String) }]);
	}
	expect((await hooks.get('/webhook')).data).toEqual([]);
});

test.each([
	[{ type: 'Order.Shipped' }, 'type'],
	[{ type: undefined }, 'type'],
	[{ url: undefined }, 'url'],
	[{ url: 'http://example.com/hook' }, 'url'],
	[{ url: 'not a url' }, 'url'],
	[{ method: 'PATCH' }, 'method'],
	[{ authMethod: 'HMAC' }, 'authMethod'],
	[{ authMethod: 'BASIC_AUTH', username: 'u' }, 'password'],
	[{ authMethod: 'TOKEN', token: 't' }, 'tokenHeader'],
	[{ authMethod: 'TOKEN', token: 't', tokenHeader: 'a b' }, 'tokenHeader'],
	[{ secret: 's' }, 'secret'],
])('%j is refused', async (changes, field) => {
	const { status, data } = await register(changes);
	expect([status, data]).toEqual([400, { code: 400, message: expect.stringContaining(field) }]);
	expect(desk.control.hooks.list()).toEqual([]);
});

test('as the vendor does it, plain http is refused everywhere', async () => {
	desk = await openDesk({ allowInsecureWebhooks: false });
	hooks = webhooksWith(desk.control.tokens.access);
	expect((await register()).status).toBe(400);
	expect((await register({ url: 'https://example.com/hook' })).status).toBe(200);
});

test('a token needs the scope of webhooks, and may not only read to change something', async () => {
	await register();
	const { ordersOnly, readOnly, expired } = desk.control.tokens;
	hooks = webhooksWith(ordersOnly);
	const refused = await hooks.get('/webhook');
	expect([refused.status, refused.data.message]).toEqual([
		403,
		expect.stringContaining('api/webhooks'),
	]);
	hooks = webhooksWith(readOnly);
	expect((await hooks.get('/webhook')).data).toHaveLength(1);
	expect((await register()).status).toBe(403);
	hooks = webhooksWith(expired);
	expect((await hooks.get('/webhook')).status).toBe(401);
});

test('an account sees and removes only its own', async () => {
	const { data } = await register();
	hooks = webhooksWith(desk.control.addAccount().accessToken);
	expect((await hooks.get('/webhook')).data).toEqual([]);
	expect((await hooks.delete(`/webhook/${data.id}`)).status).toBe(404);
});

test('statuses that are not documented are as chosen', async () => {
	desk.control.createdWebhookStatus = 202;
	desk.control.deletedWebhookStatus = 204;
	const { status, data } = await register();
	expect(status).toBe(202);
	expect((await hooks.delete(`/webhook/${data.id}`)).status).toBe(204);
});

test.each([
	['TOKEN', { token: 's3cret', tokenHeader: 'X-Shop-Token' }, 'x-shop-token', 's3cret'],
	[
		'BASIC_AUTH',
		{ username: 'u', password: 'p:w' },
		'authorization',
		`Basic ${Buffer.from('u:p:w').toString('base64')}`,
	],
	['NONE', {}, 'authorization', undefined],
])('%s credentials are sent along', async (authMethod, credentials, header, value) => {
	await register({ authMethod, ...credentials, method: 'PUT' });
	await desk.control.hooks.fire('ORDER_STATUS_UPDATE');
	expect(receiver.received[0]?.method).toBe('PUT');
	expect(receiver.received[0]?.headers[header]).toBe(value);
});

test('what is not answered 200 is tried again, ten times in all', async () => {
	receiver.answer = 204;
	await register();
	await desk.control.hooks.fire('ORDER_STATUS_UPDATE');
	await desk.clock.advance(24 * 3_600_000);
	const attempts = desk.control.hooks.attempts();
	const gaps = attempts.slice(1).map(({ at }, index) => at - (attempts[index]?.at ?? 0));
	expect(gaps.map((ms) => ms / 60_000)).toEqual([5, 10, 20, 40, 60, 60, 60, 60, 60]);
	expect(new Set(receiver.received.map(({ body }) => body.eventId)).size).toBe(1);
});
