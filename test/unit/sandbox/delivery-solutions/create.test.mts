import { closeBenches } from '../helpers.mts';
import { example, openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = (changes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody(changes));

test('the documented request is answered with the keys of the documented answer', async () => {
	const request = example('create-request');
	const { status, data } = await desk.shipping.post('/shipments', request);
	const documented = example('create-answer');
	expect(status).toBe(201);
	expect(Object.keys(data).sort()).toEqual(Object.keys(documented).sort());
	expect(data).toMatchObject({
		orderExternalId: '7709-001',
		deliveryContact: request.deliveryContact,
		deliveryAddress: request.deliveryAddress,
		itemList: request.itemList,
		orderAttributes: {},
		groupId: null,
		status: 'ORDER_DISPATCHED',
		pickupTime: { startsAt: expect.any(Number) },
		deliveryTime: { endsAt: expect.any(Number) },
		provider: { name: 'UPS', serviceType: 'Ground' },
		trackingId: expect.stringMatching(/^1Z[0-9A-Z]{16}$/),
		referenceLinks: { labelLink: expect.any(String), trackingUrl: expect.any(String) },
		amount: null,
		fee: null,
		label: null,
		createdAt: '',
		lastUpdatedAt: '',
	});
	expect(Object.keys(data.package).sort()).toEqual(Object.keys(Object(documented.package)).sort());
});

test('the smallest body will do, and what else is sent comes back', async () => {
	const small = await create();
	expect(small.status).toBe(201);
	expect(small.data).not.toHaveProperty('package');
	expect(small.data.deliveryAddress).toMatchObject({ countryCode: 'US' });
	const sent = {
		orderExternalId: 'WEB-2',
		groupId: 'g',
		locale: 'en-US',
		signature: 'required',
		deliveryInstructions: 'Ring twice',
		createdDate: 1_700_000_000_000,
		pickupTime: { startsAt: 1, endsAt: 1 },
		deliveryTime: { startsAt: null, endsAt: 9 },
		orderAttributes: { a: 'text', b: 1, c: true, d: ['x'], e: [1], f: [false], g: [] },
		proposedProviders: [{ name: 'UPS', services: [{ id: 'ground' }] }],
	};
	expect((await create(sent)).data).toMatchObject(sent);
});

test('a shipment can be created from an address of its own', async () => {
	const pickup = {
		name: 'Pop-up store',
		address: { street1: '1 Pier', postalCode: '02210' },
		contact: { name: 'Sam', phone: '1', email: '' },
		providers: [{ name: 'Bike Bob' }],
	};
	const { status, data } = await create({ locationExternalId: undefined, pickup });
	expect(status).toBe(201);
	expect(data).toMatchObject({
		pickupAddress: pickup.address,
		pickupContact: pickup.contact,
		locationExternalId: expect.any(String),
		provider: { name: 'Bike Bob' },
	});
});

test('the answer has an id and times when it is told to', async () => {
	desk.control.createAnswersWithId = true;
	const { data } = await create();
	expect(data).toMatchObject({
		id: expect.stringMatching(/^[0-9a-f]{24}$/),
		createdAt: '2026-01-15T12:00:00.000Z',
		lastUpdatedAt: '2026-01-15T12:00:00.000Z',
	});
});

const address = { street1: 'a', postalCode: '1' };
const contact = { name: 'a', phone: '1' };
const item = { sku: 'A', quantity: 2 };
const size = { height: 1, width: 1, length: 1, unit: 'in' };
const long = (length: number) => 'x'.repeat(length);

const BAD: [changes: Record<string, unknown>, parameter: string][] = [
	[{ orderExternalId: undefined }, 'orderExternalId'],
	[{ orderExternalId: ' ' }, 'orderExternalId'],
	[{ orderExternalId: 7 }, 'orderExternalId'],
	[{ orderExternalId: long(101) }, 'orderExternalId'],
	[{ locationExternalId: undefined }, 'locationExternalId'],
	[{ locationExternalId: null }, 'locationExternalId'],
	[{ pickup: { name: 'a', address, contact } }, 'locationExternalId'],
	[{ deliveryAddress: undefined }, 'deliveryAddress'],
	[{ deliveryAddress: { street1: 'a' } }, 'deliveryAddress.postalCode'],
	[{ deliveryAddress: { ...address, street1: long(101) } }, 'deliveryAddress.street1'],
	[{ deliveryAddress: { ...address, postalCode: long(21) } }, 'deliveryAddress.postalCode'],
	[
		{ deliveryAddress: { ...address, apartmentNumber: long(51) } },
		'deliveryAddress.apartmentNumber',
	],
	[{ deliveryAddress: { ...address, countryCode: 'DE' } }, 'deliveryAddress.countryCode'],
	[{ deliveryAddress: { ...address, latitude: '1' } }, 'deliveryAddress.latitude'],
	[{ deliveryAddress: { ...address, zipcode: '1' } }, 'deliveryAddress.zipcode'],
	[{ deliveryContact: { name: 'a' } }, 'deliveryContact.phone'],
	[{ deliveryContact: { ...contact, phone: long(21) } }, 'deliveryContact.phone'],
	[{ deliveryContact: { ...contact, email: null } }, 'deliveryContact.email'],
	[{ groupId: null }, 'groupId'],
	[{ groupId: long(101) }, 'groupId'],
	[{ signature: 'maybe' }, 'signature'],
	[{ deliveryInstructions: long(10_001) }, 'deliveryInstructions'],
	[{ locale: 'en-US-x' }, 'locale'],
	[{ orderValue: -0.01 }, 'orderValue'],
	[{ orderValue: '10' }, 'orderValue'],
	[{ createdDate: '2026' }, 'createdDate'],
	[{ pickupTime: { startsAt: '1' } }, 'pickupTime.startsAt'],
	[{ pickupTime: { startsAt: 1.5 } }, 'pickupTime.startsAt'],
	[{ pickupTime: { startsAt: 2, endsAt: 1 } }, 'pickupTime'],
	[{ deliveryTime: { startsAt: 2, endsAt: 1 } }, 'deliveryTime'],
	[{ deliveryTime: { from: 1 } }, 'deliveryTime.from'],
	[{ itemList: Array(101).fill(item) }, 'itemList'],
	[{ itemList: [{ quantity: 1 }] }, 'itemList[0].sku'],
	[{ itemList: [item, { ...item, quantity: 0 }] }, 'itemList[1].quantity'],
	[{ itemList: [{ ...item, quantity: 1.5 }] }, 'itemList[0].quantity'],
	[{ itemList: [{ ...item, price: -1 }] }, 'itemList[0].price'],
	[{ itemList: [{ ...item, salePrice: '3' }] }, 'itemList[0].salePrice'],
	[{ itemList: [{ ...item, title: long(201) }] }, 'itemList[0].title'],
	[{ itemList: [{ ...item, tags: Array(21).fill('a') }] }, 'itemList[0].tags'],
	[{ itemList: [{ ...item, size: { ...size, unit: 'm' } }] }, 'itemList[0].size.unit'],
	[{ itemList: [{ ...item, weight: { value: 1 } }] }, 'itemList[0].weight.unit'],
	[{ package: [] }, 'package'],
	[{ packages: [] }, 'packages'],
	[{ package: {} }, 'package.name'],
	[{ package: { name: 'a', itemQuantity: 0 } }, 'package.itemQuantity'],
	[{ package: { name: 'a', size: { ...size, height: -1 } } }, 'package.size.height'],
	[{ package: { name: 'a', temperatureControl: 'hot' } }, 'package.temperatureControl'],
	[{ package: { name: 'a', content: ['gold'] } }, 'package.content[0]'],
	[{ package: { name: 'a', barcode: long(501) } }, 'package.barcode'],
	[{ package: { name: 'a', itemList: [{ sku: 'A' }] } }, 'package.itemList'],
	[
		{ itemList: [item], package: { name: 'a', itemList: [{ ...item, quantity: 3 }] } },
		'package.itemList',
	],
	[{ itemList: [item], package: { name: 'a', itemList: [item, item] } }, 'package.itemList'],
	[{ orderAttributes: { a: null } }, 'orderAttributes.a'],
	[{ orderAttributes: { a: { b: 1 } } }, 'orderAttributes.a'],
	[{ orderAttributes: { a: long(501) } }, 'orderAttributes.a'],
	[{ orderAttributes: { a: ['x', 1] } }, 'orderAttributes.a'],
	[{ orderAttributes: { a: Array(101).fill('x') } }, 'orderAttributes.a'],
	[{ proposedProviders: [{}] }, 'proposedProviders[0].name'],
	[{ proposedProviders: [{ name: 'UPS', service: 'x' }] }, 'proposedProviders[0].service'],
	[{ notifications: { url: 'x' } }, 'notifications'],
	[{ orderAttributes: { sandboxLife: 'ORDER_DISPATCHED,SHIPPED' } }, 'orderAttributes.sandboxLife'],
	[{ orderAttributes: { sandboxFail: 'create NO_SUCH_TYPE' } }, 'orderAttributes.sandboxFail'],
	[{ orderAttributes: { sandboxFail: 'history NOT_FOUND' } }, 'orderAttributes.sandboxFail'],
	[{ orderAttributes: { sandboxLabel: 'gif' } }, 'orderAttributes.sandboxLabel'],
];

test.each(BAD)('%j is a VALIDATION_ERROR of %s', async (changes, parameter) => {
	const { status, data, headers } = await create(changes);
	expect(status).toBe(400);
	expect(data).toEqual({
		type: 'VALIDATION_ERROR',
		message: expect.stringContaining(parameter),
		errors: [
			{
				type: 'VALIDATION_ERROR',
				message: expect.stringContaining(parameter),
				parameter,
				entityId: null,
				entity: null,
			},
		],
	});
	expect(headers).toMatchObject({ apierrorcode: 'VALIDATION_ERROR' });
	expect(desk.control.shipments()).toEqual([]);
});

test.each([
	['pickup without an address', { name: 'a', contact }, 'pickup.address'],
	[
		'a pickup contact without a phone',
		{ name: 'a', address, contact: { name: 'a' } },
		'pickup.contact.phone',
	],
	[
		'a nested attribute',
		{ name: 'a', address, contact, providerAttributes: { a: true } },
		'pickup.providerAttributes.a',
	],
])('%s is refused', async (_what, pickup, parameter) => {
	const { status, data } = await create({ locationExternalId: undefined, pickup });
	expect([status, data.errors[0].parameter]).toEqual([400, parameter]);
});

test('every broken rule is told', async () => {
	const { data } = await create({ orderValue: -1, locale: 'english', itemList: [{}] });
	expect(data.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
		'itemList[0].sku',
		'locale',
		'orderValue',
	]);
});

test.each([
	['nothing', '', 'application/json'],
	['no JSON', '{"a":', 'application/json'],
	['a list', '[]', 'application/json'],
	['JSON that is called text', '{}', 'text/plain'],
])('%s is a VALIDATION_ERROR', async (_what, body, type) => {
	const { status, data } = await desk.shipping.post('/shipments', body, {
		headers: { 'content-type': type },
		transformRequest: (text: unknown) => text,
	});
	expect([status, data.type]).toEqual([400, 'VALIDATION_ERROR']);
});

test.each(['7709', '100983', 'NYClocation101', '301'])('the location %s is known', async (id) => {
	expect((await create({ locationExternalId: id })).status).toBe(201);
});

test('locations can be added, and the provider is one of theirs', async () => {
	desk.control.addLocation('berlin', { providers: ['Bike Bob', 'UPS'] });
	expect((await create({ locationExternalId: 'berlin' })).data.provider.name).toBe('Bike Bob');
	const proposedProviders = [{ name: 'Nobody' }, { name: 'UPS' }];
	const { data } = await create({
		orderExternalId: 'B',
		locationExternalId: 'berlin',
		proposedProviders,
	});
	expect(data.provider.name).toBe('UPS');
});

test('five hundred creates, 25 at a time, have different ids', async () => {
	for (let round = 0; round < 20; round += 1) {
		const calls = Array.from({ length: 25 }, (_, index) =>
			create({ orderExternalId: `R${round}-${index}` }),
		);
		expect((await Promise.all(calls)).every(({ status }) => status === 201)).toBe(true);
	}
	const all = desk.control.shipments();
	expect(new Set(all.map(({ id }) => id)).size).toBe(500);
	expect(new Set(all.map(({ trackingId }) => trackingId)).size).toBe(500);
});
