import { closedGate } from '../../../engine/support/gate.mts';
import { until } from '../../../engine/support/until.mts';
import { closeBenches } from '../helpers.mts';
import { AUSTIN, openDesk, orderBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const KEY = '0b8c9d5e-1f2a-4b3c-8d4e-5f6a7b8c9d0e';
const OTHER_KEY = '1b8c9d5e-1f2a-4b3c-9d4e-5f6a7b8c9d0e';
const withKey = (key: string, changes: Record<string, unknown> = {}) =>
	desk.orders.post('', orderBody(changes), { headers: { 'idempotency-key': key } });

test.each([400, 403, 404, 422, 429, 500, 502, 503, 504])(
	'a %i comes as code and message',
	async (status) => {
		desk.sandbox.faults.add({ fault: { kind: 'status', status, retryAfter: 3 } });
		const answer = await desk.create();
		expect([answer.status, answer.data]).toEqual([
			status,
			{ code: status, message: expect.any(String) },
		]);
		expect(answer.headers['retry-after']).toBe('3');
		expect(desk.control.orders()).toEqual([]);
	},
);

test('an expired token and the rate limit come as code and message', async () => {
	desk.sandbox.faults.add({ fault: { kind: 'expiredToken' } });
	expect((await desk.create()).data).toEqual({ code: 401, message: expect.any(String) });
	desk.sandbox.faults.rateLimit({ perSecond: 0.01, burst: 1, retryAfter: 'seconds' });
	expect((await desk.create()).status).toBe(200);
	const { data, headers } = await desk.create();
	expect(data).toEqual({ code: 429, message: expect.any(String) });
	expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});

test('a path that is not valid percent-encoding is refused in the same form', async () => {
	const { status, data } = await desk.orders.get('/externalId/%ff');
	expect([status, data.code]).toEqual([400, 400]);
});

test('a lost answer is found again under its key', async () => {
	desk.sandbox.faults.add({ fault: { kind: 'cutAfter' } });
	await expect(withKey(KEY)).rejects.toMatchObject({ code: 'ECONNRESET' });
	const again = await withKey(KEY);
	expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true']);
	expect(desk.control.orders()).toHaveLength(1);
	expect((await withKey(OTHER_KEY)).status).toBe(409);
});

test('a refusal is replayed; the same key for something else is refused', async () => {
	const told = { shiptoAddress: { ...AUSTIN, company: 'fail ORDER_MISSING_CITY x1' } };
	for (const replayed of [undefined, 'true']) {
		const { status, headers } = await withKey(KEY, told);
		expect([status, headers['idempotent-replayed']]).toEqual([400, replayed]);
	}
	const other = await withKey(KEY);
	expect([other.status, other.data.code]).toEqual([422, 422]);
	expect((await withKey(OTHER_KEY, told)).status).toBe(200);
});

test('a failure of the server is not kept under the key', async () => {
	desk.sandbox.faults.add({ fault: { kind: 'status', status: 503 } });
	expect((await withKey(KEY)).status).toBe(503);
	const { status, headers } = await withKey(KEY);
	expect(status).toBe(200);
	expect(headers).not.toHaveProperty('idempotent-replayed');
});

test.each(['', 'k1', '0b8c9d5e-1f2a-1b3c-8d4e-5f6a7b8c9d0e'])(
	'the key %j is no UUID v4',
	async (key) => {
		const { status, data } = await withKey(key);
		expect([status, data.message]).toEqual([400, 'The idempotency-key header must be a UUID v4.']);
	},
);

test('two calls can be under way at once', async () => {
	const before = desk.sandbox.log.all().length;
	const gate = closedGate();
	desk.sandbox.faults.add({ when: { every: 1 }, until: gate.opened });
	const calls = [desk.create(), desk.orders.get('/1')];
	await until(() => desk.sandbox.log.all().length === before + 2);
	gate.open();
	await Promise.all(calls);
	expect(desk.sandbox.log.maxInFlight()).toBe(2);
});
