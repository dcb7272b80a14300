import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(closeBenches);

const create = (externalOrderId: string, headers: Record<string, string> = {}) =>
	bench.api().post('/orders', orderBody(sku, { externalOrderId }), { headers });
const orders = () => bench.sandbox.flexport.orders().map(({ externalOrderId }) => externalOrderId);
const worked = () => bench.sandbox.log.all().map((request) => request.worked);

test('a function chooses by the request, or lets it be', async () => {
	bench.sandbox.faults.add({
		when: { every: 1 },
		fault: ({ method, body }) =>
			method === 'POST' && JSON.stringify(body).includes('WEB-2')
				? { kind: 'status', status: 503 }
				: undefined,
	});
	const statuses = [];
	for (const id of ['WEB-1', 'WEB-2', 'WEB-3']) statuses.push((await create(id)).status);
	expect(statuses).toEqual([200, 503, 200]);
	expect(bench.sandbox.faults.counts()).toEqual({ status: 1 });
});

test('a function that lets a request be leaves it to the next rule', async () => {
	bench.sandbox.faults.add({ when: { every: 1 }, fault: () => undefined });
	bench.sandbox.faults.add({ fault: { kind: 'status', status: 503 } });
	expect((await create('WEB-1')).status).toBe(503);
});

test('statusAfter: the gateway answers with an error of its own, and the order exists', async () => {
	bench.sandbox.faults.add({ fault: { kind: 'statusAfter', status: 502 } });
	const { status, data, headers } = await create('WEB-1');
	expect([status, data]).toEqual([502, { message: 'The gateway was told to answer 502.' }]);
	expect(headers).not.toHaveProperty('x-correlation-id');
	expect(orders()).toEqual(['WEB-1']);
});

test.each(['cutAfter', 'cutDuring', 'notJson'] as const)(
	'the log tells what the work came to although its answer is lost (%s)',
	async (kind) => {
		bench.sandbox.faults.add({ fault: { kind } });
		await create('WEB-1').catch(() => undefined);
		await create('WEB-1');
		expect(worked()).toEqual([200, 409]);
	},
);

test.each([
	{ kind: 'cutBefore' },
	{ kind: 'expiredToken' },
	{ kind: 'status', status: 503 },
] as const)('the log tells of no work where there was none (%j)', async (fault) => {
	bench.sandbox.faults.add({ fault });
	await create('WEB-1').catch(() => undefined);
	expect(worked()).toEqual([undefined]);
	expect(orders()).toEqual([]);
});

test('an answer that is kept by its idempotency key is no work', async () => {
	const key = { 'idempotency-key': '7d5a0f0c-58a4-4d1c-9f6a-0c3a3f6f1b11' };
	await create('WEB-1', key);
	await create('WEB-1', key);
	expect(worked()).toEqual([200, undefined]);
});
