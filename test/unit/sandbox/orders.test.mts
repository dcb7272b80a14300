import { AUSTIN, closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;
beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(closeBenches);

const EVERY_ADDRESS_KEY = {
	address1: '1 Main St',
	address2: 'Apt 2',
	city: 'Austin',
	company: 'Lee & Co',
	countryCode: 'US',
	name: 'Ada Lee',
	phone: '+15125550100',
	provinceCode: 'TX',
	zip: '78701',
};

/** The request sample of the Orders API, with values that pass. */
function wholeBody() {
	return {
		address: EVERY_ADDRESS_KEY,
		externalOrderId: 'WEB-9',
		promisedDeliveryByTime: '2026-01-24T14:15:22Z',
		promisedShipByTime: '2026-01-20T14:15:22Z',
		source: 'AMAZON',
		deliveryDays: 0,
		duties: {
			incoterm: 'DAP',
			merchantOfRecordAccountId: 'account',
			merchantOfRecordCarrierCode: 'carrier',
			merchantOfRecordOrderId: 'order',
			merchantOfRecordProvider: 'GLOBALE',
			merchantOfRecordSkuMap: [{ dsku: sku, msku: 'TEE', quantity: 0 }],
		},
		isSubscriptionOrder: true,
		shipMethod: 'Standard',
		packingSlipUrl: 'https://example.com/slip.pdf',
		lineItems: [
			{
				quantity: 1,
				logisticsSku: sku,
				customsUnitValue: { amount: 0, currencyCode: 'USD' },
				lineItemDropShipData: { retailerDescription: 'd', retailerRefNo: 'r', vendorRefNo: 'v' },
			},
		],
		dropShipData: {
			shipMethod: 'Ground',
			billingAddress: EVERY_ADDRESS_KEY,
			retailerPurchaseOrderNo: 'po',
			barCode: 'bar',
			customerOrderDate: 'date',
			customerOrderNo: 'no',
			customMessage: 'hello',
			reserved1: 'one',
			reserved2: 'two',
		},
	};
}

test('the documented sample is taken and comes back whole', async () => {
	const { status, data } = await bench.api().post('/orders', wholeBody());
	expect(status).toBe(200);
	expect(data).toEqual({
		address: EVERY_ADDRESS_KEY,
		cost: null,
		id: expect.stringMatching(/^\d+$/),
		createdAt: '2026-01-15T12:00:00.000Z',
		updatedAt: '2026-01-15T12:00:00.000Z',
		error: null,
		deliveredAt: null,
		externalOrderId: 'WEB-9',
		lineItems: [
			{ customsUnitValue: { amount: 0, currencyCode: 'USD' }, logisticsSku: sku, quantity: 1 },
		],
		promisedDeliveryByTime: '2026-01-24T14:15:22Z',
		promisedShipByTime: '2026-01-20T14:15:22Z',
		shippedAt: null,
		source: 'AMAZON',
		state: {
			fulfillmentDelayed: false,
			fulfillmentInProgress: true,
			fulfillmentStatus: 'ROUTING_IN_PROGRESS',
			internalStatus: 'CREATED',
		},
		shipments: [],
		dropshipDetails: {
			barCode: 'bar',
			billingAddress: EVERY_ADDRESS_KEY,
			customMessage: 'hello',
			customerOrderDate: 'date',
			customerOrderNo: 'no',
			lineItemData: {
				key: sku,
				value: { retailerDescription: 'd', retailerRefNo: 'r', vendorRefNo: 'v' },
			},
			orderId: Number(data.id),
			reserved1: 'one',
			reserved2: 'two',
			retailerPurchaseOrderNo: 'po',
			shipMethod: 'Ground',
		},
	});
	expect((await bench.api().get(`/orders/${data.id}`)).data).toEqual(data);
	expect(bench.sandbox.flexport.order('WEB-9')?.request).toEqual(wholeBody());
});

test('drop ship details are only in the answers of create and get by id', async () => {
	const { data } = await bench.api().post('/orders', wholeBody());
	const byExternalId = await bench.api().get('/orders/external_id/WEB-9');
	const cancelled = await bench.api().post(`/orders/${data.id}/cancel`);
	expect(byExternalId.data.id).toBe(data.id);
	expect(byExternalId.data).not.toHaveProperty('dropshipDetails');
	expect(cancelled.data).not.toHaveProperty('dropshipDetails');
});

test('what may be null may be null', async () => {
	const empty = {
		address2: null,
		company: null,
		name: null,
		phone: null,
		provinceCode: null,
		zip: null,
	};
	const body = orderBody(sku, {
		address: { ...AUSTIN, ...empty },
		promisedShipByTime: null,
		promisedDeliveryByTime: null,
		deliveryDays: null,
		shipMethod: null,
		source: null,
		duties: null,
	});
	const { status, data } = await bench.api().post('/orders', body);
	expect(status).toBe(200);
	expect(data.address).toEqual({ ...AUSTIN, ...empty });
});

test.each(['WEB/7', '#1001', 'a b', 'ü+%25?x=1', 'x'.repeat(255)])(
	'an order is found by the external id %s',
	async (externalOrderId) => {
		const { data } = await bench.api().post('/orders', orderBody(sku, { externalOrderId }));
		const path = `/orders/external_id/${encodeURIComponent(externalOrderId)}`;
		expect((await bench.api().get(path)).data).toMatchObject({ id: data.id, externalOrderId });
	},
);

test('orders that do not exist are not found', async () => {
	for (const path of ['/orders/1', '/orders/external_id/none']) {
		expect((await bench.api().get(path)).status).toBe(404);
	}
	for (const verb of ['retry', 'cancel']) {
		expect((await bench.api().post(`/orders/1/${verb}`)).status).toBe(404);
	}
});

test('a second order with the same external id is refused as a duplicate', async () => {
	await bench.api().post('/orders', orderBody(sku));
	const { status, data } = await bench.api().post('/orders', orderBody(sku));
	expect(status).toBe(409);
	expect(data).toMatchObject({
		code: 'DUPLICATE_ORDER',
		type: expect.stringMatching(/DUPLICATE_ORDER$/),
	});
	expect(bench.sandbox.flexport.orders()).toHaveLength(1);
});

test.each([
	[400, 'title'],
	[422, 'code'],
	[409, 'type'],
] as const)('the duplicate can be told as %i with the word in %s alone', async (status, word) => {
	bench.sandbox.flexport.duplicateAnswer = { status, word: [word] };
	await bench.api().post('/orders', orderBody(sku));
	const answer = await bench.api().post('/orders', orderBody(sku));
	expect(answer.status).toBe(status);
	const places = ['code', 'title', 'type'].filter((key) =>
		String(answer.data[key]).endsWith('DUPLICATE_ORDER'),
	);
	expect(places).toEqual([word]);
});

test('ids can be numbers, as in live data, and are found all the same', async () => {
	bench.sandbox.flexport.numericIds = true;
	const { data } = await bench.api().post('/orders', orderBody(sku));
	expect(typeof data.id).toBe('number');
	expect((await bench.api().get(`/orders/${data.id}`)).data.id).toBe(data.id);
});

test('several lines with drop ship data come back as a list', async () => {
	const line = (ref: string) => ({
		logisticsSku: sku,
		quantity: 1,
		lineItemDropShipData: { vendorRefNo: ref },
	});
	const { data } = await bench
		.api()
		.post('/orders', orderBody(sku, { lineItems: [line('a'), line('b')] }));
	expect(data.dropshipDetails.lineItemData).toEqual([
		{ key: sku, value: { vendorRefNo: 'a' } },
		{ key: sku, value: { vendorRefNo: 'b' } },
	]);
});
