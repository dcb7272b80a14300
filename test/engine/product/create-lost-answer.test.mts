import type { Fault } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { hurry } from '../support/hurry.mts';

const CREATE = { operation: 'create', name: 'Blue mug', merchantSku: 'MUG-BLUE' };
const PERSISTENT = { times: 100 };

const bench = useFlexportBench();
let endHurry: () => void;

beforeEach(() => {
	endHurry = hurry();
});

afterEach(() => endHurry());

const create = (when: 'next' | { times: number }, fault: Fault) => {
	bench.sandbox.faults.add({ method: 'POST', path: '/products', when, fault });
	return bench.run('product', CREATE, { onError: 'continueRegularOutput' });
};

test.each<[string, Fault]>([
	['was cut off before the work', { kind: 'cutBefore' }],
	['was done, but its answer was cut off', { kind: 'cutAfter' }],
	['was done, but its answer broke off in the middle', { kind: 'cutDuring' }],
	['was done, but a proxy answered with a web page', { kind: 'notJson' }],
	['was answered with 503', { kind: 'status', status: 503 }],
	['was answered with the gateway’s 504', { kind: 'status', status: 504 }],
	['was answered with 429', { kind: 'status', status: 429 }],
])('a create that %s makes exactly one product', async (_what, fault) => {
	const result = await create('next', fault);
	const [product, ...others] = bench.flexport.products();
	expect(others).toEqual([]);
	expect(result.items(NODE).map(({ json }) => json.sku)).toEqual([product?.logisticsSku]);
	expect(bench.sandbox.log.find('POST', '/products')).toHaveLength(2);
});

test('every sending of one create carries the same idempotency key, and each item its own', async () => {
	bench.sandbox.faults.add({ method: 'POST', when: { nth: [1, 3] }, fault: { kind: 'cutAfter' } });
	const input = [{ code: 'A' }, { code: 'B' }];
	const parameters = { ...CREATE, merchantSku: '={{ $json.code }}' };
	await bench.output('product', parameters, { input });
	const keysOf = (code: string) =>
		bench.sandbox.log
			.find('POST', '/products')
			.filter(({ body }) => JSON.stringify(body).includes(`"merchantSku":"${code}"`))
			.map(({ headers }) => headers['idempotency-key']);
	const [a, b] = [new Set(keysOf('A')), new Set(keysOf('B'))];
	expect([a.size, b.size]).toEqual([1, 1]);
	expect([...a]).not.toEqual([...b]);
	expect(
		bench.flexport
			.products()
			.map(({ merchantSku }) => merchantSku)
			.sort(),
	).toEqual(['A', 'B']);
});

test('a create whose answers are all lost made one product, and says that it may have', async () => {
	const result = await create(PERSISTENT, { kind: 'cutAfter' });
	expect(bench.flexport.products()).toHaveLength(1);
	expect(result.errorItems(NODE)).toEqual([
		{
			json: {
				error: 'Flexport did not answer: the connection was cut [item 0]',
				details: {
					what: 'Flexport did not answer: the connection was cut',
					fix: expect.stringMatching(/may or may not have done this.*merchant SKU/),
					code: 'ECONNRESET',
					transient: true,
				},
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('a server that keeps failing is believed after five tries', async () => {
	const result = await create(PERSISTENT, { kind: 'status', status: 500 });
	expect(bench.sandbox.log.find('POST', '/products')).toHaveLength(5);
	expect(result.errorItems(NODE)).toEqual([
		expect.objectContaining({
			json: {
				error: 'Flexport failed to process the request (HTTP 500) [item 0]',
				details: expect.objectContaining({ httpCode: '500', transient: true }),
			},
		}),
	]);
});
