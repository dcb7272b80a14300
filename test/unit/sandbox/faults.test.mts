import { Agent } from 'node:http';
import axios from 'axios';
import { closedGate } from '../../engine/support/gate.mts';
import { settled, until } from '../../engine/support/until.mts';
import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(closeBenches);

const create = (externalOrderId = 'WEB-1') =>
	bench.api().post('/orders', orderBody(sku, { externalOrderId }));
const wasDone = () => bench.sandbox.flexport.order('WEB-1') !== undefined;
const next = (fault: Parameters<Bench['sandbox']['faults']['add']>[0]['fault']) =>
	bench.sandbox.faults.add(fault === undefined ? {} : { fault });

test('cutBefore: the connection breaks and nothing was done', async () => {
	next({ kind: 'cutBefore' });
	await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(wasDone()).toBe(false);
	expect(bench.sandbox.log.all()).toMatchObject([{ method: 'POST', body: orderBody(sku) }]);
	expect(bench.sandbox.log.all()[0]).not.toHaveProperty('status');
});

test('cutAfter: the connection breaks and the order exists', async () => {
	next({ kind: 'cutAfter' });
	await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(wasDone()).toBe(true);
	expect((await create()).status).toBe(409);
});

test('cutDuring: half of the answer comes and the order exists', async () => {
	next({ kind: 'cutDuring' });
	await expect(create()).rejects.toThrow('aborted');
	expect(wasDone()).toBe(true);
});

test('slowBody: the answer is whole in the end', async () => {
	next({ kind: 'slowBody', ms: 50 });
	const { status, data } = await create();
	expect([status, data.externalOrderId]).toEqual([200, 'WEB-1']);
});

test('stall: whoever does not wait has an order all the same', async () => {
	next({ kind: 'stall', ms: 60_000 });
	const patience = new AbortController();
	const call = bench.api().post('/orders', orderBody(sku), { signal: patience.signal });
	const refused = expect(call).rejects.toMatchObject({ code: 'ERR_CANCELED' });
	await until(wasDone);
	// Whatever is on its way arrives, and no answer is.
	await settled();
	patience.abort();
	await refused;
	expect(wasDone()).toBe(true);
});

test('notJson: a web page instead of the answer', async () => {
	next({ kind: 'notJson' });
	const { status, headers, data } = await create();
	expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
	expect(data).toContain('<html>');
	expect(wasDone()).toBe(true);
});

test('expiredToken: 401 and nothing was done', async () => {
	next({ kind: 'expiredToken' });
	const { status, data } = await create();
	expect([status, data.code]).toEqual([401, 401]);
	expect(wasDone()).toBe(false);
});

test('status: a problem, unless a body is given; a 504 is worded by the gateway', async () => {
	next({ kind: 'status', status: 503 });
	const plain = await create();
	expect([plain.status, plain.data.title]).toEqual([503, 'Service Unavailable']);
	next({ kind: 'status', status: 504 });
	const gateway = await create();
	expect([gateway.status, gateway.data]).toEqual([504, { message: 'Endpoint request timed out' }]);
	next({
		kind: 'status',
		status: 400,
		body: { code: 7, message: 'no' },
		headers: { 'x-extra': 'yes' },
	});
	const given = await create();
	expect([given.status, given.data, given.headers['x-extra']]).toEqual([
		400,
		{ code: 7, message: 'no' },
		'yes',
	]);
	expect(wasDone()).toBe(false);
});

test('Retry-After comes as seconds, as a date ahead, or as any text', async () => {
	next({ kind: 'status', status: 429, retryAfter: 7 });
	expect((await create()).headers['retry-after']).toBe('7');
	next({ kind: 'status', status: 429, retryAfter: 'soon' });
	expect((await create()).headers['retry-after']).toBe('soon');
	next({ kind: 'status', status: 429, retryAfter: 'date' });
	const before = Date.now();
	const header = (await create()).headers['retry-after'];
	expect(header).toMatch(/ GMT$/);
	expect(Date.parse(header)).toBeGreaterThanOrEqual(before + 2000);
});

/** Which of ten requests got the 500. */
async function struckOfTen(): Promise<number[]> {
	const struck: number[] = [];
	for (let number = 1; number <= 10; number += 1) {
		if ((await bench.api().get('/products')).status === 500) struck.push(number);
	}
	return struck;
}

test.each([
	['next', [1]],
	[{ times: 3 }, [1, 2, 3]],
	[{ every: 4 }, [4, 8]],
	[{ nth: [2, 9] }, [2, 9]],
] as const)('when: %j', async (when, expected) => {
	const copy = typeof when === 'object' && 'nth' in when ? { nth: [...when.nth] } : when;
	bench.sandbox.faults.add({ when: copy, fault: { kind: 'status', status: 500 } });
	expect(await struckOfTen()).toEqual(expected);
	expect(bench.sandbox.faults.counts()).toEqual({ status: expected.length });
});

test('a rate strikes some, and the same ones for the same seed', async () => {
	const rule = { when: { rate: 0.5 }, fault: { kind: 'status', status: 500 } } as const;
	bench.sandbox.faults.add(rule);
	const first = await struckOfTen();
	expect(first.length).toBeGreaterThan(0);
	expect(first.length).toBeLessThan(10);
	bench = await openBench();
	bench.sandbox.faults.add(rule);
	expect(await struckOfTen()).toEqual(first);
	bench = await openBench({ seed: 99 });
	bench.sandbox.faults.add(rule);
	expect(await struckOfTen()).not.toEqual(first);
});

test('rules strike only the method and path they name, and can be taken away', async () => {
	const { faults } = bench.sandbox;
	const fault = { kind: 'status', status: 500 } as const;
	const remove = faults.add({ method: 'GET', path: '/products', when: { every: 1 }, fault });
	expect((await bench.api().get('/products/inventory/all')).status).toBe(200);
	expect((await bench.api().post('/products', {})).status).toBe(422);
	expect((await bench.api().get('/products?limit=1')).status).toBe(500);
	remove();
	expect((await bench.api().get('/products')).status).toBe(200);
	faults.add({ path: /inventory/, when: { every: 1 }, fault });
	expect((await bench.api().get('/products/inventory/all')).status).toBe(500);
	faults.clear();
	expect((await bench.api().get('/products/inventory/all')).status).toBe(200);
});

test('latency alone changes nothing but the time', async () => {
	bench.sandbox.faults.add({ latencyMs: 5, when: { every: 1 } });
	expect((await create()).status).toBe(200);
	expect(bench.sandbox.faults.counts()).toEqual({ latency: 1 });
});

test.each(['seconds', 'date', 'none'] as const)('the rate limit tells %s', async (retryAfter) => {
	bench.sandbox.faults.rateLimit({ perSecond: 0.01, burst: 2, retryAfter });
	const answers = [await create('a'), await create('b'), await create('c')];
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
	const header = answers[2]?.headers['retry-after'];
	if (retryAfter === 'none') expect(header).toBeUndefined();
	if (retryAfter === 'seconds') expect(Number(header)).toBeGreaterThan(90);
	if (retryAfter === 'date') expect(Date.parse(header)).toBeGreaterThan(Date.now() + 90_000);
	expect(answers[2]?.data).toMatchObject({ status: 429, title: 'Too Many Requests' });
	expect(bench.sandbox.flexport.orders()).toHaveLength(2);
	bench.sandbox.faults.rateLimit(null);
	expect((await create('c')).status).toBe(200);
});

test('the log keeps what came, never the token', async () => {
	await bench.api().get('/products?limit=2&poolName=a&poolName=b');
	await create();
	const { log, flexport } = bench.sandbox;
	expect(log.all()).toMatchObject([
		{
			method: 'GET',
			query: { limit: '2', poolName: ['a', 'b'] },
			status: 200,
			token: 'default',
			inFlight: 1,
		},
		{
			method: 'POST',
			path: '/flexport/logistics/api/2024-07/orders',
			body: orderBody(sku),
			status: 200,
		},
	]);
	expect(JSON.stringify(log.all())).not.toContain(flexport.tokens.full);
	expect(log.find('post', '/orders')).toHaveLength(1);
	expect(log.find('GET', /products$/)).toHaveLength(1);
	log.clear();
	expect(log.all()).toEqual([]);
});

test('the log counts what is in flight together', async () => {
	const gate = closedGate();
	bench.sandbox.faults.add({ when: { every: 1 }, until: gate.opened });
	const creates = [1, 2, 3].map((number) => create(`P${number}`));
	await until(() => bench.sandbox.log.all().length === 3);
	gate.open();
	await Promise.all(creates);
	expect(bench.sandbox.log.maxInFlight()).toBe(3);
	expect(bench.sandbox.log.all().map(({ inFlight }) => inFlight)).toEqual([1, 2, 3]);
});

test('closing ends what stalls, and nothing listens afterwards', async () => {
	next({ kind: 'stall', ms: 600_000 });
	const pending = create().then(
		() => 'ended',
		() => 'ended',
	);
	await until(wasDone);
	await closeBenches();
	expect(await pending).toBe('ended');
	// A new connection, not one that was kept from before.
	await expect(axios.get(bench.sandbox.url, { httpAgent: new Agent() })).rejects.toMatchObject({
		code: 'ECONNREFUSED',
	});
});
