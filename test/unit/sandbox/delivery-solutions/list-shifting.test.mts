import { closeBenches } from '../helpers.mts';
import { openDesk, shippingOf, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const MINUTE = 60_000;
const ALL_TIME = { startsAt: Date.parse('2026-01-01'), endsAt: Date.parse('2026-01-30') };
const ALL = { lastUpdatedAt: ALL_TIME };

async function page(body: Record<string, unknown>) {
	const { status, data } = await desk.shipping.post('/shipments/list', { ...ALL, ...body });
	if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`);
	const rows: Array<{ orderExternalId: string; status: string }> = data.data;
	return {
		names: rows.map(({ orderExternalId }) => orderExternalId),
		statuses: rows.map((row) => row.status),
		next: data.paginationToken.next,
		previous: data.paginationToken.previous,
	};
}

/** All pages from the first on. */
async function pages(limit: number): Promise<string[][]> {
	const all: string[][] = [];
	let token: string | undefined;
	do {
		const { names, next } = await page({ limit, ...(token ? { paginationToken: token } : {}) });
		all.push(names);
		token = next ?? undefined;
	} while (token !== undefined);
	return all;
}

/** Shipments A, B, C and so on, made and updated a minute apart. */
async function addShipments(count: number): Promise<void> {
	for (let index = 0; index < count; index += 1) {
		desk.control.addShipment({ orderExternalId: String.fromCharCode(65 + index) });
		await desk.clock.advance(MINUTE);
	}
}

test('lists can be in order of the last update', async () => {
	await addShipments(3);
	desk.control.listBy = 'lastUpdatedAt';
	expect((await page({})).names).toEqual(['C', 'B', 'A']);
	desk.control.setShipment('A', { status: 'STAGED' });
	expect((await page({})).names).toEqual(['A', 'C', 'B']);
	desk.control.listOrder = 'oldestFirst';
	expect((await page({})).names).toEqual(['B', 'C', 'A']);
});

test('these ways can be chosen over HTTP', async () => {
	await addShipments(3);
	const switches = { listBy: 'lastUpdatedAt', pageTokens: 'offset', mostPerPage: 2 };
	const url = `${desk.sandbox.url}/_sandbox/delivery-solutions/switches`;
	expect((await desk.shipping.post(url, switches)).status).toBe(204);
	desk.control.setShipment('A', { status: 'STAGED' });
	expect(await pages(1000)).toEqual([['A', 'C'], ['B']]);
	expect((await desk.shipping.post(url, { mostPerPage: 0 })).status).toBe(422);
});

test('a page never has more than the cap, and the token leads on behind it', async () => {
	await addShipments(5);
	desk.control.mostPerPage = 2;
	expect(await pages(1000)).toEqual([['E', 'D'], ['C', 'B'], ['A']]);
	expect(await pages(1)).toHaveLength(5);
});

describe('tokens that stand for a number', () => {
	beforeEach(async () => {
		await addShipments(6);
		desk.control.pageTokens = 'offset';
	});

	test('lead through a list that rests, and back', async () => {
		expect(await pages(4)).toEqual([
			['F', 'E', 'D', 'C'],
			['B', 'A'],
		]);
		const { next } = await page({ limit: 4 });
		const { previous } = await page({ limit: 4, paginationToken: next });
		const back = await page({ limit: 4, paginationToken: previous });
		expect([back.names, back.previous]).toEqual([['F', 'E', 'D', 'C'], null]);
		expect((await page({ limit: 6 })).next).toBeNull();
	});

	test('give a shipment twice when another one comes in front', async () => {
		desk.control.beforePage(({ isFirst }) => {
			if (!isFirst) desk.control.addShipment({ orderExternalId: 'G' });
		});
		expect(await pages(4)).toEqual([
			['F', 'E', 'D', 'C'],
			['C', 'B', 'A'],
		]);
	});

	test('pass a shipment over when another one goes from the front to the end', async () => {
		desk.control.listBy = 'lastUpdatedAt';
		desk.control.listOrder = 'oldestFirst';
		let isDone = false;
		desk.control.beforePage(({ isFirst }) => {
			if (!isFirst && !isDone) desk.control.setShipment('A', { status: 'STAGED' });
			isDone ||= !isFirst;
		});
		expect(await pages(3)).toEqual([
			['A', 'B', 'C'],
			['E', 'F', 'A'],
		]);
	});

	test('may lie behind the end of a list that has shrunk', async () => {
		const { next } = await page({ limit: 5, status: ['ORDER_DISPATCHED'] });
		for (const name of ['A', 'B', 'C']) desk.control.setShipment(name, { status: 'STAGED' });
		const last = await page({ limit: 5, status: ['ORDER_DISPATCHED'], paginationToken: next });
		expect([last.names, last.next]).toEqual([[], null]);
	});

	test('belong to the filters of their list, as others do', async () => {
		const { next } = await page({ limit: 2 });
		const body = { ...ALL, limit: 2, groupId: 'g', paginationToken: next };
		expect((await desk.shipping.post('/shipments/list', body)).status).toBe(400);
	});
});

test('something can happen before each page, until a reset', async () => {
	await addShipments(3);
	const seen: boolean[] = [];
	desk.control.beforePage(({ isFirst }) => seen.push(isFirst));
	await pages(1);
	expect(seen).toEqual([true, false, false]);
	desk.control.reset();
	desk.shipping = await shippingOf(desk.control);
	await page({});
	expect(seen).toHaveLength(3);
});

describe('lists may show another version of a shipment', () => {
	const status = async () => (await page({})).statuses;

	test('an older one, found by its own time', async () => {
		await addShipments(1);
		const old = structuredClone(desk.control.shipment('A'));
		const at = desk.clock.now();
		desk.control.setShipment('A', { status: 'STAGED' });
		desk.control.listAs('A', old ?? null);
		expect(await status()).toEqual(['ORDER_DISPATCHED']);
		const { names } = await page({ lastUpdatedAt: { startsAt: at, endsAt: at + 1 } });
		expect(names).toEqual([]);
		expect((await desk.shipping.get('/shipments/A')).data.status).toBe('STAGED');
		desk.control.listAs('A');
		expect(await status()).toEqual(['STAGED']);
	});

	test('or none', async () => {
		await addShipments(1);
		desk.control.listAs('A', null);
		expect(await status()).toEqual([]);
		expect((await desk.shipping.get('/shipments/A')).status).toBe(200);
		expect(() => desk.control.listAs('Z')).toThrow('There is no shipment Z.');
	});
});
