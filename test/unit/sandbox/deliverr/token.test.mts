import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { askForToken, openDesk, orderBody, ordersWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const renew = (token = desk.control.tokens.refresh) =>
	askForToken(desk.control, { grant_type: 'refresh_token', refresh_token: token });
const statusWith = async (token: string) =>
	(await ordersWith(desk.control, token).get('/externalId/none')).status;

test('a refresh token gives an access token that ends with its time on the clock', async () => {
	const { status, data } = await renew();
	expect([status, data]).toEqual([
		200,
		{ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' },
	]);
	await desk.clock.advance(3_599_999);
	expect(await statusWith(data.access_token)).toBe(404);
	await desk.clock.advance(1);
	expect(await statusWith(data.access_token)).toBe(401);
	desk.control.tokenSeconds = 5;
	expect((await renew()).data.expires_in).toBe(5);
});

test('all access tokens can be ended; refresh tokens still work', async () => {
	const before = (await renew()).data.access_token;
	desk.control.expireTokens();
	expect(await statusWith(before)).toBe(401);
	expect(await statusWith(desk.control.tokens.access)).toBe(401);
	expect(await statusWith(desk.control.tokens.readOnly)).toBe(401);
	expect(await statusWith((await renew()).data.access_token)).toBe(404);
});

test('refresh tokens may rotate: a new one is given and the old one is void', async () => {
	desk.control.rotatesRefreshTokens = true;
	const { data } = await renew();
	expect(data.refresh_token).not.toBe(desk.control.tokens.refresh);
	expect((await renew()).status).toBe(400);
	expect((await renew(data.refresh_token)).status).toBe(200);
	expect((await renew(data.refresh_token)).status).toBe(400);
});

test('a renewed token belongs to the account of the refresh token', async () => {
	const { accessToken, refreshToken } = desk.control.addAccount();
	const { data } = await renew(refreshToken);
	desk.control.addProduct({ externalProductId: 'mug' }, accessToken);
	await ordersWith(desk.control, data.access_token).post('', orderBody());
	expect(desk.control.orders(accessToken)).toHaveLength(1);
	expect(desk.control.orders()).toEqual([]);
});

test.each([
	['nothing', {}],
	['another grant', { grant_type: 'client_credentials' }],
	['no refresh token', { grant_type: 'refresh_token' }],
	['an empty refresh token', { grant_type: 'refresh_token', refresh_token: '' }],
	['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }],
	['an unknown field', { grant_type: 'refresh_token', refresh_token: 'x', scope: 'a' }],
	['no code', { grant_type: 'authorization_code' }],
	['an unknown code', { grant_type: 'authorization_code', code: 'x' }],
	['a field given twice', 'grant_type=refresh_token&refresh_token=x&refresh_token=y'],
])('%s is refused', async (_what, form) => {
	const { status, data } = await askForToken(desk.control, form);
	expect([status, data]).toEqual([400, { code: 400, message: expect.any(String) }]);
});

test('an access token is no refresh token', async () => {
	expect((await renew(desk.control.tokens.access)).status).toBe(400);
});

test('the body must be a form, and the method POST', async () => {
	const json = JSON.stringify({ grant_type: 'refresh_token' });
	expect((await askForToken(desk.control, json, 'application/json')).status).toBe(415);
	const url = `${desk.control.baseUrl}/oauth/v1/token`;
	expect((await axios.get(url, { validateStatus: () => true })).status).toBe(405);
});

test('token requests are counted and logged without the secret', async () => {
	await renew();
	await renew('wrong-secret');
	expect(desk.control.tokenRequests()).toBe(2);
	const logged = desk.sandbox.log.find('POST', '/oauth/v1/token');
	expect(logged).toMatchObject([
		{ status: 200, body: 'grant_type=refresh_token&refresh_token=[hidden]' },
		{ status: 400 },
	]);
	const text = JSON.stringify(desk.sandbox.log.all());
	expect(text).not.toContain(desk.control.tokens.refresh);
	expect(text).not.toContain('wrong-secret');
});

const CALLS: [method: string, path: string][] = [
	['POST', ''],
	['GET', '/1'],
	['GET', '/externalId/1'],
	['POST', '/1/cancel'],
	['POST', '/1/retry'],
];

test.each(CALLS)('%s %s needs a token that counts', async (method, path) => {
	const { expired } = desk.control.tokens;
	for (const authorization of [undefined, 'Bearer unknown', 'unknown', `Bearer ${expired}`]) {
		const { status, data } = await axios.request({
			method,
			url: `${desk.control.baseUrl}/orders/v1/order${path}`,
			headers: authorization === undefined ? {} : { authorization },
			validateStatus: () => true,
		});
		expect([status, data]).toEqual([401, { code: 401, message: expect.any(String) }]);
	}
});

test('a token that may only read reads, and changes nothing', async () => {
	const { orderId } = (await desk.create()).data;
	const reader = ordersWith(desk.control, desk.control.tokens.readOnly);
	expect((await reader.get(`/${orderId}`)).status).toBe(200);
	for (const path of ['', `/${orderId}/cancel`, `/${orderId}/retry`]) {
		const { status, data } = await reader.post(path, orderBody({ externalOrderId: 'WEB-2' }));
		expect([status, data.code]).toEqual([403, 403]);
	}
	expect(desk.control.orders().map(({ status }) => status)).toEqual(['CREATED']);
});
