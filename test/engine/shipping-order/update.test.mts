import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { fromJson, onShipment, refusedAs } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { example, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const goOn = { onError: 'continueRegularOutput' } as const;

/** A shipment in the sandbox that no provider has yet, unless told otherwise. */
const stored = (changes: IDataObject = {}) =>
	desk.api.addShipment({
		orderExternalId: 'SHOP-1',
		status: 'PENDING_RELEASE',
		package: { name: 'custom', itemQuantity: 1 },
		pickupTime: { startsAt: 1769000000000, endsAt: 1769000600000 },
		deliveryInstructions: 'Ring twice',
		...changes,
	});

const update = (changes: INodeParameters, options = {}) =>
	desk.run(onShipment('update', 'SHOP-1', changes), options);

const set = (updateFields: INodeParameters) => update({ updateFields });

const sentBodies = () => desk.sandbox.log.find('PUT', /\/shipments\//).map(({ body }) => body);

describe("the documentation's example", () => {
	const request = example('edit-request');

	it.each<[string, INodeParameters]>([
		['JSON text', fromJson(request)],
		['an object from an expression', { inputMode: 'json', jsonBody: '={{ $json }}' }],
	])('arrives unchanged when given as %s', async (_way, given) => {
		stored();
		const result = await update(given, { input: [request] });
		expect(onlyItem(result)).toMatchObject({ externalOrderId: '19082413' });
		expect(sentBodies()).toEqual([request]);
		expect(desk.sent()).toEqual(['PUT /shipments/SHOP-1']);
		expect(desk.api.shipment('19082413')).toMatchObject(request);
	});

	it('comes back whole with Simplify off', async () => {
		const answer = example('edit-answer');
		const fault = { kind: 'status', status: 200, body: answer } as const;
		desk.sandbox.faults.add({ method: 'PUT', fault });
		expect(onlyItem(await update({ ...fromJson(request), simplify: false }))).toEqual(answer);
	});
});

describe('only what was set is sent', () => {
	const ADDRESS = { street1: '1 Main Street', postalCode: '02119' };
	const attributes = { entries: [{ name: 'parcels', type: 'number', value: '3' }] };

	it.each<[string, INodeParameters, IDataObject]>([
		['a group ID', { groupId: 'G-2' }, { groupId: 'G-2' }],
		['another external order ID', { orderExternalId: 'SHOP-2' }, { orderExternalId: 'SHOP-2' }],
		['another location', { locationExternalId: '100983' }, { locationExternalId: '100983' }],
		['an order value of nothing', { orderValue: 0 }, { orderValue: 0 }],
		['an order value as text', { orderValue: '={{ "10.50" }}' }, { orderValue: 10.5 }],
		[
			'the end of a window alone',
			{ deliveryEndsAt: '2026-02-01T12:00:00Z' },
			{ deliveryTime: { endsAt: Date.parse('2026-02-01T12:00:00Z') } },
		],
		[
			'a recipient',
			{ deliveryContact: { values: { name: 'Bob', phone: '+1 617 555 0111' } } },
			{ deliveryContact: { name: 'Bob', phone: '+1 617 555 0111' } },
		],
		[
			'an address',
			{ deliveryAddress: { values: { ...ADDRESS, countryCode: 'CA', latitude: '42.5' } } },
			{ deliveryAddress: { ...ADDRESS, countryCode: 'CA', latitude: 42.5 } },
		],
		[
			'an address whose country is left empty',
			{ deliveryAddress: { values: { ...ADDRESS, countryCode: '={{ "" }}' } } },
			{ deliveryAddress: ADDRESS },
		],
		['attributes', { orderAttributes: attributes }, { orderAttributes: { parcels: 3 } }],
		[
			'a provider',
			{ proposedProviders: { entries: [{ name: 'UPS', services: '' }] } },
			{ proposedProviders: [{ name: 'UPS' }] },
		],
		['a locale of 10 characters', { locale: 'zh-Hant-TW' }, { locale: 'zh-Hant-TW' }],
		[
			'a signature and nothing that is empty',
			{ signature: 'required', groupId: '', deliveryInstructions: '={{ null }}' },
			{ signature: 'required' },
		],
	])('%s', async (_case, fields, body) => {
		stored();
		expect((await set(fields)).status).toBe('success');
		expect(sentBodies()).toEqual([body]);
	});

	it('line items and a package', async () => {
		stored();
		await update({
			lineItems: { item: [{ sku: 'MUG-1', quantity: 3 }] },
			package: { weight: { values: { value: 2, unit: 'kg' } } },
		});
		expect(sentBodies()).toEqual([
			{
				itemList: [{ sku: 'MUG-1', quantity: 3 }],
				package: { name: 'custom', weight: { value: 2, unit: 'kg' } },
			},
		]);
	});

	it('and the rest of the shipment stays as it was', async () => {
		const before = structuredClone(stored());
		await set({ groupId: 'G-2' });
		expect(desk.api.shipment('SHOP-1')).toEqual({
			...before,
			groupId: 'G-2',
			lastUpdatedAt: expect.any(String),
		});
	});
});

describe('clearing', () => {
	it.each([
		['pickupTime', null],
		['deliveryTime', null],
		['deliveryInstructions', ''],
	])('sends what empties %s', async (field, empty) => {
		stored();
		expect((await update({ clearFields: [field] })).status).toBe('success');
		expect(sentBodies()).toEqual([{ [field]: empty }]);
		expect(desk.api.shipment('SHOP-1')).toMatchObject({ [field]: empty });
	});

	it('goes together with setting', async () => {
		stored();
		await update({ clearFields: ['pickupTime'], updateFields: { groupId: 'G-2' } });
		expect(sentBodies()).toEqual([{ groupId: 'G-2', pickupTime: null }]);
	});

	it('is possible in JSON', async () => {
		stored();
		await update(fromJson({ pickupTime: null, deliveryInstructions: '' }));
		expect(sentBodies()).toEqual([{ pickupTime: null, deliveryInstructions: '' }]);
	});
});

describe('after dispatch', () => {
	it('a change of the package is refused with its name, and nothing is changed', async () => {
		const before = structuredClone(stored({ status: 'ORDER_DISPATCHED' }));
		const result = await update({ package: { itemQuantity: 2 } }, goOn);
		const { error, details } = onlyErrorItem(result);
		expect(error).toBe(
			'Delivery Solutions refused the values: package parameter cannot be changed post order dispatch (HTTP 400) [item 0]',
		);
		expect(details).toMatchObject({
			field: 'Package',
			code: 'VALIDATION_ERROR',
			httpCode: '400',
			transient: false,
		});
		expect(desk.api.shipment('SHOP-1')).toEqual(before);
		expect(sentBodies()).toHaveLength(1);
	});

	it('a change of the instructions is still taken', async () => {
		stored({ status: 'ORDER_DISPATCHED' });
		await set({ deliveryInstructions: 'Close the gate' });
		expect(desk.api.shipment('SHOP-1')?.deliveryInstructions).toBe('Close the gate');
	});
});

describe('an external order ID that another shipment has', () => {
	it('is refused, and nothing is changed', async () => {
		stored();
		stored({ orderExternalId: 'SHOP-2' });
		const { message, description } = seenError(await set({ orderExternalId: 'SHOP-2' }));
		expect(message).toContain('another shipment has this orderExternalId');
		expect(description).toContain('code INVALID_DATA');
		expect(desk.api.shipments().map(({ orderExternalId }) => orderExternalId)).toEqual([
			'SHOP-1',
			'SHOP-2',
		]);
	});

	it.each(['DUPLICATE_ID', 'DUPLICATE_NAME', 'DUPLICATE_RESOURCE'])(
		'is told as that where the API says %s',
		async (type) => {
			desk.sandbox.faults.add({ method: 'PUT', fault: refusedAs(type, 422) });
			const { message, description } = seenError(await set({ orderExternalId: 'SHOP-2' }));
			expect(message).toMatch(
				/^Another shipment has this external order ID already.* \(HTTP 422\) \[item 0\]$/,
			);
			expect(description).toContain("Give another 'External Order ID'. Nothing was changed.");
		},
	);
});

describe('Force Update', () => {
	it.each([
		[{}, {}],
		[{ forceUpdate: false }, {}],
		[{ forceUpdate: true }, { force_update: 'true' }],
		[{ forceUpdate: '={{ "true" }}' }, { force_update: 'true' }],
	])('options %j send the query %j', async (options, query) => {
		stored();
		await update({ updateFields: { groupId: 'G-2' }, options });
		expect(desk.sandbox.log.find('PUT', /\/shipments\//)[0]?.query).toEqual(query);
	});
});

describe('the shipment', () => {
	it("is found by Delivery Solutions' own ID", async () => {
		const { id } = stored();
		await desk.run(onShipment('update', id, { updateFields: { groupId: 'G-2' } }));
		expect(desk.api.shipment(id)?.groupId).toBe('G-2');
	});

	it('is found where the API takes its own IDs in a path only', async () => {
		const { id } = stored();
		const fault = refusedAs('NOT_FOUND', 404);
		desk.sandbox.faults.add({ path: '/shipments/SHOP-1', fault, when: { every: 1 } });
		expect((await set({ groupId: 'G-2' })).status).toBe('success');
		expect(desk.sent().at(-1)).toBe(`PUT /shipments/${id}`);
		expect(desk.api.shipment('SHOP-1')?.groupId).toBe('G-2');
	});

	it('is named where there is none', async () => {
		expect(seenError(await set({ groupId: 'G-2' })).message).toBe(
			'Delivery Solutions has no shipment with the ID "SHOP-1" (HTTP 404) [item 0]',
		);
	});
});
