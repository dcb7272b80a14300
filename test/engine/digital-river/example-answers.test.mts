import type { IDataObject } from 'n8n-workflow';
import { create, example, MUG, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { byExternalId, byId, line } from '../support/order-parameters.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

const raw = { simplify: false };

/** The documentation's order as every provider's orders look. */
const SIMPLIFIED = {
	id: '9292981838',
	externalOrderId: '7765374748',
	provider: 'digitalRiver',
	status: 'pending',
	providerStatus: 'pending',
	retriable: false,
	error: null,
	trackingNumbers: [],
	shippedAt: null,
	deliveredAt: null,
};

describe("the documentation's order, with Java times and items in a list inside the list", () => {
	beforeEach(() => {
		desk.api.addOrder(example('order'));
	});

	it.each([
		['its ID', byId('get', '9292981838')],
		['its ID as a number', byId('get', '={{ 9292981838 }}')],
		['its external ID', byExternalId('get', '7765374748')],
	])('is simplified when it is got by %s', async (_by, parameters) => {
		expect(onlyItem(await desk.run(parameters))).toEqual(SIMPLIFIED);
	});

	it('is simplified in a list', async () => {
		expect(onlyItem(await desk.run({ operation: 'getAll' }))).toEqual(SIMPLIFIED);
	});

	it.each([
		['by its ID', byId('get', '9292981838', raw)],
		['by its external ID', byExternalId('get', '7765374748', raw)],
		['in a list', { operation: 'getAll', ...raw }],
	])('is untouched with Simplify off, %s', async (_by, parameters) => {
		expect(onlyItem(await desk.run(parameters))).toEqual(example('order'));
	});

	it('is cancelled whole', async () => {
		const result = onlyItem(await desk.run(byId('cancel', '9292981838')));
		expect(result).toMatchObject({
			...SIMPLIFIED,
			status: 'cancelled',
			providerStatus: 'cancelled',
		});
		expect(desk.bodies('/fulfillment-cancellations')).toEqual([
			{
				fulfillmentOrderId: '9292981838',
				upstreamId: '7765374748',
				items: [{ fulfillmentOrderItemId: '449838789', quantity: 1 }],
			},
		]);
	});

	it.each([
		['ID', '449838789'],
		['own ID', '123'],
		['product', 'abc'],
	])('is cancelled by the %s of its line', async (_what, id) => {
		const cancelLines = { entries: [{ id, quantity: 1 }] };
		const result = onlyItem(await desk.run(byId('cancel', '9292981838', { cancelLines })));
		expect(result.outcome).toBe('cancelled');
	});
});

describe("the documentation's answer to a create", () => {
	const answered = async (changes = {}) => {
		const fault = { kind: 'status', status: 201, body: example('create-answer') } as const;
		desk.sandbox.faults.add({ method: 'POST', fault });
		const parameters = create({ externalOrderId: '7765374748', ...changes });
		return onlyItem(await desk.run(parameters));
	};

	it('is simplified', async () => {
		expect(await answered()).toEqual({
			...SIMPLIFIED,
			outcome: 'created',
			message: 'Order "7765374748" was created.',
		});
	});

	it('is untouched with Simplify off', async () => {
		expect(await answered(raw)).toEqual(example('create-answer'));
	});
});

it("the documentation's list, which has no hasMore, is one order", async () => {
	const body = example('list-answer');
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 200, body } });
	expect(onlyItem(await desk.run({ operation: 'getAll', returnAll: true, ...raw }))).toEqual(
		example('order'),
	);
	expect(desk.sent()).toEqual(['GET /fulfillment-orders']);
});

describe.each<[string, Partial<typeof desk.api>]>([
	['Java times and nested items', { explodedDates: true }],
	['order IDs that are texts', { stringIds: true }],
	['line IDs that are numbers', { numericLineIds: true }],
	['lines without counters', { lineCounters: false }],
	[
		'all of these',
		{ explodedDates: true, stringIds: true, numericLineIds: true, lineCounters: false },
	],
])('an API whose answers have %s', (_what, switches) => {
	beforeEach(() => {
		Object.assign(desk.api, switches);
	});

	it('gives the same result of a create, a get and a list', async () => {
		const made = onlyItem(await desk.run(create()));
		const { outcome, message, ...order } = made;
		expect({ outcome, message }).toEqual({
			outcome: 'created',
			message: 'Order "SHOP-1" was created.',
		});
		expect(order).toEqual({
			...SIMPLIFIED,
			id: String(desk.api.order('SHOP-1')?.id),
			externalOrderId: 'SHOP-1',
		});
		expect(onlyItem(await desk.run(byId('get', String(order.id))))).toEqual(order);
		expect(onlyItem(await desk.run({ operation: 'getAll' }))).toEqual(order);
	});

	it('makes no second order, and compares the lines that exist', async () => {
		const lineItems = { item: [line(MUG, 2), line('tee', 1)] };
		const first = onlyItem(await desk.run(create({ lineItems })));
		const again = onlyItem(await desk.run(create({ lineItems })));
		expect(again).toMatchObject({ id: first.id, outcome: 'alreadyExisted' });
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('has its orders cancelled whole', async () => {
		await desk.run(create({ lineItems: { item: [line(MUG, 2), line('tee', 1)] } }));
		const result = onlyItem(await desk.run(byExternalId('cancel', 'SHOP-1')));
		expect(result).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
		const items = desk.api.cancellations().flatMap((one) => one.items);
		expect(items.map(({ quantity }) => quantity)).toEqual([2, 1]);
	});

	it('has a line of its orders cancelled by the ID that it gives', async () => {
		await desk.run(create({ lineItems: { item: [line(MUG, 2), line('tee', 1)] } }));
		const order: IDataObject = onlyItem(await desk.run(byExternalId('get', 'SHOP-1', raw)));
		const [first] = [order.items].flat(2);
		const lineId = Object(first).id;
		const cancelLines = { entries: [{ id: lineId, quantity: 1 }] };
		const result = onlyItem(await desk.run(byExternalId('cancel', 'SHOP-1', { cancelLines })));
		expect(result).toMatchObject({ outcome: 'partlyCancelled', status: 'pending' });
		expect(desk.api.cancellations()[0]?.items).toMatchObject([
			{ fulfillmentOrderItemId: String(lineId), quantity: 1, quantityAccepted: 1 },
		]);
	});
});

it.each([
	['pending', 'pending'],
	['backordered', 'processing'],
	['shipped', 'shipped'],
	['cancelled', 'cancelled'],
	['dreaming', 'unknown'],
	['constructor', 'unknown'],
])('the state %s is the status %s', async (state, status) => {
	desk.api.addOrder({ upstreamId: 'SHOP-1', state });
	expect(onlyItem(await desk.run(byExternalId('get', 'SHOP-1')))).toMatchObject({
		status,
		providerStatus: state,
	});
});
