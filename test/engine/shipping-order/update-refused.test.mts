import type { INodeParameters } from 'n8n-workflow';
import { testRefusals, type BadShipment } from '../support/bad-shipment.mts';
import { fromJson, onShipment } from '../support/shipment-parameters.mts';
import { seenError } from '../support/seen.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const update = (changes: INodeParameters) => onShipment('update', 'SHOP-1', changes);

const set = (updateFields: INodeParameters) => update({ updateFields });

const PANEL: Array<BadShipment<INodeParameters>> = [
	['nothing at all', update({}), 'There is nothing to change'],
	[
		'nothing but empty fields',
		set({ groupId: '', deliveryInstructions: '={{ null }}', orderAttributes: {} }),
		'There is nothing to change',
	],
	[
		'an external order ID of 101 characters',
		set({ orderExternalId: 'x'.repeat(101) }),
		"'External Order ID' is 101 characters long",
	],
	['a negative order value', set({ orderValue: -1 }), "'Order Value' is -1, but must be"],
	[
		'a recipient without a phone',
		set({ deliveryContact: { values: { name: 'Bob' } } }),
		"'Recipient Phone' is empty",
	],
	[
		'an address without a street',
		set({ deliveryAddress: { values: { postalCode: '02118' } } }),
		"'Address Line 1' is empty",
	],
	[
		'a country that is not served',
		set({
			deliveryAddress: {
				values: { street1: 'A', postalCode: '1', countryCode: '={{ "DE" }}' },
			},
		}),
		`'Country Code' is "DE", which is not one of US`,
	],
	[
		'a signature that there is not',
		set({ signature: '={{ "thumb" }}' }),
		`'Signature' is "thumb", which is not one of`,
	],
	[
		'a pickup that ends before it starts',
		set({ pickupStartsAt: '2026-02-01T12:00:00Z', pickupEndsAt: '2026-02-01T11:00:00Z' }),
		"'Pickup Ends' is before 'Pickup Starts'",
	],
	[
		'a locale of 51 characters',
		set({ locale: 'x'.repeat(51) }),
		"'Locale' is 51 characters long, but at most 50 are allowed",
	],
	[
		'quantity 0',
		update({ lineItems: { item: [{ sku: 'WATCH-1', quantity: 0 }] } }),
		"'Quantity' of line item 1 is 0",
	],
	[
		'more in the package than in the shipment',
		update({
			lineItems: { item: [{ sku: 'WATCH-1', quantity: 1 }] },
			package: { itemList: { entries: [{ sku: 'WATCH-1', quantity: 2 }] } },
		}),
		`'Package Items' holds 2 of "WATCH-1", but 'Line Items' only 1`,
	],
	[
		'a field to clear that cannot be cleared',
		update({ clearFields: '={{ ["orderExternalId"] }}' }),
		`'Clear Fields' is "orderExternalId", which is not one of`,
	],
	[
		'no shipment',
		{ ...set({ groupId: 'G-2' }), shipment: { __rl: true, mode: 'id', value: '={{ " " }}' } },
		"'Shipment' is empty",
	],
];

describe('a bad change in the panel is told by the names there, and nothing is sent', () => {
	testRefusals(desk, PANEL);
});

describe('a bad change in JSON is told by the place in it, and nothing is sent', () => {
	const json = (body: unknown) => update(fromJson(body));

	testRefusals(desk, [
		['nothing at all', json({}), 'There is nothing to change'],
		[
			'a recipient without a phone',
			json({ deliveryContact: { name: 'Bob' } }),
			"'deliveryContact.phone' in 'JSON Body' is empty",
		],
		[
			'an order value as text',
			json({ orderValue: '160.99' }),
			`'orderValue' in 'JSON Body' is "160.99", but must be a number`,
		],
		['a package as a list', json({ package: [] }), "'package' in 'JSON Body' must be an object"],
	]);

	it('nothing at all is told without names of fields that are not shown', async () => {
		const { description } = seenError(await desk.run(json({})));
		expect(description).toContain("'JSON Body'");
		expect(description).not.toContain("'Update Fields'");
	});
});
