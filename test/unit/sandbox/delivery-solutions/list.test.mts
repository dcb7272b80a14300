import { closeBenches } from '../helpers.mts';
import { example, openDesk, shipmentBody, shippingOf, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const list = (body: unknown = {}) => desk.shipping.post('/shipments/list', body);
const iso = (offset: number) => new Date(desk.clock.now() + offset).toISOString();
/** The external ids that a list finds. */
const found = async (body: unknown = {}): Promise<string[]> => {
	const { status, data } = await list(body);
	expect(status).toBe(200);
	return data.data.map(({ orderExternalId }: { orderExternalId: string }) => orderExternalId);
};
const add = (orderExternalId: string, fields: Record<string, unknown> = {}) =>
	desk.control.addShipment({ orderExternalId, ...fields });

test('without filters: what was created in the last 24 hours, newest first', async () => {
	add('old', { createdAt: iso(-DAY - 1) });
	add('yesterday', { createdAt: iso(-DAY) });
	add('noon', { createdAt: iso(-1) });
	await desk.shipping.post('/shipments', shipmentBody({ orderExternalId: 'new' }));
	expect(await found()).toEqual(['new', 'noon', 'yesterday']);
	expect(await found({ limit: 2 })).toEqual(['new', 'noon']);
	expect(await found({ status: [], orderExternalIds: [] })).toEqual(['new', 'noon', 'yesterday']);
	desk.control.listOrder = 'oldestFirst';
	expect(await found()).toEqual(['yesterday', 'noon', 'new']);
	const withoutBody = await desk.shipping.post('/shipments/list');
	expect([withoutBody.status, withoutBody.data.data.length]).toEqual([200, 3]);
});

test('the documented shipments come back word for word, whatever they are made of', async () => {
	const documented: unknown = example('list-answer').data;
	if (!Array.isArray(documented)) throw new Error('The example has no data.');
	for (const shipment of documented)
		desk.control.addShipment({ ...shipment, extra: { a: [null] } });
	const { data } = await list({ locationExternalIds: ['100983'] });
	expect(data.data).toHaveLength(documented.length);
	for (const shipment of documented) {
		expect(data.data).toContainEqual({ ...shipment, extra: { a: [null] } });
	}
	expect(data.paginationToken).toEqual({ next: null, previous: null });
});

test('the documented request is accepted but for its token', async () => {
	const { paginationToken, ...request } = example('list-request');
	expect(await found(request)).toEqual([]);
	expect((await list({ ...request, paginationToken })).status).toBe(400);
});

test('each filter leaves out the others, without a window of 24 hours', async () => {
	add('a', { createdAt: iso(-40 * DAY), lastUpdatedAt: iso(-2 * DAY), groupId: 'g' });
	add('b', { locationExternalId: '301', status: 'STAGED', createdAt: iso(-3 * DAY) });
	add('c', { pickupTime: { startsAt: 100 }, deliveryTime: { endsAt: 200 }, createdAt: '' });
	expect(await found({ groupId: 'g' })).toEqual(['a']);
	expect(await found({ groupId: 'G' })).toEqual([]);
	expect(await found({ locationExternalIds: ['301', 'x'] })).toEqual(['b']);
	expect(await found({ status: ['STAGED', 'ORDER_DELIVERED'] })).toEqual(['b']);
	expect(await found({ orderExternalIds: ['a', 'c', 'x'] })).toEqual(['c', 'a']);
	expect(await found({ status: ['STAGED'], orderExternalIds: ['a'] })).toEqual([]);
	const times = (startsAt: number, endsAt: number) => ({
		pickupTime: { startsAt },
		deliveryTime: { endsAt },
	});
	expect(await found(times(100, 200))).toEqual(['c']);
	expect(await found(times(101, 200))).toEqual([]);
	expect(await found(times(100, 199))).toEqual([]);
});

test('windows begin at their start; whether they hold their end can be chosen', async () => {
	const at = desk.clock.now();
	add('a', { createdAt: iso(-HOUR), lastUpdatedAt: iso(0) });
	const created = { startsAt: at - HOUR, endsAt: at };
	expect(await found({ createdAt: created })).toEqual(['a']);
	expect(await found({ createdAt: { ...created, startsAt: at - HOUR + 1 } })).toEqual([]);
	expect(await found({ lastUpdatedAt: created })).toEqual([]);
	desk.control.windowEnds = 'inclusive';
	expect(await found({ lastUpdatedAt: created })).toEqual(['a']);
	await desk.shipping.put('/shipments/a', { groupId: 'g' });
	await desk.clock.advance(10);
	desk.control.setShipment('a', { status: 'STAGED' });
	expect(await found({ lastUpdatedAt: created })).toEqual([]);
	expect(await found({ lastUpdatedAt: { startsAt: at + 10, endsAt: at + 10 } })).toEqual(['a']);
});

const window = (days: number) => ({ startsAt: 0, endsAt: days * DAY });

test.each([
	[{ limit: 0 }, 'limit'],
	[{ limit: 1001 }, 'limit'],
	[{ limit: 1.5 }, 'limit'],
	[{ limit: '10' }, 'limit'],
	[{ createdAt: { startsAt: 1 } }, 'createdAt.endsAt'],
	[{ lastUpdatedAt: { endsAt: 1 } }, 'lastUpdatedAt.startsAt'],
	[{ lastUpdatedAt: { startsAt: null, endsAt: 1 } }, 'lastUpdatedAt.startsAt'],
	[{ createdAt: { startsAt: '2026-01-01', endsAt: 1 } }, 'createdAt.startsAt'],
	[{ createdAt: { startsAt: 2, endsAt: 1 } }, 'createdAt'],
	[{ createdAt: { startsAt: 0, endsAt: 30 * DAY + 1 } }, 'createdAt'],
	[{ lastUpdatedAt: window(31) }, 'lastUpdatedAt'],
	[{ pickupTime: { startsAt: 1 } }, 'deliveryTime.endsAt'],
	[{ deliveryTime: { endsAt: 1 } }, 'pickupTime.startsAt'],
	[{ pickupTime: { startsAt: 1, endsAt: 2 }, deliveryTime: { endsAt: 1 } }, 'pickupTime.endsAt'],
	[{ orderExternalIds: Array(101).fill('a') }, 'orderExternalIds'],
	[{ locationExternalIds: Array(101).fill('a') }, 'locationExternalIds'],
	[{ orderExternalIds: 'a' }, 'orderExternalIds'],
	[{ status: ['SHIPPED'] }, 'status[0]'],
	[{ status: 'STAGED' }, 'status'],
	[{ groupId: null }, 'groupId'],
	[{ offset: 1 }, 'offset'],
	[{ paginationToken: 'x' }, 'paginationToken'],
	[{ paginationToken: null }, 'paginationToken'],
])('%j is INVALID_DATA', async (body, parameter) => {
	const { status, data } = await list(body);
	expect(status).toBe(400);
	expect(data).toMatchObject({
		type: 'INVALID_DATA',
		errors: [{ type: 'INVALID_DATA', parameter }],
	});
});

test('thirty days are allowed, more are refused in the documented sentence', async () => {
	expect((await list({ lastUpdatedAt: window(30) })).status).toBe(200);
	expect((await list({ lastUpdatedAt: window(31) })).data.message).toBe(
		'Invalid Data: lastUpdatedAt date range cannot be greater than 30 days',
	);
});

/** All pages from the first on; `between` happens after each. */
async function pages(body: Record<string, unknown>, between: () => void = () => undefined) {
	const all: string[][] = [];
	let paginationToken: string | null = null;
	do {
		const { data } = await list(paginationToken === null ? body : { ...body, paginationToken });
		all.push(data.data.map(({ orderExternalId }: { orderExternalId: string }) => orderExternalId));
		paginationToken = data.paginationToken.next;
		between();
	} while (paginationToken !== null);
	return all;
}

test.each(['newestFirst', 'oldestFirst'] as const)('%s: pages hold each once', async (order) => {
	desk.control.listOrder = order;
	desk.control.addShipments(25);
	const names = desk.control.shipments().map(({ orderExternalId }) => orderExternalId);
	const expected = order === 'oldestFirst' ? names : names.reverse();
	const all = await pages({ limit: 10 });
	expect(all.map((page) => page.length)).toEqual([10, 10, 5]);
	expect(all.flat()).toEqual(expected);
	expect((await pages({ limit: 25 })).length).toBe(1);
});

test.each(['newestFirst', 'oldestFirst'] as const)(
	'%s: shipments that come meanwhile disturb no page',
	async (order) => {
		desk.control.listOrder = order;
		desk.control.addShipments(12);
		const names = desk.control.shipments().map(({ orderExternalId }) => orderExternalId);
		const all = await pages({ limit: 5 }, () => void desk.control.addShipments(3));
		expect(all.flat().sort()).toEqual(names.sort());
	},
);

test('time that passes between the pages takes nothing away', async () => {
	desk.control.tokenSeconds = 3 * 24 * 3600;
	desk.shipping = await shippingOf(desk.control);
	desk.control.addShipments(4, (index) => ({ createdAt: iso(-DAY + index * HOUR) }));
	const first = await list({ limit: 2 });
	await desk.clock.advance(DAY);
	const { next } = first.data.paginationToken;
	expect(await found({ limit: 2, paginationToken: next })).toHaveLength(2);
});

test('previous leads back to the same page', async () => {
	desk.control.addShipments(7);
	const first = (await list({ limit: 3 })).data;
	expect(first.paginationToken.previous).toBeNull();
	const second = (await list({ limit: 3, paginationToken: first.paginationToken.next })).data;
	desk.control.addShipments(2);
	const last = (await list({ limit: 3, paginationToken: second.paginationToken.next })).data;
	expect([last.data.length, last.paginationToken.next]).toEqual([1, null]);
	const back = (await list({ limit: 3, paginationToken: last.paginationToken.previous })).data;
	expect(back.data).toEqual(second.data);
	const start = (await list({ limit: 3, paginationToken: back.paginationToken.previous })).data;
	expect(start.data).toEqual(first.data);
	expect(start.paginationToken.previous).toBeNull();
});

test('a token belongs to its filters and its account', async () => {
	desk.control.addShipments(3);
	const filters = { status: ['ORDER_DISPATCHED'], createdAt: { startsAt: 0, endsAt: 1 } };
	desk.control.addShipments(3, () => ({ createdAt: '1970-01-01T00:00:00.000Z' }));
	const { next } = (await list({ ...filters, limit: 1 })).data.paginationToken;
	const token = { paginationToken: next };
	expect((await list({ ...filters, ...token, limit: 2 })).status).toBe(200);
	const turned = { createdAt: { endsAt: 1, startsAt: 0 }, status: ['ORDER_DISPATCHED'] };
	expect((await list({ ...turned, ...token })).status).toBe(200);
	for (const other of [{}, { ...filters, status: ['STAGED'] }, { ...filters, groupId: 'g' }]) {
		const { status, data } = await list({ ...other, ...token });
		expect([status, data.type, data.errors[0].parameter]).toEqual([
			400,
			'INVALID_DATA',
			'paginationToken',
		]);
	}
});

test('ten thousand shipments are listed in ten pages', async () => {
	desk.control.addShipments(10_000);
	const all = await pages({});
	expect(all.map((page) => page.length)).toEqual(Array(10).fill(1000));
	expect(new Set(all.flat()).size).toBe(10_000);
});
