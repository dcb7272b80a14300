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
