import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { askForToken, openDesk, shippingOf, shippingWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const list = (token: string) => shippingWith(desk.control, token).post('/shipments/list', {});

test('a client gets a token, and every value of the answer is a text', async () => {
	const { status, data } = await askForToken(desk.control);
	expect(status).toBe(200);
	expect(Object.keys(data).sort()).toEqual([
		'access_token',
		'client_id',
		'expires_in',
		'issued_at',
		'refresh_count',
		'scope',
		'status',
		'token_type',
	]);
	expect(Object.values(data).every((value) => typeof value === 'string')).toBe(true);
	expect(data).toMatchObject({ token_type: 'Bearer', expires_in: '3599' });
	expect((await list(data.access_token)).status).toBe(200);
});

const basic = (text: string) => ({
	authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});

test.each([
	['a JSON body', { headers: { 'content-type': 'application/json' } }, 400],
	['another grant', { body: 'grant_type=password' }, 400],
	['more than the grant', { body: 'grant_type=client_credentials&scope=a' }, 400],
	['no body', { body: '' }, 400],
	['another scheme', { headers: { authorization: 'Bearer abc' } }, 401],
	['no secret', { headers: basic('sandbox-client') }, 401],
	['a wrong secret', { headers: basic('sandbox-client:wrong') }, 401],
	['an unknown client', { headers: basic('nobody:sandbox-client-secret') }, 401],
])('%s is refused in the shape of the gateway', async (_what, changes, status) => {
	const answer = await askForToken(desk.control, desk.control.client, changes);
	expect(answer.status).toBe(status);
	const [error] = answer.data.response.errors;
	expect(error).toEqual({ code: expect.any(String), message: expect.any(String) });
	expect(answer.headers).toMatchObject({
		bkndtransid: expect.any(String),
		transid: expect.any(String),
		apierrorcode: error.code,
		apierrormsg: error.message,
	});
});

test('no Authorization header at all is 401', async () => {
	const answer = await axios.post(desk.control.tokenUrl, 'grant_type=client_credentials', {
		validateStatus: () => true,
	});
	expect(answer.status).toBe(401);
});

test('a blocked client is 403, and a quota that is used up 429', async () => {
	const { control } = desk;
	expect((await askForToken(control, control.blockedClient)).status).toBe(403);
	control.tokenRateLimited = true;
	expect((await askForToken(control)).status).toBe(429);
	control.tokenRateLimited = false;
	expect((await askForToken(control)).status).toBe(200);
});

test('a token ends when its time on the clock is over', async () => {
	desk.control.tokenSeconds = 60;
	const { data } = await askForToken(desk.control);
	expect(data.expires_in).toBe('59');
	await desk.clock.advance(59_999);
	expect((await list(data.access_token)).status).toBe(200);
	await desk.clock.advance(1);
	expect((await list(data.access_token)).status).toBe(401);
});

test('all tokens can be ended at once; new ones count again', async () => {
	const { data } = await askForToken(desk.control);
	desk.control.expireTokens();
	expect((await list(data.access_token)).status).toBe(401);
	expect((await askForToken(desk.control)).data.access_token).not.toBe(data.access_token);
	expect((await (await shippingOf(desk.control)).post('/shipments/list', {})).status).toBe(200);
});

test('token requests are counted and logged without the secret', async () => {
	const before = desk.control.tokenRequests();
	await askForToken(desk.control);
	await askForToken(desk.control, { clientId: 'x', clientSecret: 'y' });
	expect(desk.control.tokenRequests()).toBe(before + 2);
	const logged = desk.sandbox.log.find('POST', '/oauth/token');
	expect(logged.slice(-2)).toMatchObject([
		{ status: 200, body: 'grant_type=client_credentials' },
		{ status: 401 },
	]);
	const { clientId, clientSecret } = desk.control.client;
	const encoded = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	expect(JSON.stringify(desk.sandbox.log.all())).not.toContain(encoded);
});

const CALLS: [method: string, path: string][] = [
	['POST', '/shipments'],
	['POST', '/shipments/list'],
	['GET', '/shipments/1'],
	['PUT', '/shipments/1'],
	['DELETE', '/shipments/1'],
	['GET', '/shipments/1/status-history'],
	['POST', '/shipments/1/retry'],
];

test.each(CALLS)('%s %s needs a token', async (method, url) => {
	for (const authorization of [undefined, 'Basic abc', 'Bearer unknown', 'unknown']) {
		const answer = await axios.request({
			method,
			url: desk.control.baseUrl + url,
			headers: { transid: 'mine', ...(authorization === undefined ? {} : { authorization }) },
			validateStatus: () => true,
		});
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({
			response: {
				errors: [{ code: 'UJ0001', message: 'Invalid token or token is not present.' }],
			},
		});
		expect(answer.headers).toMatchObject({
			bkndtransid: expect.any(String),
			transid: 'mine',
			apierrorcode: 'UJ0001',
			apierrormsg: 'Invalid token or token is not present.',
		});
	}
});

test('accounts do not see each other', async () => {
	const { control } = desk;
	const shipment = control.addShipment({ orderExternalId: 'MINE' });
	const other = control.addAccount({ name: 'other' });
	const stranger = await shippingOf(control, other);
	for (const id of [shipment.id, 'MINE']) {
		expect((await stranger.get(`/shipments/${id}`)).status).toBe(404);
		expect((await stranger.put(`/shipments/${id}`, {})).status).toBe(404);
		expect((await stranger.delete(`/shipments/${id}`)).status).toBe(404);
		expect((await stranger.post(`/shipments/${id}/retry`)).status).toBe(404);
		expect((await stranger.get(`/shipments/${id}/status-history`)).data).toEqual([]);
	}
	expect((await stranger.post('/shipments/list', {})).data.data).toEqual([]);
	control.addShipment({ orderExternalId: 'MINE', status: 'STAGED' }, other.clientId);
	expect((await stranger.get('/shipments/MINE')).data.status).toBe('STAGED');
	expect(control.shipments(other.clientId)).toHaveLength(1);
	expect(control.shipments()).toHaveLength(1);
	expect(() => control.addAccount({ name: 'other' })).toThrow('already');
});
