import { closeBenches } from '../helpers.mts';
import { example, openDesk, refusal, riverWith, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const SHIP_TO = { address: { country: 'US' } };
const COUNTERS = { backordered: 0, shipped: 0, cancelled: 0, returned: 0, state: 'pending' };

test('an order comes back with ids, a state and balanced counters', async () => {
	const { status, data } = await desk.create();
	expect(status).toBe(201);
	expect(data).toEqual({
		id: expect.any(Number),
		createdTime: '2026-01-15T12:00:00Z',
		currency: 'USD',
		upstreamOrderTime: '2026-01-15T11:00:00Z',
		upstreamId: 'WEB-1',
		items: [
			{
				id: expect.stringMatching(/^\d+$/),
				upstreamId: '1',
				inventoryItemId: 'mug',
				quantity: 2,
				pending: 2,
				...COUNTERS,
			},
			{
				id: expect.stringMatching(/^\d+$/),
				upstreamId: '2',
				inventoryItemId: 'tee',
				quantity: 3,
				pending: 3,
				...COUNTERS,
			},
		],
		state: 'pending',
		liveMode: false,
	});
	expect((await desk.river.get(`/fulfillment-orders/${data.id}`)).data).toEqual(data);
	expect(desk.control.order('WEB-1')).toEqual(data);
	expect(desk.control.order(data.id)).toEqual(data);
});

test('the documented request, with its exploded time and nested items, gives the documented answer', async () => {
	Object.assign(desk.control, { explodedDates: true, lineCounters: false });
	const { status, data } = await desk.river.post('/fulfillment-orders', example('create-request'));
	const { id, createdTime, items, ...rest } = example('create-answer');
	const { id: newId, createdTime: newTime, items: newItems, ...others } = data;
	expect([status, others]).toEqual([201, rest]);
	expect([typeof newId, Object.keys(newTime)]).toEqual([
		typeof id,
		Object.keys(Object(createdTime)),
	]);
	const [[line]] = newItems;
	expect([[{ ...line, id: '449838789' }]]).toEqual(items);
	expect(line.id).toEqual(expect.any(String));
	expect(desk.control.order('7765374748')).toMatchObject({
		upstreamOrderTime: '2018-04-25T20:36:00Z',
		items: [{ upstreamId: '123', pending: 1 }],
	});
});

test('ids can be of the other type', async () => {
	Object.assign(desk.control, { stringIds: true, numericLineIds: true });
	const { data } = await desk.create();
	expect([typeof data.id, typeof data.items[0].id]).toEqual(['string', 'number']);
	expect((await desk.river.get(`/fulfillment-orders/${data.id}`)).data).toEqual(data);
});

test('a time with an offset is kept in UTC', async () => {
	const { data } = await desk.create({ upstreamOrderTime: '2026-01-15T11:00:00.500+02:00' });
	expect(data.upstreamOrderTime).toBe('2026-01-15T09:00:00.500Z');
	const time = {
		...Object(example('create-request').upstreamOrderTime),
		offset: { totalSeconds: 3600 },
	};
	const exploded = await desk.create({ upstreamOrderTime: time });
	expect(exploded.data.upstreamOrderTime).toBe('2018-04-25T19:36:00Z');
});

const line = (changes: object) => ({
	items: [{ inventoryItemId: 'mug', quantity: 1, ...changes }],
});
const shipTo = (changes: object) => ({ shipTo: { ...SHIP_TO, ...changes } });
const address = (changes: object) => ({ shipTo: { address: { country: 'US', ...changes } } });
const choice = (changes: object) => ({ shippingChoice: { id: 'SG', ...changes } });
const time = (changes: object) => ({
	upstreamOrderTime: {
		offset: { totalSeconds: 0 },
		year: 2026,
		monthValue: 4,
		dayOfMonth: 30,
		hour: 1,
		minute: 2,
		second: 3,
		...changes,
	},
});

test.each([
	[line({ tax: { amount: 1, items: [{ authorityType: 'City', amount: 1 }] } })],
	[line({ name: 'Mug', subtotal: 9.99, total: 9.99, giftMessage: '.', giftWrap: true })],
	[shipTo({ name: null, phone: null, email: null, organization: null })],
	[shipTo({ additionalAddressInfo: { neighborhood: null, division: 'a', phoneticName: 'b' } })],
	[address({ line1: null, line2: 'b', city: null, postalCode: null, state: null })],
	[choice({ shippingInstructions: null, dutiesPaid: null, signatureRequiredType: null })],
	[choice({ dutiesPaid: true, signatureRequiredType: 'adult' })],
	[{ locale: 'fr_CA', email: 'a@b.example', phone: '1', name: 'A', reservationId: '7' }],
	[time({})],
	[time({ nano: 0 })],
	[{ upstreamId: undefined }],
])('%j is accepted', async (changes) => {
	const { status, data } = await desk.create(changes);
	expect([status, data]).toMatchObject([201, { state: 'pending' }]);
});

test.each([
	['missing', { currency: undefined }, 'currency'],
	['missing', { upstreamOrderTime: undefined }, 'upstreamOrderTime'],
	['missing', { items: undefined }, 'items'],
	['missing', line({ inventoryItemId: undefined }), 'items[0].inventoryItemId'],
	['missing', line({ quantity: undefined }), 'items[0].quantity'],
	['missing', line({ tax: {} }), 'items[0].tax.amount'],
	['missing', shipTo({ address: {} }), 'shipTo.address.country'],
	['missing', { shippingChoice: {} }, 'shippingChoice.id'],
	['unknown', { externalOrderId: 'a' }, 'externalOrderId'],
	['unknown', { id: 1 }, 'id'],
	['unknown', { state: 'pending' }, 'state'],
	['unknown', line({ sku: 'a' }), 'items[0].sku'],
	['unknown', line({ pending: 1 }), 'items[0].pending'],
	['unknown', address({ street1: 'a' }), 'shipTo.address.street1'],
	['invalid', { currency: 'usd' }, 'currency'],
	['invalid', { currency: 'ABC' }, 'currency'],
	['invalid', { locale: 'en-US' }, 'locale'],
	['invalid', { email: 'nobody' }, 'email'],
	['invalid', { name: null }, 'name'],
	['invalid', { upstreamId: 7 }, 'upstreamId'],
	['invalid', { upstreamOrderTime: '2026-01-15' }, 'upstreamOrderTime'],
	['invalid', { upstreamOrderTime: 1768474800 }, 'upstreamOrderTime'],
	['invalid', time({ monthValue: 13 }), 'upstreamOrderTime'],
	['invalid', time({ dayOfMonth: 31 }), 'upstreamOrderTime'],
	['invalid', time({ offset: undefined }), 'upstreamOrderTime'],
	['invalid', { items: [] }, 'items'],
	['invalid', { items: [[]] }, 'items'],
	['invalid', { items: {} }, 'items'],
	['invalid', { items: ['a'] }, 'items[0]'],
	['invalid', line({ quantity: 0 }), 'items[0].quantity'],
	['invalid', line({ quantity: 1.5 }), 'items[0].quantity'],
	['invalid', line({ quantity: '1' }), 'items[0].quantity'],
	['invalid', line({ inventoryItemId: '' }), 'items[0].inventoryItemId'],
	['invalid', line({ giftWrap: 'yes' }), 'items[0].giftWrap'],
	['invalid', address({ country: 'USA' }), 'shipTo.address.country'],
	['invalid', shipTo({ email: 'nobody' }), 'shipTo.email'],
	['invalid', choice({ signatureRequiredType: 'child' }), 'shippingChoice.signatureRequiredType'],
])('a parameter is %s: %j', async (kind, changes, parameter) => {
	const { status, data } = await desk.create(changes);
	expect([status, data]).toEqual([400, refusal('bad_request', `${kind}_parameter`, parameter)]);
	expect(desk.control.orders()).toEqual([]);
});

test('every broken rule is told', async () => {
	const { data } = await desk.create({ currency: undefined, locale: 'x', extra: 1 });
	const told = data.errors.map(({ code, parameter }: Record<string, string>) => [code, parameter]);
	expect(told.sort()).toEqual([
		['invalid_parameter', 'locale'],
		['missing_parameter', 'currency'],
		['unknown_parameter', 'extra'],
	]);
});

test('where it is so chosen, shipTo and shippingChoice are required', async () => {
	desk.control.requiresShipTo = true;
	const { data } = await desk.create();
	expect(data.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
		'shipTo',
		'shippingChoice',
	]);
	expect((await desk.create({ shipTo: SHIP_TO, ...choice({}) })).status).toBe(201);
});

test('where it is so chosen, inventory items must be known', async () => {
	desk.control.strictItems = true;
	desk.control.addInventoryItem('mug');
	expect((await desk.create()).data).toEqual(
		refusal('bad_request', 'invalid_parameter', 'items[1].inventoryItemId'),
	);
	expect((await desk.create(line({}))).status).toBe(201);
});

test('what cannot be backordered is refused beyond what is in stock', async () => {
	desk.control.addInventoryItem('mug', { available: 3, backorder: false });
	const twice = { items: [2, 2].map((quantity) => ({ inventoryItemId: 'mug', quantity })) };
	expect((await desk.create(twice)).data).toEqual(
		refusal('bad_request', 'invalid_quantity_amount', 'items[1].quantity'),
	);
	expect((await desk.create(line({ quantity: 3 }))).status).toBe(201);
	expect((await desk.create(line({ quantity: 1 }))).status).toBe(400);
});

test('a repeated upstreamId makes another order, or a conflict, as is chosen', async () => {
	const first = (await desk.create()).data;
	const second = await desk.create();
	expect(second.status).toBe(201);
	expect(second.data.id).not.toBe(first.id);
	desk.control.duplicateUpstreamIds = 'conflict';
	const third = await desk.create();
	expect([third.status, third.data]).toEqual([
		409,
		refusal('conflict', 'already_exists', 'upstreamId'),
	]);
	expect((await desk.create({ upstreamId: undefined })).status).toBe(201);
	expect(desk.control.orders()).toHaveLength(3);
});

test('accounts see only what is theirs', async () => {
	const { apiKey } = desk.control.addAccount();
	const stranger = riverWith(desk.control, apiKey);
	const { id } = (await desk.create()).data;
	expect((await stranger.get(`/fulfillment-orders/${id}`)).status).toBe(404);
	expect((await stranger.get('/fulfillment-orders')).data.data).toEqual([]);
	expect((await stranger.get(`/fulfillment-orders?startingAfter=${id}`)).status).toBe(400);
	expect(desk.control.orders(apiKey)).toEqual([]);
});
