import { NODE } from '../harness/index.mts';
import { locator } from '../support/locator.mts';
import { onlyErrorItem, onlyItem, output, seenError } from '../support/seen.mts';
import { onShipment } from '../support/shipment-calls.mts';
import { createParameters, example, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const goOn = { onError: 'continueRegularOutput' } as const;

describe('a shipment', () => {
	it('is simplified: what a person wants to know, in the words of every provider', async () => {
		const { id } = desk.api.addShipment(example('get-answer'));
		expect(onlyItem(await desk.run(onShipment('get', '876581')))).toEqual({
			id,
			externalOrderId: '876581',
			status: 'cancelled',
			providerStatus: 'ORDER_CANCELLED',
			carrier: 'Point Pickup',
			trackingNumber: 'del_MoMtkAakB1LDVk',
			trackingUrl: null,
			labelUrl: null,
			estimatedDeliveryAt: '2020-08-26T06:00:38.000Z',
			fee: null,
		});
	});

	it('that the node created has carrier, tracking, label and price', async () => {
		await desk.run(createParameters());
		const item = onlyItem(await desk.run(onShipment('get', 'SHOP-1')));
		expect(item).toMatchObject({
			externalOrderId: 'SHOP-1',
			status: 'processing',
			providerStatus: 'ORDER_DISPATCHED',
			carrier: 'UPS',
			fee: expect.any(Number),
			trackingNumber: desk.api.shipment('SHOP-1')?.trackingId,
			trackingUrl: expect.stringMatching(/^https?:/),
			labelUrl: expect.stringContaining('/api/v2/label?'),
		});
	});

	it('comes untouched with Simplify off, also what is not documented', async () => {
		const stored = { ...example('get-answer'), newField: { deep: [1, null, ''] }, amount: 0 };
		desk.api.addShipment(stored);
		const result = await desk.run(onShipment('get', '876581', { simplify: false }));
		expect(onlyItem(result)).toEqual(stored);
	});

	it('of which almost nothing is known has nulls, and status unknown', async () => {
		const fault = { kind: 'status', status: 200, body: { orderExternalId: 4711 } } as const;
		desk.sandbox.faults.add({ method: 'GET', fault });
		expect(onlyItem(await desk.run(onShipment('get', '4711')))).toEqual({
			id: null,
			externalOrderId: '4711',
			status: 'unknown',
			providerStatus: null,
			carrier: null,
			trackingNumber: null,
			trackingUrl: null,
			labelUrl: null,
			estimatedDeliveryAt: null,
			fee: null,
		});
	});
});

describe('a shipment is found', () => {
	it.each([
		['its own ID', () => desk.api.shipments()[0]?.id ?? ''],
		['its external ID', () => 'SHOP-7'],
		['its external ID with spaces around', () => '  SHOP-7 '],
	])('by %s', async (_name, id) => {
		desk.api.addShipment({ orderExternalId: 'SHOP-7' });
		const item = onlyItem(await desk.run(onShipment('get', id())));
		expect(item.externalOrderId).toBe('SHOP-7');
		expect(desk.sent()).toHaveLength(1);
	});

	it.each(['A/B', '#1001', 'No 7 (gift)', 'a?b=c&d', '50%', 'Größe-ß', '..x', '../list', 'a+b'])(
		'by the external ID "%s"',
		async (orderExternalId) => {
			desk.api.addShipment({ orderExternalId });
			const item = onlyItem(await desk.run(onShipment('get', orderExternalId)));
			expect(item.externalOrderId).toBe(orderExternalId);
			expect(desk.sent()).toEqual([`GET /shipments/${encodeURIComponent(orderExternalId)}`]);
		},
	);

	it('by a number that an expression gives', async () => {
		desk.api.addShipment({ orderExternalId: '1908241' });
		const parameters = onShipment('get', '={{ $json.order }}');
		const item = onlyItem(await desk.run(parameters, { input: [{ order: 1908241 }] }));
		expect(item.externalOrderId).toBe('1908241');
	});

	it('by an ID that an expression gives for the whole parameter', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-7' });
		const parameters = { operation: 'get', shipment: '={{ $json.order }}' };
		const item = onlyItem(await desk.run(parameters, { input: [{ order: 'SHOP-7' }] }));
		expect(item.externalOrderId).toBe('SHOP-7');
	});

	it('by a choice from the list', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-7' });
		const parameters = { operation: 'get', shipment: locator('list', 'SHOP-7') };
		expect(onlyItem(await desk.run(parameters)).externalOrderId).toBe('SHOP-7');
	});

	// Whether the path takes the external ID is not documented for certain.
	it.each([
		[404, 'NOT_FOUND'],
		[422, 'INVALID_DATA'],
	])('in the list, where the path does not take an external ID (%i %s)', async (status, type) => {
		const { id } = desk.api.addShipment({ orderExternalId: 'SHOP-7' });
		const body = { type, message: 'Invalid Order Id', errors: [{ type, message: 'Invalid' }] };
		desk.sandbox.faults.add({ path: /SHOP-7$/, fault: { kind: 'status', status, body } });
		const options = { forceUpdate: true };
		const item = onlyItem(await desk.run(onShipment('get', 'SHOP-7', { options })));
		expect(item.id).toBe(id);
		expect(desk.sent()).toEqual([
			'GET /shipments/SHOP-7',
			'POST /shipments/list',
			`GET /shipments/${id}`,
		]);
		expect(desk.sandbox.log.find('GET', /shipments/).map(({ query }) => query)).toEqual([
			{ force_update: 'true' },
			{ force_update: 'true' },
		]);
	});

	it('for each of many items, in their order', async () => {
		desk.api.addShipments(60, (index) => ({ orderExternalId: `SHOP-${index}` }));
		const input = Array.from({ length: 60 }, (_, index) => ({ order: `SHOP-${59 - index}` }));
		const result = await desk.run(onShipment('get', '={{ $json.order }}'), { input });
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
			input.map(({ order }) => order),
		);
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			input.map((_, item) => ({ item })),
		);
	});
});

describe('Force Update', () => {
	it.each([
		['on', { forceUpdate: true }, { force_update: 'true' }],
		['off', { forceUpdate: false }, {}],
		['left out', {}, {}],
	])('%s goes out as documented', async (_name, options, query) => {
		desk.api.addShipment({ orderExternalId: 'SHOP-7' });
		await desk.run(onShipment('get', 'SHOP-7', { options }));
		expect(desk.sandbox.log.find('GET', '/shipments/SHOP-7')[0]?.query).toEqual(query);
	});
});

describe('a shipment that does not exist', () => {
	it('is told with its ID, and what to check', async () => {
		const { message, description, httpCode } = seenError(
			await desk.run(onShipment('get', 'SHOP/404')),
		);
		expect(message).toBe(
			'Delivery Solutions has no shipment with the ID "SHOP/404" (HTTP 404) [item 0]',
		);
		expect(description).toContain('Check the ID');
		expect(description).toContain('code NOT_FOUND');
		expect(httpCode).toBe('404');
	});

	it('becomes an error item among the others where the node goes on', async () => {
		desk.api.addShipments(3, (index) => ({ orderExternalId: `SHOP-${index}` }));
		const input = ['SHOP-0', 'SHOP-X', 'SHOP-2'].map((order) => ({ order }));
		const result = await desk.run(onShipment('get', '={{ $json.order }}'), { input, ...goOn });
		expect(result.items(NODE)).toHaveLength(3);
		expect(result.items(NODE)[2]?.json.externalOrderId).toBe('SHOP-2');
		const { error, details } = onlyErrorItem(result);
		expect(error).toContain('"SHOP-X"');
		expect(details).toMatchObject({ code: 'NOT_FOUND', httpCode: '404', transient: false });
	});

	it('is not taken for another whose external ID the list gives', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		const body = { data: [{ id: 'f00', orderExternalId: 'SHOP-1' }] };
		desk.sandbox.faults.add({ path: /list$/, fault: { kind: 'status', status: 200, body } });
		const { message } = seenError(await desk.run(onShipment('get', 'SHOP-2')));
		expect(message).toContain('no shipment with the ID "SHOP-2"');
	});

	it('of another account is not found', async () => {
		const other = desk.api.addAccount();
		desk.api.addShipment({ orderExternalId: 'SHOP-7' }, other.clientId);
		const { httpCode } = seenError(await desk.run(onShipment('get', 'SHOP-7')));
		expect(httpCode).toBe('404');
	});
});

it.each(['   ', '.', '..'])('the ID "%s" is refused before anything is sent', async (id) => {
	const parameters = onShipment('get', '={{ $json.order }}');
	const { message } = seenError(await desk.run(parameters, { input: [{ order: id }] }));
	expect(message).toMatch(/^'Shipment' is .+ \[item 0\]$/);
	expect(desk.sent()).toEqual([]);
});
