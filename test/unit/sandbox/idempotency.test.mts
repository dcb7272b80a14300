import { settled, until } from '../../engine/support/until.mts';
import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(async () => {
	jest.useRealTimers();
	await closeBenches();
});

const post = (body: object, key: string, token?: string) =>
	bench.api(token).post('/orders', body, { headers: { 'idempotency-key': key } });

test('a key that comes back is answered from memory', async () => {
	const first = await post(orderBody(sku), 'k1');
	await bench.clock.advance(8000);
	const second = await post(orderBody(sku), 'k1');
	expect(first.headers).not.toHaveProperty('idempotent-replayed');
	expect(second.headers['idempotent-replayed']).toBe('true');
	expect(second.data).toEqual(first.data);
	expect(second.headers['x-correlation-id']).not.toBe(first.headers['x-correlation-id']);
	expect(bench.sandbox.flexport.orders()).toHaveLength(1);
});

test('a refusal is replayed as well', async () => {
	const bad = orderBody(sku, { lineItems: [] });
	const first = await post(bad, 'k1');
	const second = await post(bad, 'k1');
	expect([first.status, second.status]).toEqual([422, 422]);
	expect(second.headers['idempotent-replayed']).toBe('true');
	expect(second.data.detail).toBe(first.data.detail);
});

test('the same key with another body or path is refused', async () => {
	const { data } = await post(orderBody(sku), 'k1');
	const other = await post(orderBody(sku, { externalOrderId: 'WEB-2' }), 'k1');
	expect(other.status).toBe(422);
	const cancel = await bench
		.api()
		.post(`/orders/${data.id}/cancel`, undefined, { headers: { 'idempotency-key': 'k1' } });
	expect(cancel.status).toBe(422);
	expect(bench.sandbox.flexport.orders()).toHaveLength(1);
});

test('a call whose first is still being worked on waits for it', async () => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
	bench.sandbox.flexport.processingMs = 30;
	const posts = [1, 2, 3].map(() => post(orderBody(sku), 'k1'));
	await until(() => bench.sandbox.log.all().length === 3);
	await settled();
	expect(bench.sandbox.flexport.orders()).toEqual([]);
	jest.advanceTimersByTime(30);
	const answers = await Promise.all(posts);
	expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
	const replayed = answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true');
	expect(replayed).toHaveLength(2);
	expect(bench.sandbox.flexport.orders()).toHaveLength(1);
});

test('a lost answer is found again under its key', async () => {
	bench.sandbox.faults.add({ fault: { kind: 'cutAfter' } });
	await expect(post(orderBody(sku), 'k1')).rejects.toThrow();
	const second = await post(orderBody(sku), 'k1');
	expect(second.status).toBe(200);
	expect(second.headers['idempotent-replayed']).toBe('true');
	expect(bench.sandbox.flexport.orders()).toHaveLength(1);
});

test.each([429, 500, 503])('an answer %i is not kept', async (status) => {
	bench.sandbox.faults.add({ fault: { kind: 'status', status } });
	expect((await post(orderBody(sku), 'k1')).status).toBe(status);
	const second = await post(orderBody(sku), 'k1');
	expect(second.status).toBe(200);
	expect(second.headers).not.toHaveProperty('idempotent-replayed');
});

test('keys belong to an account', async () => {
	const { token } = bench.sandbox.flexport.addAccount();
	const other = bench.sandbox.flexport.addProduct(
		{ name: 'Tee', merchantSku: 'TEE' },
		token,
	).logisticsSku;
	await post(orderBody(sku), 'k1');
	expect((await post(orderBody(other), 'k1', token)).status).toBe(200);
});

test('without a key, the same order again is a duplicate', async () => {
	await post(orderBody(sku), 'k1');
	expect((await bench.api().post('/orders', orderBody(sku))).status).toBe(409);
});
