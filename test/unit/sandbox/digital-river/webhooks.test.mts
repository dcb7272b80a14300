import axios, { type AxiosInstance } from 'axios';
import { closeBenches } from '../helpers.mts';
import { openDesk, refusal, riverWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const url = 'https://example.com/hook';
const register = (changes: object = {}, client: AxiosInstance = desk.river) =>
	client.post('/webhooks', { types: ['fulfillment_order.shipped'], address: url, ...changes });

test('a webhook is registered, listed, read, changed and deleted', async () => {
	const { status, data } = await register({
		authentication: { username: 'u', password: 'p' },
		apiVersion: '2021-12-13',
	});
	expect(status).toBe(201);
	expect(data).toEqual({
		id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
		createdTime: '2026-01-15T12:00:00Z',
		updatedTime: '2026-01-15T12:00:00Z',
		types: ['fulfillment_order.shipped'],
		address: url,
		enabled: true,
		apiVersion: '2021-12-13',
		transportType: 'HTTP',
		authentication: { username: 'u', password: 'p' },
	});
	// A bare list, unlike the others.
	expect((await desk.river.get('/webhooks')).data).toEqual([data]);
	expect(desk.control.hooks.list()).toEqual([data]);
	await desk.clock.advance(1500);
	const changes = { enabled: false, types: ['order.accepted'] };
	const changed = await desk.river.patch(`/webhooks/${data.id}`, changes);
	const after = { ...data, ...changes, updatedTime: '2026-01-15T12:00:01.500Z' };
	expect([changed.status, changed.data]).toEqual([200, after]);
	expect((await desk.river.get(`/webhooks/${data.id}`)).data).toEqual(after);
	const deleted = await desk.river.delete(`/webhooks/${data.id}`);
	expect([deleted.status, deleted.data]).toEqual([204, '']);
	const one = `/webhooks/${data.id}`;
	for (const gone of [
		await desk.river.get(one),
		await desk.river.patch(one, {}),
		await desk.river.delete(one),
	]) {
		expect([gone.status, gone.data]).toEqual([404, refusal('not_found', 'not_found')]);
	}
	expect((await desk.river.get('/webhooks')).data).toEqual([]);
});

const auth = { username: 'u', password: 'p' };
const oauth = { tokenEndPoint: url, clientID: 'c', clientSecret: 's' };

test.each([
	[{ types: undefined }, 'missing_parameter', 'types'],
	[{ types: [] }, 'invalid_parameter', 'types'],
	[{ types: 'fulfillment_order.shipped' }, 'invalid_parameter', 'types'],
	[{ types: ['fulfillment_order.unheard'] }, 'invalid_parameter', 'types[0]'],
	[{ types: ['fulfillment_order.shipped', 'shipment.created'] }, 'invalid_parameter', 'types[1]'],
	[{ types: ['fulfillment_order.*'] }, 'invalid_parameter', 'types[0]'],
	[{ types: ['*'] }, 'invalid_parameter', 'types[0]'],
	[{ type: 'fulfillment_order.shipped' }, 'unknown_parameter', 'type'],
	[{ address: undefined }, 'missing_parameter', 'address'],
	[{ address: 'http://example.com/hook' }, 'invalid_parameter', 'address'],
	[{ address: 'nowhere' }, 'invalid_parameter', 'address'],
	[{ enabled: 'yes' }, 'invalid_parameter', 'enabled'],
	[{ apiVersion: 'latest' }, 'invalid_parameter', 'apiVersion'],
	[{ transportType: 'SOAP' }, 'invalid_parameter', 'transportType'],
	[{ authentication: { username: 'u' } }, 'missing_parameter', 'authentication.password'],
	[{ authentication: { ...auth, userName: 'u' } }, 'unknown_parameter', 'authentication.userName'],
	[{ transportType: 'OAUTH' }, 'missing_parameter', 'oauth'],
	[{ transportType: 'OAUTH', oauth: { clientID: 'c' } }, undefined, undefined],
	[{ transportType: 'OAUTH', oauth, authentication: auth }, 'invalid_parameter', 'authentication'],
	[{ secret: 's' }, 'unknown_parameter', 'secret'],
])('%j is refused', async (changes, code, parameter) => {
	const { status, data } = await register(changes);
	expect(status).toBe(400);
	if (code !== undefined) expect(data).toEqual(refusal('bad_request', code, parameter));
	expect(desk.control.hooks.list()).toEqual([]);
});

test.each([
	[{ types: ['order.fulfilled', 'sku.created', 'fulfillment.created', 'fulfillment.create'] }],
	[{ enabled: false, apiVersion: 'default' }],
	[{ transportType: 'OAUTH', oauth }],
	[{ address: 'http://127.0.0.1:5678/hook' }],
])('%j is taken', async (changes) => {
	expect((await register(changes)).status).toBe(201);
});

test('as the vendor does it, plain http is refused everywhere', async () => {
	desk = await openDesk({ allowInsecureWebhooks: false });
	expect((await register({ address: 'http://127.0.0.1:5678/hook' })).status).toBe(400);
	expect((await register()).status).toBe(201);
});

test('a change is held to the same rules, with what stays', async () => {
	const { data } = await register({ authentication: auth });
	for (const [changes, parameter] of [
		[{ types: ['nothing'] }, 'types[0]'],
		[{ address: 'http://example.com' }, 'address'],
		[{ id: 'x' }, 'id'],
		[{ transportType: 'OAUTH', oauth }, 'authentication'],
	] as const) {
		const answer = await desk.river.patch(`/webhooks/${data.id}`, changes);
		expect([answer.status, answer.data.errors[0].parameter]).toEqual([400, parameter]);
	}
	expect((await desk.river.get(`/webhooks/${data.id}`)).data).toEqual(data);
});

test('the list is filtered by one type or a group of them, or by several', async () => {
	for (const type of ['fulfillment_order.shipped', 'fulfillment_order.pending', 'sku.created']) {
		await register({ types: [type] });
	}
	const found = async (query: string) =>
		(await desk.river.get(`/webhooks?${query}`)).data.map(
			({ types }: { types: string[] }) => types[0],
		);
	expect(await found('type=sku.created')).toEqual(['sku.created']);
	expect(await found('type=fulfillment_order.*')).toHaveLength(2);
	expect(await found('types=sku.created&types=fulfillment_order.pending')).toHaveLength(2);
	expect(await found('types[]=sku.created')).toHaveLength(1);
	expect(await found('type=sku')).toEqual([]);
	for (const wrong of ['type=a&types=b', 'limit=3', `types=${'a&types='.repeat(20)}a`]) {
		expect((await desk.river.get(`/webhooks?${wrong}`)).status).toBe(400);
	}
});

test('a key that is restricted may look and not change; accounts are apart', async () => {
	const { data } = await register();
	const restricted = riverWith(desk.control, desk.control.keys.restricted);
	expect((await restricted.get('/webhooks')).data).toEqual([data]);
	expect((await register({}, restricted)).status).toBe(403);
	expect((await restricted.delete(`/webhooks/${data.id}`)).status).toBe(403);
	expect((await restricted.patch(`/webhooks/${data.id}`, {})).status).toBe(403);
	const other = riverWith(desk.control, desk.control.addAccount().apiKey);
	expect((await other.get('/webhooks')).data).toEqual([]);
	expect((await other.delete(`/webhooks/${data.id}`)).status).toBe(404);
});

test.each([
	['allowed', 201],
	['conflict', 409],
] as const)('a second webhook for an address is %s', async (duplicateWebhooks, status) => {
	desk.control.duplicateWebhooks = duplicateWebhooks;
	await register();
	expect((await register()).status).toBe(status);
	expect((await register({ address: `${url}/other` })).status).toBe(201);
});

test('no answer tells the secret; the Dashboard does, and gives a new one', async () => {
	const { data } = await register();
	const { hooks } = desk.control;
	const secret = hooks.secretOf(data.id);
	expect(secret).toHaveLength(64);
	const answers = [data, (await desk.river.get('/webhooks')).data, hooks.list()];
	expect(JSON.stringify(answers)).not.toContain(secret);
	expect(hooks.rotateSecret(data.id)).not.toBe(secret);
	const other = await register({ address: `${url}/other` });
	expect(hooks.secretOf(other.data.id)).not.toBe(hooks.secretOf(data.id));

	const dashboard = axios.create({
		baseURL: `${desk.sandbox.url}/_sandbox/digital-river/webhooks`,
		validateStatus: () => true,
	});
	const shown = await dashboard.get(`/${data.id}/secret`);
	expect(shown.data).toEqual({ secret: hooks.secretOf(data.id) });
	const rotated = await dashboard.post(`/${data.id}/secret`);
	expect(rotated.data).not.toEqual(shown.data);
	expect(rotated.data).toEqual({ secret: hooks.secretOf(data.id) });
	expect((await dashboard.get('/nobody/secret')).status).toBe(404);
	expect(() => hooks.secretOf('nobody')).toThrow('no webhook nobody');
});
