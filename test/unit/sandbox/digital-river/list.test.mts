import { closeBenches } from '../helpers.mts';
import { example, openDesk, refusal, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

interface Page {
	hasMore?: boolean;
	data: { id: number; upstreamId: string }[];
}

const list = (query = '') => desk.river.get(`/fulfillment-orders${query}`);
const page = async (query = ''): Promise<Page> => {
	const { status, data } = await list(query);
	expect(status).toBe(200);
	return data;
};
const names = ({ data }: Page) => data.map(({ upstreamId }) => upstreamId);
const addNamed = (count: number, prefix = 'o') =>
	desk.control.addOrders(count, (index) => ({ upstreamId: `${prefix}${index}` }));
/** o4, o3, ... o0 for 5. */
const newestFirst = (count: number) =>
	Array.from({ length: count }, (_, index) => `o${count - 1 - index}`);

test('a list has ten orders unless told, newest first', async () => {
	addNamed(12);
	const first = await page();
	expect(names(first)).toEqual(newestFirst(12).slice(0, 10));
	expect(first.hasMore).toBe(true);
	expect(await page('?limit=12')).toMatchObject({ hasMore: false });
	expect(names(await page('?limit=1'))).toEqual(['o11']);
	expect((await page('?limit=100')).data).toHaveLength(12);
});

test('an order that was created earlier comes later, whenever it was stored', async () => {
	addNamed(2);
	desk.control.addOrder({ upstreamId: 'old', createdTime: '2020-01-01T00:00:00Z' });
	desk.control.addOrder({ upstreamId: 'new', createdTime: '2030-01-01T00:00:00Z' });
	expect(names(await page())).toEqual(['new', 'o1', 'o0', 'old']);
});

test('without hasMore there is only data', async () => {
	desk.control.sendsHasMore = false;
	addNamed(12);
	expect(Object.keys(await page())).toEqual(['data']);
	expect(Object.keys((await desk.river.get('/fulfillment-cancellations')).data)).toEqual(['data']);
});

test('the documented order comes back word for word, in a list and alone', async () => {
	const documented = example('order');
	desk.control.addOrder(documented);
	desk.control.sendsHasMore = false;
	expect((await list()).data).toEqual(example('list-answer'));
	expect((await desk.river.get('/fulfillment-orders/9292981838')).data).toEqual(documented);
});

/** Reads every page with a cursor; `between` happens after each. */
async function walk(cursor: 'startingAfter' | 'endingBefore', from?: string, between = () => {}) {
	const pages: string[][] = [];
	let id = from;
	for (;;) {
		const { data, hasMore } = await page(`?limit=100${id === undefined ? '' : `&${cursor}=${id}`}`);
		if (data.length > 0) pages.push(data.map(({ upstreamId }) => upstreamId));
		between();
		const last = cursor === 'startingAfter' ? data.at(-1) : data[0];
		if (last === undefined || hasMore === false) return pages;
		id = String(last.id);
	}
}

test.each([true, false])('350 orders are read once each, hasMore %s', async (sendsHasMore) => {
	desk.control.sendsHasMore = sendsHasMore;
	const oldest = addNamed(350)[0];
	const forwards = await walk('startingAfter');
	expect(forwards.map((rows) => rows.length)).toEqual([100, 100, 100, 50]);
	expect(forwards.flat()).toEqual(newestFirst(350));
	const backwards = await walk('endingBefore', String(oldest?.id));
	expect(backwards.map((rows) => rows.length)).toEqual([100, 100, 100, 49]);
	expect(backwards.reverse().flat()).toEqual(newestFirst(350).slice(0, -1));
});

test('orders that come meanwhile disturb no page', async () => {
	addNamed(250);
	const pages = await walk('startingAfter', undefined, () => void addNamed(3, 'later'));
	expect(pages.flat()).toEqual(newestFirst(250));
});

test('endingBefore gives what stands immediately before, and wins over startingAfter', async () => {
	const [, , third, , fifth] = addNamed(10);
	const before = await page(`?limit=2&endingBefore=${third?.id}`);
	expect(names(before)).toEqual(['o4', 'o3']);
	expect(before.hasMore).toBe(true);
	const both = await page(`?limit=2&endingBefore=${third?.id}&startingAfter=${fifth?.id}`);
	expect(names(both)).toEqual(['o4', 'o3']);
	const all = await page(`?limit=7&endingBefore=${third?.id}`);
	expect([names(all).length, all.hasMore]).toEqual([7, false]);
});

test.each([
	['ids=ONE&ids=TWO', ['o3', 'o1']],
	['ids[]=ONE&ids[]=TWO', ['o3', 'o1']],
	['ids%5B%5D=ONE&ids=TWO', ['o3', 'o1']],
	['ids=ONE', ['o1']],
	['ids=ONE,TWO', []],
	['upstreamIds=o1&upstreamIds=o2&upstreamIds=nobody', ['o2', 'o1']],
	['upstreamIds[]=o4', ['o4']],
	['upstreamIds=o1&ids=ONE', ['o1']],
	['upstreamIds=o2&ids=ONE', []],
])('%s filters', async (query, expected) => {
	const orders = addNamed(5);
	const filled = query.replace('ONE', String(orders[1]?.id)).replace('TWO', String(orders[3]?.id));
	expect(names(await page(`?${filled}`))).toEqual(expected);
});

test('a filter and a cursor work together', async () => {
	desk.control.addOrders(6, (index) => ({ upstreamId: index % 2 === 0 ? 'even' : 'odd' }));
	const first = await page('?upstreamIds=even&limit=2');
	expect([names(first), first.hasMore]).toEqual([['even', 'even'], true]);
	const cursor = first.data.at(-1)?.id;
	const second = await page(`?upstreamIds=even&limit=2&startingAfter=${cursor}`);
	expect([names(second), second.hasMore]).toEqual([['even'], false]);
});

test.each([
	['limit=0', 'invalid_parameter', 'limit'],
	['limit=101', 'invalid_parameter', 'limit'],
	['limit=-1', 'invalid_parameter', 'limit'],
	['limit=ten', 'invalid_parameter', 'limit'],
	['limit=1.5', 'invalid_parameter', 'limit'],
	['limit=', 'invalid_parameter', 'limit'],
	['limit=5&limit=6', 'invalid_parameter', 'limit'],
	['startingAfter=1', 'invalid_parameter', 'startingAfter'],
	['startingAfter=', 'invalid_parameter', 'startingAfter'],
	['endingBefore=nobody', 'invalid_parameter', 'endingBefore'],
	['offset=10', 'unknown_parameter', 'offset'],
	['limit[]=10', 'unknown_parameter', 'limit[]'],
	['createdTime[gt]=2020-01-01T00:00:00Z', 'unknown_parameter', 'createdTime[gt]'],
	['state=pending', 'unknown_parameter', 'state'],
])('?%s is refused', async (query, code, parameter) => {
	const { status, data } = await list(`?${query}`);
	expect([status, data]).toEqual([400, refusal('bad_request', code, parameter)]);
});

test('ten thousand orders are listed', async () => {
	addNamed(10_000);
	const pages = await walk('startingAfter');
	expect(new Set(pages.flat()).size).toBe(10_000);
});
