import type { IDataObject } from 'n8n-workflow';
import { createOrder, PRODUCT, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { byExternalId, byId, createParameters, line } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const create = async (externalOrderId = 'SHOP-1', quantity = 1): Promise<string> => {
	const lineItems = { item: [line(PRODUCT, quantity)] };
	return String(onlyItem(await desk.run(createOrder({ externalOrderId, lineItems }))).id);
};

const get = async (externalOrderId = 'SHOP-1', changes = {}) =>
	onlyItem(await desk.run(byExternalId('get', externalOrderId, changes)));

/** An order as the API would answer it, without asking the sandbox what it has. */
const answers = (order: object) =>
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 200, body: order } });

describe('an order is found', () => {
	it.each([
		['plain', 'SHOP-1'],
		['with a slash', 'A/B/1'],
		['with a hash, as Shopify has it', '#1001'],
		['with blanks inside', 'order 10 01'],
		['with other scripts and an emoji', 'Zamówienie-č7-注文-📦'],
		['with signs that mean something in a URL', '50%?a=b&c=d+e;f:g@h'],
		['with percent-encoding of its own', 'A%2FB'],
	])('by an external ID %s', async (_form, externalOrderId) => {
		const id = await create(externalOrderId);
		await create('ANOTHER');
		expect(await get(externalOrderId)).toMatchObject({ id, externalOrderId });
	});

	it('by its ID', async () => {
		const id = await create();
		await create('ANOTHER');
		desk.sandbox.log.clear();
		const found = onlyItem(await desk.run(byId('get', id)));
		expect(found).toMatchObject({ id, externalOrderId: 'SHOP-1' });
		expect(desk.sent()).toEqual([`GET /${id}`]);
	});

	it('by its ID, where the API gives numbers and an expression too', async () => {
		desk.api.numericIds = true;
		const id = await create();
		const input = [{ id: Number(id) }];
		const found = onlyItem(await desk.run(byId('get', '={{ $json.id }}'), { input }));
		expect(found.id).toBe(id);
	});

	it('with one request that is no mock request and changes nothing', async () => {
		await create('A/B');
		desk.sandbox.log.clear();
		await get('A/B');
		expect(desk.sent()).toEqual(['GET /externalId/A%2FB']);
		const headers = desk.sandbox.log.all()[0]?.headers;
		expect(headers).not.toHaveProperty('x-deliverr-mock-request');
		expect(headers).not.toHaveProperty('idempotency-key');
	});
});

describe('an order that is not there is named', () => {
	it.each([
		['external order ID', byExternalId('get', 'SHOP-9')],
		['order ID', byId('get', 'SHOP-9')],
	])('by its %s', async (name, parameters) => {
		const { message, description, httpCode } = seenError(await desk.run(parameters));
		expect(message).toBe(`Deliverr has no order with the ${name} "SHOP-9" (HTTP 404) [item 0]`);
		expect(description).toContain('whether the credential is for the account');
		expect(httpCode).toBe('404');
	});

	it("where it is another account's", async () => {
		const id = await create();
		const credentials = desk.credentials({ ...desk.api.addAccount() });
		expect(seenError(await desk.run(byId('get', id), { credentials })).httpCode).toBe('404');
	});
});

describe('each word for a state becomes one of the shared vocabulary', () => {
	it.each([
		['CREATED', 'pending'],
		['PROCESSING', 'processing'],
		['SHIPPED', 'shipped'],
		['PARTIALLY_SHIPPED', 'shipped'],
		['DELIVERED', 'delivered'],
		['CANCELLED', 'cancelled'],
		['ERROR', 'failed'],
	])('%s is %s', async (providerStatus, status) => {
		await create('SHOP-1', 14);
		if (providerStatus !== 'CREATED') desk.api.setOrder('SHOP-1', { status: providerStatus });
		expect(await get()).toMatchObject({ status, providerStatus, provider: 'deliverr' });
	});

	it.each(['HELD_FOR_REVIEW', 'constructor', 'created'])(
		'a word that is not known, %s, is unknown and no failure',
		async (word) => {
			await create();
			answers({ orderId: '1', externalOrderId: 'SHOP-1', status: word, shipments: [] });
			expect(await get()).toMatchObject({ status: 'unknown', providerStatus: word });
		},
	);

	it('an order without a status is unknown, too', async () => {
		answers({ orderId: 48120001, externalOrderId: 'SHOP-1' });
		expect(await get()).toEqual({
			id: '48120001',
			externalOrderId: 'SHOP-1',
			provider: 'deliverr',
			status: 'unknown',
			providerStatus: null,
			retriable: false,
			error: null,
			trackingNumbers: [],
			shippedAt: null,
			deliveredAt: null,
		});
	});
});

describe('an order on its way', () => {
	it('is followed to its delivery', async () => {
		await create();
		const seen: IDataObject[] = [await get()];
		for (const ms of [2_000, 6_000, 8_000]) {
			await desk.clock.advance(ms);
			seen.push(await get());
		}
		expect(seen.map(({ status }) => status)).toEqual([
			'pending',
			'processing',
			'shipped',
			'delivered',
		]);
		const { orderShippedTime, orderDeliveredTime, shipments } = desk.api.order('SHOP-1') ?? {};
		expect(seen.at(-1)).toMatchObject({
			trackingNumbers: shipments?.map(({ trackingNumber }) => trackingNumber),
			shippedAt: orderShippedTime,
			deliveredAt: orderDeliveredTime,
			retriable: false,
			error: null,
		});
		expect(shipments).toHaveLength(1);
	});

	it('in two shipments has both tracking numbers', async () => {
		await create('SHOP-1', 14);
		await desk.clock.advance(8_000);
		expect((await get()).trackingNumbers).toHaveLength(1);
		await desk.clock.advance(4_000);
		const { trackingNumbers } = await get();
		expect(trackingNumbers).toEqual(
			desk.api.order('SHOP-1')?.shipments.map(({ trackingNumber }) => trackingNumber),
		);
		expect(trackingNumbers).toHaveLength(2);
	});

	it('has each tracking number once, as text', async () => {
		const shipments = [
			{ trackingNumber: 9400111 },
			{ trackingNumber: '9400111' },
			{ trackingNumber: null },
			{},
		];
		answers({ orderId: '1', status: 'SHIPPED', shipments });
		expect((await get()).trackingNumbers).toEqual(['9400111']);
	});
});

it("has the same fields as Flexport's orders", async () => {
	await create();
	const { flexport } = desk.sandbox;
	const [product] = flexport.addProducts(1);
	const parameters = createParameters(product?.logisticsSku ?? '', { provider: 'flexport' });
	const credentials = {
		flexportApi: { apiToken: flexport.tokens.full, baseUrl: flexport.baseUrl },
	};
	await desk.engine.runNode(FULFILLMENT_ORDER, parameters, { credentials });
	const theirs = await desk.engine.runNode(
		FULFILLMENT_ORDER,
		{ provider: 'flexport', ...byExternalId('get', 'SHOP-1') },
		{ credentials },
	);
	expect(Object.keys(await get())).toEqual(Object.keys(onlyItem(theirs)));
});

it("comes out as the API's answer with Simplify off", async () => {
	await create('SHOP-1', 14);
	await desk.clock.advance(16_000);
	expect(await get('SHOP-1', { simplify: false })).toEqual(
		JSON.parse(JSON.stringify(desk.api.order('SHOP-1'))),
	);
});

it('with Simplify off keeps what no document lists', async () => {
	const raw = { orderId: 7, status: 'NEW', somethingNew: { deep: [1, null] }, shipments: null };
	answers(raw);
	expect(await get('SHOP-1', { simplify: false })).toEqual(raw);
});
