import { STATUSES } from '../../../sandbox/delivery-solutions/statuses.mts';
import { closeBenches } from '../helpers.mts';
import { example, openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = (orderAttributes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody({ orderAttributes }));
const status = async () => (await desk.shipping.get('/shipments/WEB-1')).data.status;
const history = async (query = '') =>
	(await desk.shipping.get(`/shipments/WEB-1/status-history${query}`)).data[0];
const steps = async (query = '') =>
	(await history(query)).orderStatus.map((entry: { status: string }) => entry.status);

test('a shipment goes its way by itself', async () => {
	expect((await create()).data.status).toBe('ORDER_DISPATCHED');
	const seen: [number, string][] = [];
	for (let second = 0; second <= 20; second += 2) {
		seen.push([second, await status()]);
		await desk.clock.advance(2000);
	}
	expect(seen).toEqual([
		[0, 'ORDER_DISPATCHED'],
		[2, 'ORDER_ASSIGNED'],
		[4, 'PICKUP_STARTED'],
		[6, 'PICKUP_COMPLETED'],
		[8, 'IN_TRANSIT'],
		[10, 'OUT_FOR_DELIVERY'],
		[12, 'OUT_FOR_DELIVERY'],
		[14, 'OUT_FOR_DELIVERY'],
		[16, 'ORDER_DELIVERED'],
		[18, 'ORDER_DELIVERED'],
		[20, 'ORDER_DELIVERED'],
	]);
	const { data } = await desk.shipping.get('/shipments/WEB-1');
	const start = Date.parse('2026-01-15T12:00:00.000Z');
	expect(data).toMatchObject({
		createdAt: '2026-01-15T12:00:00.000Z',
		lastUpdatedAt: '2026-01-15T12:00:16.000Z',
		actualPickupTime: start + 6000,
		actualDeliveryTime: start + 16_000,
		estimatedPickupTime: { startsAt: start + 4000 },
		estimatedDeliveryTime: { endsAt: start + 16_000 },
		fee: expect.any(Number),
		amount: expect.any(Number),
	});
});

test('the times of the way can be chosen', async () => {
	desk = await openDesk({ shipmentLife: [100, 200] });
	await create();
	await desk.clock.advance(200);
	expect(await status()).toBe('PICKUP_STARTED');
	await desk.clock.advance(2000);
	expect(await status()).toBe('PICKUP_COMPLETED');
});

test.each(STATUSES)('%s is reached, at once and later', async (wanted) => {
	const { data } = await create({ sandboxLife: wanted });
	expect(data.status).toBe(wanted);
	expect((await steps()).at(-1)).toBe(wanted);
	await desk.clock.advance(60_000);
	expect(await status()).toBe(wanted);
	await desk.shipping.post(
		'/shipments',
		shipmentBody({
			orderExternalId: 'WEB-2',
			orderAttributes: { sandboxLife: `STAGED, ${wanted}` },
		}),
	);
	await desk.clock.advance(2000);
	expect((await desk.shipping.get('/shipments/WEB-2')).data.status).toBe(wanted);
	const listed = await desk.shipping.post('/shipments/list', { status: [wanted] });
	expect(listed.data.data).toHaveLength(2);
});

test('before a provider has it there is no provider, tracking number, price or label', async () => {
	await create({ sandboxLife: 'PENDING_DISPATCH,ORDER_DISPATCHED' });
	const before = (await desk.shipping.get('/shipments/WEB-1')).data;
	expect(before).toMatchObject({ provider: null, fee: null, referenceLinks: { labelLink: null } });
	expect(before).not.toHaveProperty('trackingId');
	await desk.clock.advance(2000);
	expect((await desk.shipping.get('/shipments/WEB-1')).data).toMatchObject({
		provider: { name: 'UPS' },
		trackingId: expect.any(String),
		fee: expect.any(Number),
		referenceLinks: { labelLink: expect.any(String) },
	});
});

test('get answers the documented keys, by either id', async () => {
	await desk.shipping.post('/shipments', {
		...example('create-request'),
		orderExternalId: 'A/B #1 100%',
	});
	const stored = desk.control.shipment('A/B #1 100%');
	for (const id of [encodeURIComponent('A/B #1 100%'), stored?.id]) {
		const { status: answered, data } = await desk.shipping.get(
			`/shipments/${id}?force_update=true`,
		);
		expect(answered).toBe(200);
		expect(data).toEqual(stored);
		const documented = Object.keys(example('get-answer'));
		expect(documented.filter((key) => !(key in data))).toEqual([]);
	}
});

test('the history is worded as documented', async () => {
	await create({ sandboxLife: 'ORDER_DISPATCHED,ORDER_UNDELIVERABLE' });
	await desk.clock.advance(2000);
	const answer = await desk.shipping.get('/shipments/WEB-1/status-history');
	const [documented] = Object.values(example('status-history')).map(Object);
	expect(answer.data).toHaveLength(1);
	expect(Object.keys(answer.data[0]).sort()).toEqual(Object.keys(documented).sort());
	expect(answer.data[0].orderId).toBe(desk.control.shipment('WEB-1')?.id);
	const entries = answer.data[0].orderStatus;
	expect(entries[0]).toEqual({
		status: 'REQUEST_RECEIVED',
		updatedAt: 'January 15th 2026, 6:00:00 am CST',
		note: null,
		statusUser: 'Default_Business_Key',
	});
	expect(entries.at(-1)).toEqual({
		...documented.orderStatus.at(-1),
		updatedAt: 'January 15th 2026, 6:00:02 am CST',
		statusUser: 'UPS',
	});
});

test.each([
	['2022-04-27T07:45:45.000Z', 'April 27th 2022, 2:45:45 am CDT'],
	['2022-10-26T20:46:07.000Z', 'October 26th 2022, 3:46:07 pm CDT'],
	['2026-12-01T18:00:00.000Z', 'December 1st 2026, 12:00:00 pm CST'],
	['2026-02-22T06:00:00.000Z', 'February 22nd 2026, 12:00:00 am CST'],
	['2026-05-12T18:00:00.000Z', 'May 12th 2026, 1:00:00 pm CDT'],
])('%s is %s, or ISO 8601 when that is chosen', async (createdAt, text) => {
	desk.control.addShipment({ orderExternalId: 'WEB-1', createdAt });
	expect((await history()).orderStatus[0].updatedAt).toBe(text);
	desk.control.historyTimes = 'iso';
	expect((await history()).orderStatus[0].updatedAt).toBe(createdAt);
});

test('is_unique leaves out repeats', async () => {
	await create({ sandboxLife: 'ORDER_DISPATCHED,ORDER_DELAYED,IN_TRANSIT,ORDER_DELAYED' });
	await desk.clock.advance(10_000);
	const all = ['REQUEST_RECEIVED', 'ESTIMATES_RECEIVED', 'ORDER_DISPATCHED', 'ORDER_DELAYED'];
	expect(await steps()).toEqual([...all, 'IN_TRANSIT', 'ORDER_DELAYED']);
	expect(await steps('?is_unique=false')).toHaveLength(6);
	expect(await steps('?is_unique=true')).toEqual([...all, 'IN_TRANSIT']);
});

test('a status that is set stays and is in the history; a history can be given word for word', async () => {
	await create();
	desk.control.setShipment('WEB-1', { status: 'ORDER_DELAYED', fee: 3 });
	await desk.clock.advance(60_000);
	expect(await status()).toBe('ORDER_DELAYED');
	expect((await steps()).at(-1)).toBe('ORDER_DELAYED');
	const entries = [{ status: 'X', updatedAt: null, _id: 1 }];
	desk.control.setHistory('WEB-1', entries);
	expect((await history()).orderStatus).toEqual(entries);
	expect(() => desk.control.setShipment('nobody', {})).toThrow('no shipment');
});
