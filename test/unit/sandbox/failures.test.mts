import { ERROR_TYPES, isErrorType } from '../../sandbox/flexport/error-types.mts';
import { AUSTIN, closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({
		name: 'Tee',
		merchantSku: 'TEE',
		inventory: { DEFAULT: { onHand: 5 } },
	}).logisticsSku;
});
afterEach(closeBenches);

const create = async (changes: Record<string, unknown> = {}) =>
	(await bench.api().post('/orders', orderBody(sku, changes))).data;
const get = async (id: string) => (await bench.api().get(`/orders/${id}`)).data;
const trick = (company: string) => ({ address: { ...AUSTIN, company } });
const retry = (id: string) => bench.api().post(`/orders/${id}/retry`);

const STOPPED = {
	fulfillmentDelayed: false,
	fulfillmentInProgress: false,
	fulfillmentStatus: 'STOPPED',
	internalStatus: 'ERROR',
};

const TYPES = Object.keys(ERROR_TYPES);

test('there are 31 types', () => expect(TYPES).toHaveLength(31));

test.each(TYPES)(
	'"fail %s" is taken, fails at routing, and follows its retriability',
	async (type) => {
		if (!isErrorType(type)) throw new Error('not a type');
		const [retriable] = ERROR_TYPES[type];
		const created = await create(trick(`fail ${type}`));
		expect(created).toMatchObject({ error: null, state: { internalStatus: 'CREATED' } });
		await bench.clock.advance(2000);
		const failed = await get(created.id);
		expect(failed.state).toEqual(STOPPED);
		expect(failed.error).toEqual({
			code: expect.any(Number),
			message: expect.any(String),
			retriable,
			type,
		});
		const again = await retry(created.id);
		expect(again.status).toBe(retriable ? 200 : 400);
		await bench.clock.advance(60_000);
		expect((await get(created.id)).state.internalStatus).toBe('ERROR');
	},
);

test('"x2" fails at ingestion and at the first retry, then goes well', async () => {
	const { id } = await create(trick('fail NO_RATES x2'));
	const ends: string[] = [];
	for (let attempt = 1; attempt <= 3; attempt += 1) {
		if (attempt > 1) {
			const { data } = await retry(id);
			expect(data).toMatchObject({
				error: null,
				state: { internalStatus: 'CREATED', fulfillmentInProgress: true },
			});
		}
		await bench.clock.advance(16_000);
		ends.push((await get(id)).state.internalStatus);
	}
	expect(ends).toEqual(['ERROR', 'ERROR', 'DELIVERED']);
});

test('"retriable" in the trick wins over the type', async () => {
	const hard = await create({ ...trick('fail NO_RATES retriable=false'), externalOrderId: 'hard' });
	const soft = await create({
		...trick('fail BAD_ADDRESS x1 retriable=true'),
		externalOrderId: 'soft',
	});
	await bench.clock.advance(2000);
	expect((await retry(hard.id)).status).toBe(400);
	expect((await retry(soft.id)).status).toBe(200);
});

test('a company that only looks like a trick is a company', async () => {
	const { id } = await create(trick('fail SOMETHING'));
	await bench.clock.advance(8000);
	expect((await get(id)).state.internalStatus).toBe('SHIPPED');
});

test('retrying an order that did not fail is refused with 407001', async () => {
	const { id } = await create();
	const { status, data } = await retry(id);
	expect(status).toBe(400);
	expect(data).toMatchObject({ code: 407001, type: expect.stringMatching(/407001$/) });
});

test('short stock fails at once, names the lines, and takes nothing', async () => {
	const other = bench.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' }).logisticsSku;
	const lineItems = [
		{ logisticsSku: other, quantity: 1 },
		{ logisticsSku: sku, quantity: 3 },
		{ logisticsSku: sku, quantity: 3 },
	];
	const order = await create({ lineItems });
	expect(order.state).toEqual(STOPPED);
	expect(order.error).toMatchObject({
		type: 'STOCKOUT_AT_INGESTION',
		retriable: true,
		lineItemErrors: [{ logisticsSku: sku }],
	});
	for (const [each, available] of [
		[sku, 5],
		[other, 10_000],
	] as const) {
		expect((await bench.api().get(`/products/${each}/inventory`)).data.available).toBe(available);
	}
});

test('after restocking, the retry of a short order goes well', async () => {
	const { id } = await create({ lineItems: [{ logisticsSku: sku, quantity: 6 }] });
	await retry(id);
	await bench.clock.advance(2000);
	expect((await get(id)).error.type).toBe('STOCKOUT_AT_INGESTION');
	bench.sandbox.flexport.setInventory(sku, 'DEFAULT', { onHand: 6 });
	await retry(id);
	await bench.clock.advance(8000);
	expect((await get(id)).state.internalStatus).toBe('SHIPPED');
});

test('a product that was never received cannot ship', async () => {
	const { data } = await bench.api().post('/products', { name: 'New', merchantSku: 'NEW' });
	const { id } = await create({ lineItems: [{ logisticsSku: data.logisticsSku, quantity: 1 }] });
	expect((await get(id)).error).toBeNull();
	await bench.clock.advance(2000);
	expect((await get(id)).error).toMatchObject({
		type: 'DSKU_NEVER_INBOUNDED',
		lineItemErrors: [{ logisticsSku: data.logisticsSku }],
	});
});

test('the zip 00000 is a bad address', async () => {
	const { id } = await create({ address: { ...AUSTIN, zip: '00000' } });
	await bench.clock.advance(2000);
	expect((await get(id)).error).toMatchObject({ type: 'BAD_ADDRESS', retriable: false });
});

test.each([
	['without customs data', {}, undefined, 'MISSING_CUSTOMS_INFO'],
	['with a value on the line', {}, { amount: 9, currencyCode: 'USD' }, undefined],
	[
		'with customs data of the product',
		{
			customsInformation: {
				originCountry: 'PT',
				tariffCode: '6109100012',
				customsValue: 1,
				description: 'tee',
			},
		},
		undefined,
		undefined,
	],
])('an international order %s', async (_what, product, customsUnitValue, type) => {
	const { logisticsSku } = bench.sandbox.flexport.addProduct({
		name: 'P',
		merchantSku: 'P',
		...product,
	});
	const address = { address1: 'Calle 1', city: 'Madrid', countryCode: 'ES', zip: '28001' };
	const { id } = await create({
		address,
		lineItems: [{ logisticsSku, quantity: 1, customsUnitValue }],
	});
	await bench.clock.advance(2000);
	expect((await get(id)).error?.type).toBe(type);
});

test('a failed order can be cancelled and gives its stock back', async () => {
	const { id } = await create(trick('fail BAD_ADDRESS'));
	await bench.clock.advance(2000);
	expect((await bench.api().post(`/orders/${id}/cancel`)).data.state.internalStatus).toBe(
		'CANCELLED',
	);
	expect((await bench.api().get(`/products/${sku}/inventory`)).data.available).toBe(5);
});
