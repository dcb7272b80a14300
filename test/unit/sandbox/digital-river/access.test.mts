import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { openDesk, orderBody, refusal, riverWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const CALLS: [method: string, path: string][] = [
	['GET', '/fulfillment-orders'],
	['POST', '/fulfillment-orders'],
	['GET', '/fulfillment-orders/1'],
	['GET', '/fulfillment-cancellations'],
	['POST', '/fulfillment-cancellations'],
	['GET', '/fulfillment-cancellations/1'],
];

test.each(CALLS)('%s %s needs a key that counts', async (method, path) => {
	const revoked = `Bearer ${desk.control.keys.revoked}`;
	for (const authorization of [undefined, 'Bearer unknown', 'Basic abc', revoked]) {
		const { status, data, headers } = await axios.request({
			method,
			url: desk.control.baseUrl + path,
			headers: authorization === undefined ? {} : { authorization },
			validateStatus: () => true,
		});
		expect([status, data]).toEqual([401, refusal('unauthorized', 'unauthorized')]);
		expect(headers['x-dr-requestid']).toEqual(expect.any(String));
	}
});

test('a restricted key reads, and creates nothing', async () => {
	const { id } = (await desk.create()).data;
	const reader = riverWith(desk.control, desk.control.keys.restricted);
	expect((await reader.get(`/fulfillment-orders/${id}`)).status).toBe(200);
	for (const path of ['/fulfillment-orders', '/fulfillment-cancellations']) {
		const { status, data } = await reader.post(path, orderBody());
		expect([status, data]).toEqual([403, refusal('forbidden', 'forbidden')]);
	}
	expect(desk.control.orders()).toHaveLength(1);
});

test('every answer has a request id of its own', async () => {
	const ids = await Promise.all(
		['/fulfillment-orders', '/fulfillment-orders/1', '/nothing'].map(
			async (path) => (await desk.river.get(path)).headers['x-dr-requestid'],
		),
	);
	expect(new Set(ids).size).toBe(3);
	expect(ids).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
});

test.each([
	['GET', '/fulfillment-orders/1', 404, 'not_found'],
	['GET', '/orders', 404, 'not_found'],
	['PUT', '/fulfillment-orders', 405, 'method_not_allowed'],
	['DELETE', '/fulfillment-orders/1', 405, 'method_not_allowed'],
	['PATCH', '/fulfillment-orders/1', 405, 'method_not_allowed'],
	['POST', '/fulfillment-orders/1', 405, 'method_not_allowed'],
	['POST', '/fulfillment-cancellations/1', 405, 'method_not_allowed'],
])('%s %s is %i %s', async (method, url, status, type) => {
	const answer = await desk.river.request({ method, url });
	expect([answer.status, answer.data]).toEqual([status, refusal(type, type)]);
});

test.each([
	['application/json', 200],
	['*/*', 200],
	['text/html, application/json;q=0.5', 200],
	['Application/*', 200],
	['text/html', 406],
	['application/xml', 406],
])('Accept: %s is %i', async (accept, status) => {
	const answer = await desk.river.get('/fulfillment-orders', { headers: { accept } });
	expect(answer.status).toBe(status);
	expect(answer.data.type).toBe(status === 406 ? 'not_acceptable' : undefined);
});

test.each([
	['{}', 'text/plain', 'invalid_parameter', 'Content-Type'],
	['{', 'application/json', 'invalid_parameter', undefined],
	['', 'application/json', 'missing_parameter', undefined],
	['[]', 'application/json', 'invalid_parameter', undefined],
])('the body %j as %s is refused', async (body, contentType, code, parameter) => {
	for (const path of ['/fulfillment-orders', '/fulfillment-cancellations']) {
		const { status, data } = await desk.river.post(path, body, {
			headers: { 'content-type': contentType },
			transformRequest: (text) => text,
		});
		expect([status, data]).toEqual([400, refusal('bad_request', code, parameter)]);
	}
});

test('the version is a date, and the last one is remembered', async () => {
	const ask = (version: string) =>
		desk.river.get('/fulfillment-orders', { headers: { 'DigitalRiver-Version': version } });
	expect(desk.control.lastVersion()).toBeUndefined();
	expect((await ask('2021-02-23')).status).toBe(200);
	await desk.river.get('/fulfillment-orders');
	expect(desk.control.lastVersion()).toBe('2021-02-23');
	for (const version of ['latest', '2021-2-23', '2021-13-01', '']) {
		const { status, data } = await ask(version);
		expect([status, data]).toEqual([
			400,
			refusal('bad_request', 'invalid_parameter', 'DigitalRiver-Version'),
		]);
	}
});
