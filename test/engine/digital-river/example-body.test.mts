import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	create,
	createJson,
	example,
	MUG,
	useDigitalRiverDesk,
} from '../support/digital-river-desk.mts';
import { line } from '../support/order-parameters.mts';
import { pinDate } from '../support/pin-date.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

/** The page prints the time as a Java object, and the list of items inside of another one. */
const printed = (time: string): IDataObject => {
	const body = example('create-request');
	return {
		...body,
		upstreamOrderTime: time,
		items: [{ upstreamId: '123', inventoryItemId: 'abc', name: '.', quantity: 1 }],
	};
};

/** The same order, filled into the panel. */
const PANEL: INodeParameters = {
	operation: 'create',
	externalOrderId: '7765374748',
	recipientName: 'John Smith',
	address1: '10380 Bren Rd W',
	address2: 'text',
	city: 'Minnetonka',
	provinceCode: 'MN',
	postalCode: '55129',
	countryCode: 'US',
	currencyCode: 'USD',
	lineItems: { item: [line('abc', 1, { lineItemId: '123', name: '.' })] },
	additionalFields: {
		company: 'Digital River',
		customerEmail: 'jsmith@digitalriver.com',
		customerName: 'John Smith',
		customerPhone: '612-258-1966',
		division: '???',
		dutiesPaid: false,
		email: 'jsmith@digitalriver.com',
		locale: 'en_US',
		neighborhood: 'Centro',
		orderTime: '2018-04-25T20:36:00Z',
		phone: '952-111-1111',
		phoneticName: '??? ??',
		reservationId: '7765374748',
		shipMethod: 'SG',
		shippingInstructions: '.',
		signatureRequiredType: 'standard',
	},
};

const body = () => desk.bodies('/fulfillment-orders').at(-1);

describe("the documentation's POST body leaves the node as it is printed", () => {
	it('given as JSON', async () => {
		onlyItem(await desk.run(createJson(printed('2018-04-25T20:36:00Z'))));
		expect(desk.bodies('/fulfillment-orders')).toEqual([printed('2018-04-25T20:36:00Z')]);
	});

	it('given as an object from an expression', async () => {
		const parameters = { operation: 'create', inputMode: 'json', jsonBody: '={{ $json }}' };
		const input = [printed('2018-04-25T20:36:00Z')];
		onlyItem(await desk.run(parameters, { input }));
		expect(body()).toEqual(input[0]);
	});

	it('filled into the fields of the panel', async () => {
		onlyItem(await desk.run(PANEL));
		expect(body()).toEqual(printed('2018-04-25T20:36:00.000Z'));
	});
});

it('every field of a line item leaves the node under its own name', async () => {
	const extra = {
		lineItemId: 'L-1',
		name: 'Blue mug',
		subtotal: 20,
		total: 21.5,
		giftMessage: 'Happy birthday',
		giftWrap: true,
		tax: {
			values: {
				amount: 1.5,
				items: {
					entries: [
						{ authorityType: 'STATE', amount: 1 },
						{ authorityType: 'CITY', amount: 0.5 },
					],
				},
			},
		},
	};
	onlyItem(await desk.run(create({ lineItems: { item: [line(MUG, 2, extra)] } })));
	expect(body()).toMatchObject({
		items: [
			{
				inventoryItemId: MUG,
				quantity: 2,
				upstreamId: 'L-1',
				name: 'Blue mug',
				subtotal: 20,
				total: 21.5,
				giftMessage: 'Happy birthday',
				giftWrap: true,
				tax: {
					amount: 1.5,
					items: [
						{ authorityType: 'STATE', amount: 1 },
						{ authorityType: 'CITY', amount: 0.5 },
					],
				},
			},
		],
	});
});

it.each([
	['sku', { sku: 'abc', quantity: 2, lineItemId: 'L-1', giftWrap: true }],
	['inventoryItemId', { inventoryItemId: 'abc', quantity: 2, upstreamId: 'L-1', giftWrap: true }],
])('line items as JSON may name the product by %s', async (_key, item) => {
	const lineItemsJson = JSON.stringify([item]);
	onlyItem(await desk.run(create({ lineItemsInput: 'json', lineItemsJson })));
	expect(body()).toMatchObject({
		items: [{ inventoryItemId: 'abc', quantity: 2, upstreamId: 'L-1', giftWrap: true }],
	});
});

it.each([
	'customerPhone',
	'customerName',
	'division',
	'neighborhood',
	'phone',
	'phoneticName',
	'reservationId',
	'shipMethod',
	'shippingInstructions',
])('a number that an expression gives for %s is sent as text', async (name) => {
	const parameters = create({ additionalFields: { [name]: '={{ $json.number }}' } });
	onlyItem(await desk.run(parameters, { input: [{ number: 7765374748 }] }));
	expect(JSON.stringify(body())).toContain('"7765374748"');
});

it('a list that an expression gives for a text is refused, and not left out', async () => {
	const parameters = create({ additionalFields: { reservationId: '={{ [1, 2] }}' } });
	expect(seenError(await desk.run(parameters)).message).toMatch(/^'Reservation ID' is \[1,2\]/);
	expect(desk.posts()).toEqual([]);
});

describe('what is left empty', () => {
	it('is USD, now and the shipping choice SG, and nothing else is sent', async () => {
		const unpin = pinDate(Date.parse('2026-03-01T10:20:30.400Z'));
		await desk.run(create());
		unpin();
		expect(body()).toEqual({
			upstreamId: 'SHOP-1',
			currency: 'USD',
			upstreamOrderTime: '2026-03-01T10:20:30.400Z',
			shipTo: {
				name: 'Ada Lovelace',
				address: {
					line1: '1 Market Street',
					city: 'San Francisco',
					state: 'CA',
					postalCode: '94105',
					country: 'US',
				},
			},
			shippingChoice: { id: 'SG' },
			items: [{ inventoryItemId: MUG, quantity: 1 }],
		});
	});

	it.each(['={{ "" }}', '={{ null }}', '={{ $json.nothing }}'])(
		'is the same when an expression gives it: %s',
		async (nothing) => {
			const names = ['orderTime', 'locale', 'email', 'shipMethod', 'reservationId', 'dutiesPaid'];
			const additionalFields = Object.fromEntries(names.map((name) => [name, nothing]));
			onlyItem(await desk.run(create({ additionalFields })));
			expect(body()).toMatchObject({
				upstreamOrderTime: expect.stringMatching(/Z$/),
				shippingChoice: { id: 'SG' },
			});
			expect(body()).not.toHaveProperty('locale');
			expect(body()).not.toHaveProperty('shipTo.email');
			expect(body()).not.toHaveProperty('shippingChoice.dutiesPaid');
		},
	);
});

it.each([
	['a currency in small letters', { currencyCode: ' eur ' }, 'currency', 'EUR'],
	['a country in small letters', { countryCode: 'de' }, 'shipTo.address.country', 'DE'],
	[
		"a time without a zone, in the workflow's",
		{ additionalFields: { orderTime: '2026-07-01T12:00:00' } },
		'upstreamOrderTime',
		'2026-07-01T16:00:00.000Z',
	],
	[
		'duties that are text',
		{ additionalFields: { dutiesPaid: '={{ "true" }}' } },
		'shippingChoice.dutiesPaid',
		true,
	],
	[
		'a postal code that is a number',
		{ postalCode: '={{ 55129 }}' },
		'shipTo.address.postalCode',
		'55129',
	],
])('%s is understood', async (_what, changes: INodeParameters, path, expected) => {
	onlyItem(await desk.run(create(changes)));
	expect(body()).toHaveProperty(path, expected);
});

it('what was typed for another provider stays behind', async () => {
	const additionalFields = { deliveryDays: 3, source: 'WEBSITE', shipBy: '2030-01-01T00:00:00Z' };
	onlyItem(await desk.run(create({ additionalFields })));
	expect(Object.keys(Object(body())).sort()).toEqual(
		'currency items shipTo shippingChoice upstreamId upstreamOrderTime'.split(' '),
	);
});

it("the documentation's body with its Java time and nested items is refused with what is wrong", async () => {
	const { message, description } = seenError(await desk.run(createJson(example('create-request'))));
	expect(message).toMatch(
		/^'upstreamOrderTime' in 'JSON Body' is .*not a date and time \[item 0\]$/,
	);
	expect(description).toContain("'items' in 'JSON Body' has a line item 1 that is not an object");
	expect(desk.sent()).toEqual([]);
});
