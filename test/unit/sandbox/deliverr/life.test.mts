import { closeBenches } from '../helpers.mts';
import { AUSTIN, openDesk, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const get = async () => (await desk.orders.get('/externalId/WEB-1')).data;
const lines = (quantity: number) => ({
	lineItems: [
		{ externalProductId: 'mug', quantity },
		{ externalProductId: 'tee', quantity: 3 },
	],
});
/** The status after each of some times. */
async function statuses(times: number[]): Promise<string[]> {
	const seen: string[] = [(await get()).status];
	let before = 0;
	for (const time of times) {
		await desk.clock.advance(time - before);
		before = time;
		seen.push((await get()).status);
	}
	return seen;
}

test('an order is processed, shipped and delivered', async () => {
	await desk.create();
	expect(await statuses([1999, 2000, 7999, 8000])).toEqual([
		'CREATED',
		'CREATED',
		'PROCESSING',
		'PROCESSING',
		'SHIPPED',
	]);
	const shippedTime = '2026-01-15T12:00:08.000Z';
	const shipped = await get();
	expect(shipped).toMatchObject({ orderShippedTime: shippedTime, cost: 5.74 });
	expect(shipped.shipments).toEqual([
		{
			trackingNumber: expect.stringMatching(/^\w{12}$/),
			shippingCarrier: expect.stringMatching(/^(UPS|FEDEX|USPS)$/),
			shippingService: expect.any(String),
			shippedTime,
			warehouseId: expect.any(String),
			status: 'SHIPPED',
			trackingUrl: expect.stringMatching(/^https:/),
			shippedItems: [{ externalProductId: 'mug', quantity: 1 }],
		},
	]);
	expect(shipped).not.toHaveProperty('orderDeliveredTime');
	await desk.clock.advance(8000);
	expect(await get()).toMatchObject({
		status: 'DELIVERED',
		orderDeliveredTime: '2026-01-15T12:00:16.000Z',
		updatedAt: '2026-01-15T12:00:16.000Z',
	});
});

test('more than ten units leave in two shipments', async () => {
	desk.control.addProduct({ externalProductId: 'tee' });
	await desk.create(lines(9));
	expect(await statuses([8000, 12_000, 16_000])).toEqual([
		'CREATED',
		'PARTIALLY_SHIPPED',
		'SHIPPED',
		'DELIVERED',
	]);
	const { shipments } = await get();
	expect(shipments.map(({ shippedItems }: { shippedItems: unknown }) => shippedItems)).toEqual([
		[
			{ externalProductId: 'mug', quantity: 9 },
			{ externalProductId: 'tee', quantity: 1 },
		],
		[{ externalProductId: 'tee', quantity: 2 }],
	]);
	const numbers = shipments.map(({ trackingNumber }: { trackingNumber: string }) => trackingNumber);
	expect(new Set(numbers).size).toBe(2);
});

test('ten units leave at once', async () => {
	desk.control.addProduct({ externalProductId: 'tee' });
	await desk.create(lines(7));
	expect(await statuses([8000])).toEqual(['CREATED', 'SHIPPED']);
});

test('an order for more than there is fails, and is retried when there is more', async () => {
	desk.control.addProduct({ externalProductId: 'tee', inventory: 2 });
	const { data } = await desk.create(lines(1));
	await desk.clock.advance(20_000);
	expect((await get()).status).toBe('ERROR');
	desk.control.addProduct({ externalProductId: 'tee', inventory: 3 });
	const retried = await desk.orders.post(`/${data.orderId}/retry`);
	expect([retried.status, retried.data.status]).toEqual([200, 'CREATED']);
	expect(await statuses([2000, 8000])).toEqual(['CREATED', 'PROCESSING', 'SHIPPED']);
});

test('the trick "error x2" fails the first two attempts', async () => {
	const { data } = await desk.create({ shiptoAddress: { ...AUSTIN, company: 'error x2' } });
	for (const status of ['ERROR', 'ERROR', 'PROCESSING']) {
		await desk.clock.advance(2000);
		expect((await get()).status).toBe(status);
		await desk.orders.post(`/${data.orderId}/retry`);
	}
});

test('only an order that failed can be retried', async () => {
	const { data } = await desk.create();
	for (const status of ['CREATED', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED']) {
		desk.control.setOrder('WEB-1', { status });
		const answer = await desk.orders.post(`/${data.orderId}/retry`);
		expect([answer.status, answer.data]).toEqual([
			400,
			{ code: 400, message: expect.stringContaining(status) },
		]);
		expect((await get()).status).toBe(status);
	}
});

test.each(['CREATED', 'PROCESSING', 'ERROR'])(
	'%s can be cancelled, and stays so',
	async (status) => {
		const { data } = await desk.create();
		desk.control.setOrder('WEB-1', { status });
		const answer = await desk.orders.post(`/${data.orderId}/cancel`);
		expect([answer.status, answer.data.status]).toEqual([200, 'CANCELLED']);
		await desk.clock.advance(60_000);
		expect(await get()).toEqual(answer.data);
	},
);

test('an order that is cancelled by itself does not go on', async () => {
	const { data } = await desk.create();
	await desk.orders.post(`/${data.orderId}/cancel`);
	await desk.clock.advance(60_000);
	expect((await get()).status).toBe('CANCELLED');
});

test('units of a cancelled order can be ordered again', async () => {
	desk.control.addProduct({ externalProductId: 'mug', inventory: 1 });
	const { data } = await desk.create();
	await desk.clock.advance(2000);
	expect((await desk.create({ externalOrderId: 'WEB-2' })).data.type).toBe('PRODUCT_NOT_AVAILABLE');
	await desk.orders.post(`/${data.orderId}/cancel`);
	expect((await desk.create({ externalOrderId: 'WEB-3' })).status).toBe(200);
});

test.each(['SHIPPED', 'DELIVERED', 'PARTIALLY_SHIPPED'])(
	'%s cannot be cancelled',
	async (status) => {
		desk.control.addProduct({ externalProductId: 'tee' });
		const { data } = await desk.create(lines(9));
		desk.control.setOrder('WEB-1', { status });
		const answer = await desk.orders.post(`/${data.orderId}/cancel`);
		expect([answer.status, answer.data.code]).toEqual([400, 400]);
		expect((await get()).status).toBe(status);
	},
);

test.each([400, 200] as const)('cancelling again is answered %i, as is chosen', async (status) => {
	desk.control.cancelledAgainAnswer = status;
	const { data } = await desk.create();
	await desk.orders.post(`/${data.orderId}/cancel`);
	expect((await desk.orders.post(`/${data.orderId}/cancel`)).status).toBe(status);
});
