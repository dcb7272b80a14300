import { closedGate } from '../../../engine/support/gate.mts';
import { until } from '../../../engine/support/until.mts';
import { closeBenches } from '../helpers.mts';
import { openDesk, refusal, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

test.each([
	[400, 'bad_request', 'invalid_parameter'],
	[403, 'forbidden', 'forbidden'],
	[404, 'not_found', 'not_found'],
	[408, 'request_timeout', 'request_timeout'],
	[409, 'conflict', 'already_exists'],
	[418, 'bad_request', 'bad_request'],
	[429, 'too_many_requests', 'too_many_requests'],
	[500, 'internal_server_error', 'internal_server_error'],
	[502, 'bad_gateway', 'bad_gateway'],
	[503, 'service_unavailable', 'service_unavailable'],
	[504, 'gateway_timeout', 'gateway_timeout'],
	[599, 'internal_server_error', 'internal_server_error'],
])('a %i comes as %s', async (status, type, code) => {
	desk.sandbox.faults.add({ fault: { kind: 'status', status, retryAfter: 3 } });
	const answer = await desk.create();
	expect([answer.status, answer.data]).toEqual([status, refusal(type, code)]);
	expect(answer.headers).toMatchObject({
		'retry-after': '3',
		'x-dr-requestid': expect.any(String),
	});
	expect(desk.control.orders()).toEqual([]);
});

test('an expired key and the rate limit come in the same form', async () => {
	desk.sandbox.faults.add({ fault: { kind: 'expiredToken' } });
	expect((await desk.create()).data).toEqual(refusal('unauthorized', 'unauthorized'));
	desk.sandbox.faults.rateLimit({ perSecond: 0.01, burst: 1, retryAfter: 'seconds' });
	expect((await desk.create()).status).toBe(201);
	const { data, headers } = await desk.create();
	expect(data).toEqual(refusal('too_many_requests', 'too_many_requests'));
	expect(headers['retry-after']).toMatch(/^\d+$/);
});

test('a path that is not valid percent-encoding is refused in the same form', async () => {
	const { status, data, headers } = await desk.river.get('/fulfillment-orders/%ff');
	expect([status, data]).toEqual([400, refusal('bad_request', 'invalid_parameter')]);
	expect(headers['x-dr-requestid']).toEqual(expect.any(String));
});

test('cutBefore: nothing was done; cutAfter: the order exists', async () => {
	desk.sandbox.faults.add({ fault: { kind: 'cutBefore' } });
	await expect(desk.create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(desk.control.orders()).toEqual([]);
	desk.sandbox.faults.add({ fault: { kind: 'cutAfter' } });
	await expect(desk.create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	// There is no idempotency key; the order is found by its upstreamId.
	const { data } = await desk.river.get('/fulfillment-orders?upstreamIds=WEB-1');
	expect(data.data).toHaveLength(1);
});

test('two calls can be under way at once', async () => {
	const before = desk.sandbox.log.all().length;
	const gate = closedGate();
	desk.sandbox.faults.add({ when: { every: 1 }, until: gate.opened });
	const calls = [desk.create(), desk.river.get('/fulfillment-orders')];
	await until(() => desk.sandbox.log.all().length === before + 2);
	gate.open();
	await Promise.all(calls);
	expect(desk.sandbox.log.maxInFlight()).toBe(2);
});
