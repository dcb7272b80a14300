import { closeBenches } from '../helpers.mts';
import { openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = (changes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody(changes));

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
