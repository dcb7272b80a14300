import type { Fault } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { hurry } from '../support/hurry.mts';

const ALL = { operation: 'getAll', returnAll: true };

const bench = useFlexportBench();
let endHurry: () => void;

beforeEach(() => {
	bench.flexport.addProducts(850);
	endHurry = hurry();
});

afterEach(() => endHurry());

const storedSkus = () => bench.flexport.products().map(({ logisticsSku }) => logisticsSku);

test.each<[string, Fault]>([
	['503', { kind: 'status', status: 503 }],
	['500', { kind: 'status', status: 500 }],
	['the gateway’s 504', { kind: 'status', status: 504 }],
	['429 with seconds', { kind: 'status', status: 429, retryAfter: 3 }],
	['429 with a date', { kind: 'status', status: 429, retryAfter: 'date' }],
	['429 without a time', { kind: 'status', status: 429 }],
	['a connection cut before the answer', { kind: 'cutBefore' }],
	['a connection cut instead of the answer', { kind: 'cutAfter' }],
	['a connection cut in the middle of the answer', { kind: 'cutDuring' }],
	['a web page', { kind: 'notJson' }],
	['an answer that dribbles in', { kind: 'slowBody', ms: 200 }],
])('a page that meets %s once is read again: none twice, none skipped', async (_what, fault) => {
	bench.sandbox.faults.add({ method: 'GET', path: '/products', when: { nth: [3] }, fault });
	const products = await bench.output('product', ALL);
	expect(products.map(({ sku }) => sku)).toEqual(storedSkus());
	expect(bench.sandbox.faults.counts()[fault.kind]).toBeGreaterThan(0);
});

test('a list read through many faults is whole', async () => {
	const when = { every: 3 };
	bench.sandbox.faults.add({ method: 'GET', when, fault: { kind: 'status', status: 503 } });
	const products = await bench.output('product', ALL);
	expect(products.map(({ sku }) => sku)).toEqual(storedSkus());
});

test('a list read at a rate limit is whole', async () => {
	bench.sandbox.faults.rateLimit({ perSecond: 2, burst: 2, retryAfter: 'seconds' });
	const products = await bench.output('product', ALL);
	expect(products.map(({ sku }) => sku)).toEqual(storedSkus());
	expect(bench.sandbox.faults.counts().rateLimit).toBeGreaterThan(0);
});

test('a server that keeps failing ends the list with an error, not with half of the list', async () => {
	const fault = { kind: 'status', status: 503 } as const;
	// The first page gets through, all others fail every time.
	const nth = Array.from({ length: 100 }, (_, index) => index + 2);
	bench.sandbox.faults.add({ method: 'GET', when: { nth }, fault });
	const result = await bench.run('product', ALL);
	expect(result.error?.message).toBe('Flexport is not available at the moment (HTTP 503) [item 0]');
	expect(result.items(NODE)).toEqual([]);
});

test('one list that fails leaves the lists of the other items whole', async () => {
	const input = [{ limit: 2 }, { limit: 0 }, { limit: 1 }];
	const parameters = { operation: 'getAll', limit: '={{ $json.limit }}' };
	const result = await bench.run('product', parameters, {
		input,
		onError: 'continueRegularOutput',
	});
	expect(result.items(NODE).map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([
		[storedSkus()[0], { item: 0 }],
		[storedSkus()[1], { item: 0 }],
		[undefined, { item: 1 }],
		[storedSkus()[0], { item: 2 }],
	]);
});
