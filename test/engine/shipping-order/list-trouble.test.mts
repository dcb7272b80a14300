import type { Fault } from '../../sandbox/faults.mts';
import { hurry } from '../support/hurry.mts';
import { output, seenError } from '../support/seen.mts';
import { list } from '../support/shipment-calls.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';
import { until } from '../support/until.mts';

const desk = useShippingDesk();

let endHurry = (): void => undefined;
beforeEach(() => {
	endHurry = hurry();
});
afterEach(() => endHurry());

const GROUP = { groupId: 'G' };

const add = (count: number, name = 'SHOP') =>
	desk.api.addShipments(count, (index) => ({ ...GROUP, orderExternalId: `${name}-${index}` }));

const ids = (result: Parameters<typeof output>[0]) =>
	output(result).map(({ externalOrderId }) => externalOrderId);

const newestFirst = () =>
	desk.api
		.shipments()
		.map(({ orderExternalId }) => orderExternalId)
		.reverse();

const inPages = (pageSize: number) => list(GROUP, { options: { pageSize } });

const requests = () => desk.sandbox.log.find('POST', /list$/).length;

describe('trouble in the middle of a list loses nothing and gives nothing twice', () => {
	it.each<[string, Fault]>([
		['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 2 }],
		['429 without', { kind: 'status', status: 429 }],
		['500', { kind: 'status', status: 500 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 3 }],
		['502 with a page', { kind: 'status', status: 502, body: '<html>Bad Gateway</html>' }],
		['a connection cut before the answer', { kind: 'cutBefore' }],
		['a connection cut in the middle of the answer', { kind: 'cutDuring' }],
		['a web page in place of the answer', { kind: 'notJson' }],
	])('%s', async (_name, fault) => {
		add(250);
		desk.sandbox.faults.add({ path: /list$/, fault, when: { nth: [2, 4, 5] } });
		expect(ids(await desk.run(inPages(50)))).toEqual(newestFirst());
		expect(requests()).toBe(8);
	});

	it('a token that is refused', async () => {
		add(250);
		const fault = { kind: 'expiredToken' } as const;
		desk.sandbox.faults.add({ path: /list$/, fault, when: { nth: [2, 4] } });
		expect(ids(await desk.run(inPages(50)))).toEqual(newestFirst());
		expect(requests()).toBe(7);
		expect(desk.api.tokenRequests()).toBe(3);
	});

	it('one request in five fails in one way or another', async () => {
		add(300);
		const rate = { rate: 0.07 };
		desk.sandbox.faults.add({ path: /list$/, when: rate, fault: { kind: 'cutDuring' } });
		desk.sandbox.faults.add({ path: /list$/, when: rate, fault: { kind: 'status', status: 500 } });
		desk.sandbox.faults.add({ path: /list$/, when: rate, fault: { kind: 'status', status: 429 } });
		expect(ids(await desk.run(inPages(10)))).toEqual(newestFirst());
		expect(requests()).toBeGreaterThan(33);
	});

	it('an empty page in the middle does not end it', async () => {
		const page = (data: object[], next: string | null) =>
			desk.sandbox.faults.add({
				path: /list$/,
				fault: { kind: 'status', status: 200, body: { data, paginationToken: { next } } },
			});
		page([{ id: 'a' }], 'one');
		page([], 'two');
		page([{ id: 'b' }], null);
		expect(output(await desk.run(list({}))).map(({ id }) => id)).toEqual(['a', 'b']);
		const tokens = desk
			.bodies('POST', '/shipments/list')
			.map((body) => Object(body).paginationToken);
		expect(tokens).toEqual([undefined, 'one', 'two']);
	});
});

describe('a list that changes while it is read', () => {
	it('gives all that was there, and nothing twice, while shipments are added', async () => {
		add(200);
		const before = newestFirst();
		desk.sandbox.faults.add({ path: /list$/, latencyMs: 20, when: { every: 1 } });
		const run = desk.run(inPages(25));
		for (let page = 1; page <= 6; page += 1) {
			await until(() => requests() >= page);
			add(10, `NEW-${page}`);
		}
		const seen = ids(await run);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toEqual(expect.arrayContaining(before));
	});

	it('gives a shipment that moves from one page to the next once, as it was seen first', async () => {
		const page = (data: object[], next: string | null) =>
			desk.sandbox.faults.add({
				path: /list$/,
				fault: { kind: 'status', status: 200, body: { data, paginationToken: { next } } },
			});
		page([{ id: 'a', status: 'STAGED' }, { id: 'b' }], 'next');
		page([{ id: 'a', status: 'IN_TRANSIT' }, { id: 'c' }], null);
		const items = output(await desk.run(list({})));
		expect(items.map(({ id, providerStatus }) => [id, providerStatus])).toEqual([
			['a', 'STAGED'],
			['b', null],
			['c', null],
		]);
	});
});

describe('trouble that does not end is told, and no part of the list is given for the whole', () => {
	it.each<[string, Fault, RegExp]>([
		['500', { kind: 'status', status: 500 }, /failed to process the request.*\(HTTP 500\)/],
		['connections that are cut', { kind: 'cutBefore' }, /did not answer: the connection was cut/],
		['web pages', { kind: 'notJson' }, /a page where data belongs \(HTTP 200\)/],
		[
			'a wait of an hour',
			{ kind: 'status', status: 429, retryAfter: 3600 },
			/keeps asking to slow down \(HTTP 429\)/,
		],
	])('%s', async (_name, fault, expected) => {
		add(100);
		const nth = Array.from({ length: 20 }, (_, index) => index + 2);
		desk.sandbox.faults.add({ path: /list$/, fault, when: { nth } });
		const result = await desk.run(inPages(50));
		const { message } = seenError(result);
		expect(message).toMatch(expected);
		expect(message).toMatch(/ \[item 0\]$/);
		expect(requests()).toBeLessThanOrEqual(6);
	});

	it('a success that holds no list', async () => {
		const fault = { kind: 'status', status: 200, body: { message: 'Welcome' } } as const;
		desk.sandbox.faults.add({ path: /list$/, fault, when: { every: 1 } });
		const { message } = seenError(await desk.run(list({})));
		expect(message).toContain('something other than a list');
	});
});
