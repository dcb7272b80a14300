import type { INodeParameters } from 'n8n-workflow';
import { fromJson, shipmentBody } from '../support/shipment-parameters.mts';
import { createParameters, example, useShippingDesk } from '../support/shipping-desk.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useShippingDesk();

const CREATE: INodeParameters = { operation: 'create' };

const create = async (changes: INodeParameters = {}, input = [{}]) =>
	onlyItem(await desk.run(createParameters(changes), { input }));

const sentBodies = () => desk.bodies('POST', '/shipments');

describe('the result', () => {
	it('is the simplified shipment with what was done, and no other fields', async () => {
		desk.api.createAnswersWithId = true;
		const made = await create();
		const stored = desk.api.shipment('SHOP-1');
		expect(made).toEqual({
			id: stored?.id,
			externalOrderId: 'SHOP-1',
			status: 'processing',
			providerStatus: 'ORDER_DISPATCHED',
			carrier: 'UPS',
			trackingNumber: stored?.trackingId,
			trackingUrl: expect.stringContaining(String(stored?.trackingId)),
			labelUrl: expect.stringMatching(/^http.*\/label\?orderId=/),
			estimatedDeliveryAt: null,
			fee: null,
			outcome: 'created',
			message: 'Shipment "SHOP-1" was created.',
		});
	});

	it('has no ID where the answer of the API has none', async () => {
		expect(await create()).toMatchObject({ id: null, externalOrderId: 'SHOP-1' });
	});

	it("is the API's answer untouched with Simplify off", async () => {
		const answer = example('create-answer');
		const fault = { kind: 'status', status: 201, body: answer } as const;
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault });
		expect(await create({ simplify: false })).toEqual(answer);
	});

	it('is what the documentation shows, simplified', async () => {
		const fault = { kind: 'status', status: 201, body: example('create-answer') } as const;
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault });
		expect(await create({ externalOrderId: '7709-001' })).toEqual({
			id: null,
			externalOrderId: '7709-001',
			status: 'processing',
			providerStatus: 'ORDER_DISPATCHED',
			carrier: 'UPS',
			trackingNumber: '1ZXXXX',
			trackingUrl: null,
			labelUrl: null,
			estimatedDeliveryAt: null,
			fee: null,
			outcome: 'created',
			message: 'Shipment "7709-001" was created.',
		});
	});

	it('says so where the new shipment has failed already', async () => {
		const entries = [{ name: 'sandboxLife', value: 'ORDER_FAILED' }];
		const made = await create({ additionalFields: { orderAttributes: { entries } } });
		expect(made).toMatchObject({
			outcome: 'created',
			status: 'failed',
			message:
				'Shipment "SHOP-1" was created. But it has failed. Correct it with Update, then use Retry.',
		});
	});
});

describe("the documentation's request", () => {
	const request = example('create-request');

	it.each([
		['JSON text', fromJson(request)],
		['an object from an expression', { inputMode: 'json', jsonBody: '={{ $json }}' }],
		[
			'JSON text from an expression',
			{ inputMode: 'json', jsonBody: '={{ JSON.stringify($json) }}' },
		],
	])('arrives unchanged when given as %s', async (_way, given) => {
		const result = await desk.run({ ...CREATE, ...given }, { input: [request] });
		expect(onlyItem(result)).toMatchObject({ externalOrderId: '7709-001', outcome: 'created' });
		expect(sentBodies()).toEqual([request]);
		expect(desk.sent()).toEqual(['POST /shipments']);
	});
});

describe('what the panel sends', () => {
	it('is one request with what was filled in, and nothing that was left empty', async () => {
		await create();
		expect(desk.sent()).toEqual(['POST /shipments']);
		expect(sentBodies()).toEqual([shipmentBody()]);
	});

	it('is the same as from JSON', async () => {
		await desk.run({ ...CREATE, ...fromJson(shipmentBody()) });
		expect(sentBodies()).toEqual([shipmentBody()]);
	});

	it.each<[string, INodeParameters]>([
		['a country code in lower case with blanks', { countryCode: '={{ " us " }}' }],
		['a location ID as a number', { locationExternalId: '={{ 7709 }}' }],
		['an external order ID with blanks around it', { externalOrderId: ' SHOP-1\n' }],
		['a quantity as text', { lineItems: { item: [{ sku: 'WATCH-1', quantity: '={{ "2" }}' }] } }],
		[
			'a list of lines from an expression',
			{ lineItemsInput: 'json', lineItemsJson: '={{ [{ sku: "WATCH-1", quantity: 2 }] }}' },
		],
		[
			'lines as JSON text',
			{ lineItemsInput: 'json', lineItemsJson: '[{ "sku": "WATCH-1", "quantity": 2 }]' },
		],
	])('is put right: %s', async (_case, changes) => {
		await create(changes);
		expect(sentBodies()).toEqual([shipmentBody()]);
	});

	it('keeps IDs that an expression gives as numbers as text', async () => {
		await create({ externalOrderId: '={{ $json.no }}', postalCode: '={{ $json.zip }}' }, [
			{ no: 1001, zip: 12345 },
		]);
		expect(sentBodies()).toMatchObject([
			{ orderExternalId: '1001', deliveryAddress: { postalCode: '12345' } },
		]);
	});

	it.each(['a/b', 'A#1?x=y', '100 % cotton', 'Größe-ß', '..'])(
		'takes %j as external order ID',
		async (externalOrderId) => {
			expect(await create({ externalOrderId })).toMatchObject({ externalOrderId });
		},
	);

	it('takes an external order ID of 100 characters', async () => {
		await create({ externalOrderId: 'x'.repeat(100) });
		expect(sentBodies()).toMatchObject([{ orderExternalId: 'x'.repeat(100) }]);
	});
});
