import axios from 'axios';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, byId, createParameters } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

const create = async (externalOrderId = 'SHOP-1'): Promise<string> =>
	String(onlyItem(await desk.run(createParameters(desk.sku(), { externalOrderId }))).id);

const get = async (externalOrderId = 'SHOP-1', changes = {}) =>
	onlyItem(await desk.run(byExternalId('get', externalOrderId, changes)));

describe('an order is found', () => {
	it.each([
		['plain', 'SHOP-1'],
		['with a slash', 'A/B/1'],
		['with a hash, as Shopify has it', '#1001'],
		['with blanks inside', 'order 10 01'],
		['with other scripts and an emoji', 'Zamówienie-č7-注文-📦'],
		['with signs that mean something in a URL', '50%?a=b&c=d+e;f:g@h'],
		['with percent-encoding of its own', 'A%2FB'],
		['with dots', '..hidden'],
	])('by an external ID %s', async (_form, externalOrderId) => {
		const id = await create(externalOrderId);
		await create('ANOTHER');
		expect(await get(externalOrderId)).toMatchObject({ id, externalOrderId });
	});

	it('by its ID', async () => {
		const id = await create();
		await create('ANOTHER');
		const found = onlyItem(await desk.run(byId('get', id)));
		expect(found).toMatchObject({ id, externalOrderId: 'SHOP-1' });
	});

	it('by an ID that an expression gives as a number', async () => {
		const id = await create();
		const input = [{ id: Number(id) }];
		const found = onlyItem(await desk.run(byId('get', '={{ $json.id }}'), { input }));
		expect(found.id).toBe(id);
	});

	it('by an external ID with blanks around it, as a spreadsheet gives it', async () => {
		const id = await create();
		expect((await get('  SHOP-1\t')).id).toBe(id);
	});

	it('with one request', async () => {
		await create('A/B');
		desk.sandbox.log.clear();
		await get('A/B');
		expect(desk.sent()).toEqual(['GET /orders/external_id/A%2FB']);
	});
});

describe('what comes out', () => {
	it('is the simplified order, with these fields and no others', async () => {
		const id = await create();
		expect(await get()).toEqual({
			id,
			externalOrderId: 'SHOP-1',
			provider: 'flexport',
			status: 'pending',
			providerStatus: 'CREATED',
			retriable: false,
			error: null,
			trackingNumbers: [],
			shippedAt: null,
			deliveredAt: null,
		});
	});

	it("is the API's answer untouched with Simplify off", async () => {
		const id = await create();
		desk.sandbox.flexport.setOrder(id, { internalStatus: 'DELIVERED' });
		const url = `${desk.sandbox.flexport.baseUrl}/logistics/api/2026-02/orders/${id}`;
		const { data } = await axios.get(url, { headers: { authorization: `Bearer ${desk.token}` } });
		const raw = onlyItem(await desk.run(byId('get', id, { simplify: false })));
		expect(raw).toEqual(data);
		expect(raw).toHaveProperty('shipments.0.packages.0.label.trackingCode');
	});

	it('follows the order to delivery', async () => {
		await create();
		expect(await get()).toMatchObject({ status: 'pending', providerStatus: 'CREATED' });
		await desk.clock.advance(2_000);
		expect(await get()).toMatchObject({ status: 'processing', providerStatus: 'CREATED' });
		await desk.clock.advance(6_000);
		expect(await get()).toMatchObject({
			status: 'shipped',
			providerStatus: 'SHIPPED',
			trackingNumbers: [expect.stringMatching(/\w{8,}/)],
			shippedAt: '2026-01-15T12:00:08.000Z',
			deliveredAt: null,
		});
		await desk.clock.advance(8_000);
		expect(await get()).toMatchObject({
			status: 'delivered',
			providerStatus: 'DELIVERED',
			deliveredAt: '2026-01-15T12:00:16.000Z',
		});
	});

	it('lists the tracking number of each parcel once', async () => {
		const lineItemsJson = [{ sku: desk.sku(), quantity: 25 }];
		const many = { lineItemsInput: 'json', lineItemsJson: JSON.stringify(lineItemsJson) };
		await desk.run(createParameters(desk.sku(), many));
		desk.sandbox.flexport.setOrder('SHOP-1', { internalStatus: 'SHIPPED' });
		const parcels = desk.sandbox.flexport
			.order('SHOP-1')
			?.shipments.flatMap(({ packages }) => packages.map(({ label }) => label?.trackingCode));
		expect((await get()).trackingNumbers).toEqual(parcels);
		expect(parcels?.length).toBeGreaterThan(1);
	});

	it('has the status "unknown" for a word that Flexport invents later', async () => {
		await create();
		const state = {
			fulfillmentDelayed: false,
			fulfillmentInProgress: true,
			fulfillmentStatus: 'ROUTING_IN_PROGRESS',
		} as const;
		const fields = { state: Object.assign({ internalStatus: 'CREATED' } as const, state) };
		Object.assign(fields.state, { internalStatus: 'HELD_FOR_REVIEW' });
		desk.sandbox.flexport.setOrder('SHOP-1', { fields });
		expect(await get()).toMatchObject({ status: 'unknown', providerStatus: 'HELD_FOR_REVIEW' });
	});

	it('has its ID as text, also where the API gives a number', async () => {
		desk.sandbox.flexport.numericIds = true;
		const id = await create();
		expect((await get()).id).toBe(id);
		expect((await get('SHOP-1', { simplify: false })).id).toBe(Number(id));
	});
});

describe('an order that does not exist', () => {
	it.each([
		['external order ID', byExternalId('get', 'SHOP-9')],
		['order ID', byId('get', 'SHOP-9')],
	])('is named by its %s', async (name, parameters) => {
		const { message, description, httpCode } = seenError(await desk.run(parameters));
		expect(message).toBe(`Flexport has no order with the ${name} "SHOP-9" (HTTP 404) [item 0]`);
		expect(description).toMatch(new RegExp(`^Check the ${name}, .*request id [0-9a-f-]{36}`));
		expect(httpCode).toBe('404');
		expect(desk.sent()).toHaveLength(1);
	});

	it("is also one of somebody else's", async () => {
		const other = desk.sandbox.flexport.addAccount();
		await create();
		const credentials = desk.credentials({ apiToken: other.token });
		const result = await desk.run(byExternalId('get', 'SHOP-1'), { credentials });
		expect(seenError(result).httpCode).toBe('404');
	});
});
