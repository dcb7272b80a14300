import type { INodeParameters } from 'n8n-workflow';
import { testPanelRefusals, type BadShipment } from '../support/bad-shipment.mts';
import { onlyErrorItem, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const long = (length: number): string => 'x'.repeat(length);

const fields = (additionalFields: INodeParameters): INodeParameters => ({ additionalFields });

const PICKUP: INodeParameters = {
	pickupFrom: 'address',
	pickupName: 'Shop Boston',
	pickupContactName: 'Michele Parker',
	pickupContactPhone: '+1 201 555 0123',
	pickupAddress1: '345 Harrison Avenue',
	pickupPostalCode: '02118',
};

const WHO_AND_WHERE: Array<BadShipment<INodeParameters>> = [
	[
		'an external order ID of 101 characters',
		{ externalOrderId: long(101) },
		"'External Order ID' is 101 characters long, but at most 100 are allowed",
	],
	['blanks as external order ID', { externalOrderId: ' \t ' }, "'External Order ID' is empty"],
	[
		'a missing external order ID',
		{ externalOrderId: '={{ $json.nothing }}' },
		"'External Order ID' is empty",
	],
	[
		'no location and no pickup',
		{ locationExternalId: '={{ "" }}' },
		"Neither 'Location ID' nor 'Pickup From' says where the shipment is picked up",
	],
	[
		'a choice of pickup that there is not',
		{ pickupFrom: 'drone' },
		`'Pickup From' is "drone", which is not one of location, address`,
	],
	['no recipient', { recipientName: '={{ null }}' }, "'Recipient Name' is empty"],
	['no phone', { recipientPhone: '={{ "" }}' }, "'Recipient Phone' is empty"],
	[
		'a phone of 21 characters',
		{ recipientPhone: '+1 617 555 0100 x1234' },
		"'Recipient Phone' is 21 characters long, but at most 20 are allowed",
	],
	['no street', { address1: '={{ "" }}' }, "'Address Line 1' is empty"],
	['no postal code', { postalCode: '={{ null }}' }, "'Postal Code' is empty"],
	[
		'a postal code of 21 characters',
		{ postalCode: long(21) },
		"'Postal Code' is 21 characters long, but at most 20 are allowed",
	],
	[
		'a country that is not served',
		{ countryCode: '={{ "DE" }}' },
		`'Country Code' is "DE", which is not one of US, CA, GB, AU, IE`,
	],
	[
		'an object as a name',
		{ recipientName: '={{ { first: "Ada" } }}' },
		`'Recipient Name' is {"first":"Ada"}, but must be text`,
	],
	[
		'a latitude that is no number',
		fields({ latitude: '={{ "north" }}', longitude: 1 }),
		`'Latitude' is "north", but must be a number`,
	],
];

describe('a bad recipient, address or ID is told by the name in the panel, and nothing is sent', () => {
	testPanelRefusals(desk, WHO_AND_WHERE);
});

describe('a bad pickup at an address is told by the name in the panel, and nothing is sent', () => {
	testPanelRefusals(desk, [
		['no name', { ...PICKUP, pickupName: '={{ "" }}' }, "'Pickup Name' is empty"],
		['no contact', { ...PICKUP, pickupContactName: '={{ "" }}' }, "'Pickup Contact Name' is empty"],
		['no phone', { ...PICKUP, pickupContactPhone: '={{ "" }}' }, "'Pickup Contact Phone' is empty"],
		['no street', { ...PICKUP, pickupAddress1: '={{ "" }}' }, "'Pickup Address Line 1' is empty"],
		[
			'no postal code',
			{ ...PICKUP, pickupPostalCode: '={{ "" }}' },
			"'Pickup Postal Code' is empty",
		],
		[
			'a country that is not served',
			{ ...PICKUP, pickupCountryCode: '={{ "FR" }}' },
			`'Pickup Country Code' is "FR", which is not one of US, CA, GB, AU, IE`,
		],
	]);
});

describe('a bad value of the order is told by the name in the panel, and nothing is sent', () => {
	const attributes = (type: string, value: string, name = 'count') =>
		fields({ orderAttributes: { entries: [{ name, type, value }] } });

	testPanelRefusals(desk, [
		[
			'a negative order value',
			fields({ orderValue: -1 }),
			"'Order Value' is -1, but must be at least 0",
		],
		[
			'an order value in words',
			fields({ orderValue: '={{ "ten" }}' }),
			`'Order Value' is "ten", but must be a number`,
		],
		[
			'a signature that there is not',
			fields({ signature: '={{ "thumb" }}' }),
			`'Signature' is "thumb", which is not one of unattended, required_recipient`,
		],
		[
			'a pickup that ends before it starts',
			fields({ pickupStartsAt: '2026-02-01T12:00:00Z', pickupEndsAt: '2026-02-01T11:59:59Z' }),
			"'Pickup Ends' is before 'Pickup Starts'",
		],
		[
			'a delivery that ends before it starts',
			fields({ deliveryStartsAt: '2026-02-02', deliveryEndsAt: '2026-02-01' }),
			"'Delivery Ends' is before 'Delivery Starts'",
		],
		[
			'a date that no calendar has',
			fields({ pickupStartsAt: '2026-02-30T12:00:00' }),
			`'Pickup Starts' is "2026-02-30T12:00:00", which is not a date and time`,
		],
		[
			'a date in words',
			fields({ deliveryEndsAt: '={{ "tomorrow" }}' }),
			`'Delivery Ends' is "tomorrow", which is not a date and time`,
		],
		[
			'words with a number, which are no date',
			fields({ pickupEndsAt: '={{ "week 5" }}' }),
			`'Pickup Ends' is "week 5", which is not a date and time`,
		],
		[
			'Unix time in seconds',
			fields({ createdDate: '={{ 1769000000 }}' }),
			"'Created Date' is 1769000000, which is not Unix time in milliseconds",
		],
		[
			'a locale of 6 characters',
			fields({ locale: 'en-USA' }),
			"'Locale' is 6 characters long, but at most 5 are allowed",
		],
		[
			'delivery instructions of 10,001 characters',
			fields({ deliveryInstructions: long(10_001) }),
			"'Delivery Instructions' is 10001 characters long, but at most 10000 are allowed",
		],
		[
			'an attribute that is no number',
			attributes('number', 'three'),
			`'Custom Attributes' has "count", which is "three", but must be a number`,
		],
		[
			'an attribute that is neither true nor false',
			attributes('boolean', 'maybe'),
			`'Custom Attributes' has "count", which is "maybe", but must be a boolean`,
		],
		[
			'an attribute without a name',
			attributes('text', 'Cash', ' '),
			"'Custom Attributes' has a value without a name",
		],
		[
			'an attribute of 501 characters',
			attributes('text', long(501)),
			`'Custom Attributes' has "count", which is 501 characters long, but at most 500`,
		],
		[
			'a list of 101 entries as an attribute',
			attributes('list', Array.from({ length: 101 }, () => 'a').join()),
			`'Custom Attributes' has "count", which holds 101 entries, but at most 100 are allowed`,
		],
		[
			'a proposed provider without a name',
			fields({ proposedProviders: { entries: [{ name: '', services: 'ground' }] } }),
			"'Name' of provider 1 is empty",
		],
	]);
});

it('all that is wrong is told at once', async () => {
	const changes = {
		recipientPhone: '={{ "" }}',
		countryCode: '={{ "DE" }}',
		lineItems: { item: [{ sku: 'WATCH-1', quantity: 0 }] },
	};
	const { message, description } = seenError(await desk.run(createParameters(changes)));
	expect(message).toBe("'Recipient Phone' is empty [item 0]");
	expect(description).toMatch(
		/Also: 'Country Code' is "DE".*\. Also: 'Quantity' of line item 1 is 0/,
	);
	expect(desk.sent()).toEqual([]);
});

it('an error item names the parameter, and has no HTTP status', async () => {
	const parameters = createParameters({ recipientPhone: '={{ "" }}' });
	const result = await desk.run(parameters, { onError: 'continueRegularOutput' });
	expect(onlyErrorItem(result).details).toEqual({
		what: "'Recipient Phone' is empty",
		fix: 'Fill it in, or map it from the incoming item.',
		field: 'Recipient Phone',
	});
});

it.each([
	['externalOrderId', 'External Order ID'],
	['locationExternalId', 'Location ID'],
	['recipientPhone', 'Recipient Phone'],
])('what n8n itself sees to be empty is told by its name as well: %s', async (name, label) => {
	const { message } = seenError(await desk.run(createParameters({ [name]: '' })));
	expect(message).toContain(`Parameter "${label}" is required`);
	expect(desk.sent()).toEqual([]);
});
