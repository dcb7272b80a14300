import { closedGate } from '../../../engine/support/gate.mts';
import { until } from '../../../engine/support/until.mts';
import { closeBenches } from '../helpers.mts';
import { askForToken, openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = () => desk.shipping.post('/shipments', shipmentBody());
const wasDone = () => desk.control.shipment('WEB-1') !== undefined;
const next = (fault: Parameters<Desk['sandbox']['faults']['add']>[0]['fault']) =>
	desk.sandbox.faults.add(fault === undefined ? {} : { fault });

const inner = (type: string) => ({
	type,
	message: expect.any(String),
	parameter: null,
	entityId: null,
	entity: null,
});

test.each([
	[400, 'VALIDATION_ERROR', 'VALIDATION_ERROR'],
	[409, 'INVALID_OPERATION', 'INVALID_OPERATION'],
	[422, 'UNMAPPED_ERROR', 'UNMAPPED_ERROR'],
	[429, 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS'],
	[500, 'INTERNAL_SERVER_ERROR', 'SERVER_ERROR'],
])('a %i comes in the envelope as %s', async (status, type, innerType) => {
	next({ kind: 'status', status });
	const answer = await create();
	expect(answer.status).toBe(status);
	expect(answer.data).toEqual({ type, message: expect.any(String), errors: [inner(innerType)] });
	expect(answer.headers).toMatchObject({
		apierrorcode: type,
		apierrormsg: answer.data.message,
	});
	expect(wasDone()).toBe(false);
});

test.each([403, 404, 502, 503, 504])('a %i is the gateway speaking', async (status) => {
	next({ kind: 'status', status, retryAfter: 3 });
	const answer = await create();
	expect(answer.status).toBe(status);
	expect(answer.data.response.errors).toEqual([
		{ code: String(status), message: expect.any(String) },
	]);
	expect(answer.headers).toMatchObject({ 'retry-after': '3', bkndtransid: expect.any(String) });
});

test('a body that is given goes out as it is', async () => {
	next({ kind: 'status', status: 422, body: { type: 'NEW_TYPE' }, headers: { 'x-extra': 'a' } });
	const { status, data, headers } = await create();
	expect([status, data, headers['x-extra']]).toEqual([422, { type: 'NEW_TYPE' }, 'a']);
});

test.each([{ kind: 'expiredToken' }, { kind: 'status', status: 401 }] as const)(
	'%j is the 401 of the gateway, and nothing was done',
	async (fault) => {
		next(fault);
		const { status, data, headers } = await create();
		expect([status, data.response.errors[0].code]).toEqual([401, 'UJ0001']);
		expect(headers).toMatchObject({ apierrorcode: 'UJ0001', transid: expect.any(String) });
		expect(wasDone()).toBe(false);
	},
);

test('at the token endpoint every error has the shape of the gateway', async () => {
	for (const status of [401, 429, 500]) {
		next({ kind: 'status', status });
		const answer = await askForToken(desk.control);
		expect(answer.status).toBe(status);
		expect(answer.data.response.errors).toHaveLength(1);
	}
});

test('the rate limit is TOO_MANY_REQUESTS', async () => {
	desk.sandbox.faults.rateLimit({ perSecond: 0.01, burst: 1, retryAfter: 'seconds' });
	expect((await create()).status).toBe(201);
	const { status, data, headers } = await create();
	expect([status, data.type, data.message]).toEqual([
		429,
		'TOO_MANY_REQUESTS',
		'Too many requests received per second.',
	]);
	expect(Number(headers['retry-after'])).toBeGreaterThan(0);
	expect((await askForToken(desk.control)).data.response.errors[0].code).toBe('429');
});

test('cutBefore: nothing was done; cutAfter: the shipment exists', async () => {
	next({ kind: 'cutBefore' });
	await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(wasDone()).toBe(false);
	next({ kind: 'cutAfter' });
	await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(wasDone()).toBe(true);
	// There is no idempotency key: the same create again is a duplicate.
	expect((await create()).data.type).toBe('DUPLICATE_ID');
});

test('two calls can be under way at once', async () => {
	const before = desk.sandbox.log.all().length;
	const gate = closedGate();
	desk.sandbox.faults.add({ when: { every: 1 }, until: gate.opened });
	const calls = [create(), desk.shipping.post('/shipments/list', {})];
	await until(() => desk.sandbox.log.all().length === before + 2);
	gate.open();
	await Promise.all(calls);
	expect(desk.sandbox.log.maxInFlight()).toBe(2);
});
