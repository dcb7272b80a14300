import type { INodeParameters } from 'n8n-workflow';
import { testJsonRefusals, testRefusals, type BadShipment } from '../support/bad-shipment.mts';
import { onlyErrorItem, seenError } from '../support/seen.mts';
import { fromJson, onShipment, shipmentBody } from '../support/shipment-parameters.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const NOTHING = undefined;
const { deliveryAddress, deliveryContact } = shipmentBody();
const PICKUP = {
	name: 'Shop Boston',
	address: { street1: '345 Harrison Avenue', postalCode: '02118' },
	contact: { name: 'Michele Parker', phone: '+1 201 555 0123' },
};
const WATCH = { sku: 'WATCH-1', quantity: 2 };
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

describe('a bad body is told by the place in it, and nothing is sent', () => {
	testJsonRefusals(desk, [
		[
			'no location and no pickup',
			{ locationExternalId: NOTHING },
			"Neither 'locationExternalId' in 'JSON Body' nor 'pickup' in 'JSON Body' says where",
		],
		[
			'a location and a pickup',
			{ pickup: PICKUP },
			"'locationExternalId' in 'JSON Body' and 'pickup' in 'JSON Body' are both given",
		],
		[
			'a pickup without a contact',
			{ locationExternalId: NOTHING, pickup: { ...PICKUP, contact: NOTHING } },
			"'pickup.contact' in 'JSON Body' is empty",
		],
		[
			'a pickup in a country that is not served',
			{
				locationExternalId: NOTHING,
				pickup: { ...PICKUP, address: { ...PICKUP.address, countryCode: 'FR' } },
			},
			`'pickup.address.countryCode' in 'JSON Body' is "FR", which is not one of US`,
		],
		[
			'an external order ID of 101 characters',
			{ orderExternalId: 'x'.repeat(101) },
			"'orderExternalId' in 'JSON Body' is 101 characters long",
		],
		[
			'an external order ID as a number',
			{ orderExternalId: 1001 },
			"'orderExternalId' in 'JSON Body' is 1001, but must be text",
		],
		[
			'no external order ID',
			{ orderExternalId: NOTHING },
			"'orderExternalId' in 'JSON Body' is empty",
		],
		['no recipient', { deliveryContact: null }, "'deliveryContact' in 'JSON Body' is empty"],
		[
			'a recipient without a phone',
			{ deliveryContact: { name: 'Ada Lovelace' } },
			"'deliveryContact.phone' in 'JSON Body' is empty",
		],
		[
			'a phone of 21 characters',
			{ deliveryContact: { ...deliveryContact, phone: '1'.repeat(21) } },
			"'deliveryContact.phone' in 'JSON Body' is 21 characters long, but at most 20",
		],
		['an address as text', { deliveryAddress: 'Boston' }, "'deliveryAddress' in 'JSON Body' must"],
		[
			'a country that is not served',
			{ deliveryAddress: { ...deliveryAddress, countryCode: 'DE' } },
			`'deliveryAddress.countryCode' in 'JSON Body' is "DE", which is not one of US`,
		],
		[
			'a country in lower case',
			{ deliveryAddress: { ...deliveryAddress, countryCode: 'us' } },
			`'deliveryAddress.countryCode' in 'JSON Body' is "us", which is not one of US`,
		],
		[
			'a negative order value',
			{ orderValue: -0.5 },
			"'orderValue' in 'JSON Body' is -0.5, but must be at least 0",
		],
		[
			'an order value as text',
			{ orderValue: '10' },
			`'orderValue' in 'JSON Body' is "10", but must be a number`,
		],
		[
			'a negative price of the second item',
			{ itemList: [WATCH, { sku: 'MUG', price: -1 }] },
			"'itemList[1].price' in 'JSON Body' is -1, but must be at least 0",
		],
		[
			'quantity 0',
			{ itemList: [{ ...WATCH, quantity: 0 }] },
			"'itemList[0].quantity' in 'JSON Body' is 0, but must be at least 1",
		],
		[
			'quantity 1.5',
			{ itemList: [{ ...WATCH, quantity: 1.5 }] },
			"'itemList[0].quantity' in 'JSON Body' is 1.5, but must be a whole number",
		],
		[
			'quantity as text',
			{ itemList: [{ ...WATCH, quantity: '2' }] },
			`'itemList[0].quantity' in 'JSON Body' is "2", but must be a whole number`,
		],
		[
			'101 items',
			{ itemList: names(101).map((sku) => ({ sku })) },
			"'itemList' in 'JSON Body' holds 101 line items, but at most 100 are allowed",
		],
		['items as an object', { itemList: WATCH }, "'itemList' in 'JSON Body' must be a list"],
		[
			'an item that is text',
			{ itemList: ['WATCH-1'] },
			"'itemList' in 'JSON Body' has a line item 1 that is not an object",
		],
		[
			'21 tags',
			{ itemList: [{ ...WATCH, tags: names(21) }] },
			"'itemList[0].tags' in 'JSON Body' holds 21 entries, but at most 20 are allowed",
		],
		[
			'a size without its unit',
			{ itemList: [{ ...WATCH, size: { length: 1, width: 1, height: 1 } }] },
			"'itemList[0].size.unit' in 'JSON Body' is empty",
		],
		[
			'a unit of weight that there is not',
			{ itemList: [{ ...WATCH, weight: { value: 1, unit: 'g' } }] },
			`'itemList[0].weight.unit' in 'JSON Body' is "g", which is not one of kg, lb`,
		],
		[
			'a package without a name',
			{ package: { itemQuantity: 1 } },
			"'package.name' in 'JSON Body' is empty",
		],
		['a list of packages', { package: [{ name: 'custom' }] }, "'package' in 'JSON Body' must be"],
		[
			'more in the package than in the shipment',
			{ package: { name: 'custom', itemList: [{ ...WATCH, quantity: 3 }] } },
			`'package.itemList' in 'JSON Body' holds 3 of "WATCH-1", but 'itemList' in 'JSON Body' only 2`,
		],
		[
			'something in the package that is not in the shipment',
			{ package: { name: 'custom', itemList: [{ sku: 'MUG' }] } },
			`'package.itemList' in 'JSON Body' holds "MUG", which is not among 'itemList' in`,
		],
		[
			'something in the package where the shipment has no items',
			{ itemList: NOTHING, package: { name: 'custom', itemList: [WATCH] } },
			`'package.itemList' in 'JSON Body' holds "WATCH-1", which is not among 'itemList' in`,
		],
		[
			'a time as a date',
			{ pickupTime: { startsAt: '2026-02-01T12:00:00Z' } },
			`'pickupTime.startsAt' in 'JSON Body' is "2026-02-01T12:00:00Z", which is not`,
		],
		[
			'a time in seconds',
			{ deliveryTime: { endsAt: 1769000000 } },
			"'deliveryTime.endsAt' in 'JSON Body' is 1769000000, which is not Unix time in milliseconds",
		],
		[
			'a pickup that ends before it starts, told without names of the panel',
			{ pickupTime: { startsAt: 1769000000001, endsAt: 1769000000000 } },
			"'pickupTime.endsAt' in 'JSON Body' is before 'pickupTime.startsAt'",
		],
		[
			'a signature that there is not',
			{ signature: 'thumb' },
			`'signature' in 'JSON Body' is "thumb", which is not one of unattended`,
		],
		[
			'an attribute that is an object',
			{ orderAttributes: { gift: { from: 'Bob' } } },
			`'orderAttributes' in 'JSON Body' has "gift", which is {"from":"Bob"}`,
		],
		[
			'an attribute that is null',
			{ orderAttributes: { gift: null } },
			`'orderAttributes' in 'JSON Body' has "gift", which is null`,
		],
		[
			'an attribute that is a mixed list',
			{ orderAttributes: { gift: ['a', 1] } },
			`'orderAttributes' in 'JSON Body' has "gift", which is a list of different kinds`,
		],
		[
			'attributes as a list',
			{ orderAttributes: [{ gift: true }] },
			"'orderAttributes' in 'JSON Body' must be an object",
		],
		[
			'a proposed provider without a name',
			{ proposedProviders: [{ services: [] }] },
			"'proposedProviders[0].name' in 'JSON Body' is empty",
		],
	]);
});

describe('what is no JSON object is told, and nothing is sent', () => {
	const json = (jsonBody: string): INodeParameters => ({ inputMode: 'json', jsonBody });
	const rows: Array<BadShipment<INodeParameters>> = [
		['broken JSON', json('{ "orderExternalId": '), "'JSON Body' is not valid JSON"],
		['a list', json('[{}]'), "'JSON Body' must be a JSON object"],
		['a number', json('={{ 7 }}'), "'JSON Body' must be a JSON object"],
		['nothing', json('={{ "" }}'), "'JSON Body' is empty"],
		[
			'another way of giving it',
			{ inputMode: 'xml' },
			`'Input Mode' is "xml", which is not one of fields, json`,
		],
	];
	describe.each(['create', 'update'] as const)('(%s)', (operation) => {
		testRefusals(
			desk,
			rows.map(([name, given, begins]) => [
				name,
				{ ...onShipment('get', 'SHOP-1'), operation, ...given },
				begins,
			]),
		);
	});
});

it('the first finding is told, and the others with it', async () => {
	const body = shipmentBody({ orderValue: -1, signature: 'thumb' });
	const parameters = { operation: 'create', ...fromJson(body) };
	const { message, description } = seenError(await desk.run(parameters));
	expect(message).toMatch(/^'signature' in 'JSON Body' is "thumb"/);
	expect(description).toMatch(/Also: 'orderValue' in 'JSON Body' is -1/);
});

it('an error item names the place in the body', async () => {
	const parameters = { operation: 'create', ...fromJson(shipmentBody({ orderValue: -1 })) };
	const result = await desk.run(parameters, { onError: 'continueRegularOutput' });
	expect(onlyErrorItem(result).details).toEqual({
		what: "'orderValue' in 'JSON Body' is -1, but must be at least 0",
		fix: 'Give a number of at least 0.',
		field: 'orderValue in JSON Body',
	});
});
