import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({
		name: 'Tee',
		merchantSku: 'TEE',
		inventory: { DEFAULT: { onHand: 100 } },
	}).logisticsSku;
});
afterEach(closeBenches);

const create = async (changes: Record<string, unknown> = {}) =>
	(await bench.api().post('/orders', orderBody(sku, changes))).data;
const get = async (id: string) => (await bench.api().get(`/orders/${id}`)).data;
const stock = async () => (await bench.api().get(`/products/${sku}/inventory`)).data;
const units = (quantity: number) => ({ lineItems: [{ logisticsSku: sku, quantity }] });

test('an order lives from routing to delivery', async () => {
	const { id } = await create(units(2));
	expect(await stock()).toMatchObject({ onHand: 100, available: 98 });

	await bench.clock.advance(1999);
	expect((await get(id)).shipments).toEqual([]);
	await bench.clock.advance(1);
	const routed = await get(id);
	expect(routed.state).toMatchObject({
		internalStatus: 'CREATED',
		fulfillmentStatus: 'ROUTING_IN_PROGRESS',
		fulfillmentInProgress: true,
	});
	expect(routed.shipments).toMatchObject([
		{ status: 'CREATED', packages: [], lineItems: [{ logisticsSku: sku, quantity: 2 }] },
	]);

	await bench.clock.advance(2000);
	const packed = await get(id);
	expect(packed.state.internalStatus).toBe('CREATED');
	expect(packed.shipments[0].status).toBe('WAREHOUSE');
	expect(await stock()).toMatchObject({ onHand: 100, available: 98 });

	await bench.clock.advance(4000);
	const shipped = await get(id);
	expect(shipped).toMatchObject({
		shippedAt: '2026-01-15T12:00:08.000Z',
		updatedAt: '2026-01-15T12:00:08.000Z',
		deliveredAt: null,
		cost: expect.any(Number),
		state: { internalStatus: 'SHIPPED', fulfillmentStatus: 'SHIPPED', fulfillmentInProgress: true },
	});
	const { label, carrierShipTime, lineItems } = shipped.shipments[0].packages[0];
	expect(shipped.shipments[0].shippedAt).toBe('2026-01-15T12:00:08.000Z');
	expect(carrierShipTime).toBe('2026-01-15T12:00:08.000Z');
	expect(lineItems).toEqual([
		{ expirationDate: null, logisticsSku: sku, lotNumber: null, quantity: 2 },
	]);
	expect(label.trackingUrl).toBe(`https://tracker.flexport.com/${label.trackingCode}`);
	expect(await stock()).toMatchObject({ onHand: 98, available: 98 });

	await bench.clock.advance(8000);
	expect(await get(id)).toMatchObject({
		deliveredAt: '2026-01-15T12:00:16.000Z',
		state: {
			internalStatus: 'DELIVERED',
			fulfillmentStatus: 'DELIVERED',
			fulfillmentInProgress: false,
		},
	});
});

test('the keys of shipment, package and label are those of the documented sample', async () => {
	const { id } = await create();
	await bench.clock.advance(8000);
	const [shipment] = (await get(id)).shipments;
	expect(Object.keys(shipment).sort()).toEqual(
		'createdAt estimatedDeliveryTime estimatedShipTime id labelPrintTime lineItems packages shippedAt status warehouseId warehouseOrderId'.split(
			' ',
		),
	);
	expect(Object.keys(shipment.packages[0]).sort()).toEqual(
		'attemptedDeliveryTime carrierDeliveryTime carrierPickUpTime carrierShipTime createdAt id label labelCreateTime lineItems'.split(
			' ',
		),
	);
	expect(Object.keys(shipment.packages[0].label).sort()).toEqual(
		'carrier createdAt id labelFormat labelUrl packageDimensions shippingMethod trackingCode trackingUrl'.split(
			' ',
		),
	);
});

test('stages take as long as the options say', async () => {
	const quick = await openBench({
		life: { routingMs: 1, warehouseMs: 2, shippedMs: 3, deliveredMs: 4 },
	});
	const { logisticsSku } = quick.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' });
	await quick.api().post('/orders', orderBody(logisticsSku));
	await quick.clock.advance(3);
	expect(quick.sandbox.flexport.order('WEB-1')?.state.internalStatus).toBe('SHIPPED');
});

test('more than ten units leave in two packages', async () => {
	const { id } = await create(units(11));
	await bench.clock.advance(8000);
	const [shipment] = (await get(id)).shipments;
	const sizes = shipment.packages.map(
		(box: { lineItems: { quantity: number }[] }) => box.lineItems[0]?.quantity,
	);
	expect(sizes).toEqual([6, 5]);
	const codes = shipment.packages.map(
		(box: { label: { trackingCode: string } }) => box.label.trackingCode,
	);
	expect(new Set(codes).size).toBe(2);
});

test('lines from two warehouses become two shipments, and lots are named', async () => {
	const west = bench.sandbox.flexport.addProduct({
		name: 'Serum',
		merchantSku: 'SERUM',
		inventory: {
			DEFAULT: {
				onHand: 8,
				warehouses: [{ warehouseId: 'ONT2', available: 8 }],
				lots: [
					{ lotNumber: 'LATE', expirationDate: '2027-01-01T00:00:00.000Z', available: 5 },
					{ lotNumber: 'SOON', expirationDate: '2026-06-01T00:00:00.000Z', available: 3 },
				],
			},
		},
	}).logisticsSku;
	const { id } = await create({
		lineItems: [
			{ logisticsSku: sku, quantity: 1 },
			{ logisticsSku: west, quantity: 4 },
		],
	});
	await bench.clock.advance(8000);
	const { shipments } = await get(id);
	expect(shipments.map((each: { warehouseId: string }) => each.warehouseId)).toEqual([
		'PHL1',
		'ONT2',
	]);
	expect(shipments[1].packages[0].lineItems).toMatchObject([
		{ lotNumber: 'SOON', quantity: 3 },
		{ lotNumber: 'LATE', quantity: 1 },
	]);
});

test('the promise, then deliveryDays, then the ship method decide the estimate', async () => {
	const cases = [
		[{ promisedDeliveryByTime: '2026-01-30T00:00:00Z', deliveryDays: 1 }, '2026-01-30T00:00:00Z'],
		[{ deliveryDays: 2, shipMethod: 'Overnight' }, '2026-01-18T12:00:00.000Z'],
		[{ shipMethod: 'Next Day' }, '2026-01-17T12:00:00.000Z'],
		[{ shipMethod: 'By mule' }, '2026-01-21T12:00:00.000Z'],
	] as const;
	const ids: string[] = [];
	for (const [index, [changes]] of cases.entries()) {
		ids.push((await create({ ...changes, externalOrderId: `E${index}` })).id);
	}
	await bench.clock.advance(2000);
	for (const [index, [, expected]] of cases.entries()) {
		const { shipments } = await get(ids[index] ?? '');
		expect(shipments[0].estimatedDeliveryTime).toBe(expected);
	}
});

test('an order whose promised ship time has passed is delayed', async () => {
	const { id, state } = await create({ promisedShipByTime: '2026-01-15T12:00:05Z' });
	expect(state.fulfillmentDelayed).toBe(false);
	await bench.clock.advance(6000);
	expect((await get(id)).state.fulfillmentDelayed).toBe(true);
});

test('cancelling gives the stock back, and nothing more happens', async () => {
	const { id } = await create(units(5));
	await bench.clock.advance(4000);
	const { status, data } = await bench.api().post(`/orders/${id}/cancel`);
	expect(status).toBe(200);
	expect(data.state).toMatchObject({
		internalStatus: 'CANCELLED',
		fulfillmentStatus: 'STOPPED',
		fulfillmentInProgress: false,
	});
	expect(data.shipments[0].status).toBe('CANCELLED');
	expect(await stock()).toMatchObject({ onHand: 100, available: 100 });
	await bench.clock.advance(60_000);
	expect(await get(id)).toEqual(data);
});

test.each([
	['shipped', 8000],
	['delivered', 16_000],
])('a %s order cannot be cancelled', async (_what, ms) => {
	const { id } = await create();
	await bench.clock.advance(ms);
	const { status, data } = await bench.api().post(`/orders/${id}/cancel`);
	expect(status).toBe(400);
	expect(data.detail).toContain('already been shipped');
	expect(await stock()).toMatchObject({ onHand: 99, available: 99 });
});

test('cancelling twice is refused, or repeated when told so', async () => {
	const { id } = await create(units(5));
	await bench.api().post(`/orders/${id}/cancel`);
	expect((await bench.api().post(`/orders/${id}/cancel`)).status).toBe(400);
	bench.sandbox.flexport.cancelledAgainAnswer = 200;
	expect((await bench.api().post(`/orders/${id}/cancel`)).status).toBe(200);
	expect(await stock()).toMatchObject({ available: 100 });
});

test('a test can put an order in any state, where it stays', async () => {
	const { flexport } = bench.sandbox;
	const states = [
		['CREATED', { shipment: 'WAREHOUSE' }],
		['SHIPPED', { internalStatus: 'SHIPPED' }],
		['DELIVERED', { internalStatus: 'DELIVERED' }],
		['CANCELLED', { internalStatus: 'CANCELLED' }],
		['ERROR', { error: { type: 'NO_RATES', retriable: false } }],
	] as const;
	for (const [status, patch] of states) {
		const { id } = await create({ externalOrderId: status });
		flexport.setOrder(id, patch);
		await bench.clock.advance(60_000);
		const order = await get(id);
		expect(order.state.internalStatus).toBe(status);
		expect(order.shipments).toHaveLength(status === 'CANCELLED' || status === 'ERROR' ? 0 : 1);
	}
	expect(flexport.order('ERROR')?.error).toMatchObject({ type: 'NO_RATES', retriable: false });
});
