import type { INodeParameters } from 'n8n-workflow';
import {
	createFromJson,
	createOrder,
	PRODUCT,
	useDeliverrDesk,
} from '../support/deliverr-desk.mts';
import { line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const lines = (...item: INodeParameters[]): INodeParameters => ({ lineItems: { item } });

const WITHIN = 'is empty, but an order within the United States needs it';

describe('an order that Deliverr would refuse is refused before anything is sent', () => {
	it.each<[string, INodeParameters, message: string, field: string]>([
		[
			'no external order ID',
			{ externalOrderId: '  ' },
			"'External Order ID' is empty",
			'External Order ID',
		],
		['no name', { recipientName: '' }, "'Recipient Name' is empty", 'Recipient Name'],
		['no street', { address1: ' ' }, "'Address Line 1' is empty", 'Address Line 1'],
		['no city', { city: ' ' }, "'City' is empty", 'City'],
		['no country', { countryCode: ' ' }, "'Country Code' is empty", 'Country Code'],
		[
			'a country that there is not',
			{ countryCode: 'XX' },
			`'Country Code' is "XX", which is not the code of a country`,
			'Country Code',
		],
		[
			'a country by its name',
			{ countryCode: 'United States' },
			`'Country Code' is "United States", which is not the code of a country`,
			'Country Code',
		],
		[
			'no state within the United States',
			{ provinceCode: '' },
			`'State or Province Code' ${WITHIN}`,
			'State or Province Code',
		],
		[
			'a blank state within the United States',
			{ provinceCode: '  ' },
			`'State or Province Code' ${WITHIN}`,
			'State or Province Code',
		],
		[
			'no postal code within the United States',
			{ postalCode: '' },
			`'Postal Code' ${WITHIN}`,
			'Postal Code',
		],
		[
			'no state in the country "us"',
			{ provinceCode: '', countryCode: 'us' },
			`'State or Province Code' ${WITHIN}`,
			'State or Province Code',
		],
		['no line', lines(), "'Line Items' holds no line item", 'Line Items'],
		[
			'no product',
			lines(line(PRODUCT), line("={{ '' }}")),
			"'Product' of line item 2 is empty",
			'Product of line item 2',
		],
		[
			'no units',
			lines(line(PRODUCT, 0)),
			"'Quantity' of line item 1 is 0, but must be at least 1",
			'Quantity of line item 1',
		],
		[
			'half a unit',
			lines(line(PRODUCT, 1.5)),
			"'Quantity' of line item 1 is 1.5, but must be a whole number",
			'Quantity of line item 1',
		],
		[
			'a delivery before the shipment',
			{ additionalFields: { shipBy: '2030-02-03T10:00:00Z', deliverBy: '2030-01-31T10:00:00Z' } },
			"'Deliver By' is 2030-01-31T10:00:00.000Z, which is ",
			'Deliver By',
		],
		[
			'a date that no calendar has',
			{ additionalFields: { orderTime: '2030-02-31T10:00:00Z' } },
			`'Order Time' is "2030-02-31T10:00:00Z", which is not a date and time`,
			'Order Time',
		],
	])('%s', async (_name, changes, message, field) => {
		const options = { onError: 'continueRegularOutput' } as const;
		const { error, details } = onlyErrorItem(await desk.run(createOrder(changes), options));
		expect(error.slice(0, message.length)).toBe(message);
		expect(details).toMatchObject({ field, fix: expect.stringMatching(/^[A-Z].*\.$/) });
		expect(details).not.toHaveProperty('httpCode');
		expect(desk.sandbox.log.all()).toEqual([]);
	});

	it('with both findings where state and postal code are missing', async () => {
		const parameters = createOrder({ provinceCode: '', postalCode: '' });
		const { message, description } = seenError(await desk.run(parameters));
		expect(message).toBe(`'State or Province Code' ${WITHIN} [item 0]`);
		expect(description).toContain(`Also: 'Postal Code' ${WITHIN}.`);
	});
});

describe('an order that is given as JSON', () => {
	const BODY = {
		externalOrderId: 'SHOP-1',
		source: 'shop',
		sourceOrderId: '1',
		shiptoAddress: {
			name: 'Ada Lovelace',
			street1: '1 Market Street',
			city: 'San Francisco',
			state: 'CA',
			postcode: '94105',
			countryCode: 'US',
		},
		lineItems: [{ externalProductId: PRODUCT, quantity: 1 }],
	};
	const to = (address: object) => ({ shiptoAddress: { ...BODY.shiptoAddress, ...address } });

	it('is sent as it is', async () => {
		expect(onlyItem(await desk.run(createFromJson(BODY))).outcome).toBe('created');
		expect(desk.creates().map(({ body }) => body)).toEqual([BODY]);
	});

	it.each<[string, object, path: string]>([
		['no source', { source: undefined }, 'source'],
		['no order ID of the source', { sourceOrderId: undefined }, 'sourceOrderId'],
		['no address', { shiptoAddress: undefined }, 'shiptoAddress'],
		['no street', to({ street1: undefined }), 'shiptoAddress.street1'],
		['no city', to({ city: undefined }), 'shiptoAddress.city'],
		['no state', to({ state: undefined }), 'shiptoAddress.state'],
		['no postal code', to({ postcode: undefined }), 'shiptoAddress.postcode'],
		['no country', to({ countryCode: undefined }), 'shiptoAddress.countryCode'],
		['no lines', { lineItems: undefined }, 'lineItems'],
		['an empty list of lines', { lineItems: [] }, 'lineItems'],
		['a line without product', { lineItems: [{ quantity: 1 }] }, 'lineItems[0].externalProductId'],
		[
			'a line without quantity',
			{ lineItems: [{ externalProductId: PRODUCT }] },
			'lineItems[0].quantity',
		],
	])('is refused by the place in the JSON: %s', async (_name, changes, path) => {
		const { message } = seenError(await desk.run(createFromJson({ ...BODY, ...changes })));
		expect(message).toMatch(/ \[item 0\]$/);
		expect(message).toContain(`'${path}' in 'JSON Body'`);
		expect(desk.sandbox.log.all()).toEqual([]);
	});
});

describe('an order to another country', () => {
	it.each(['GB', 'HK', 'PR'])('needs neither state nor postal code: %s', async (countryCode) => {
		const parameters = createOrder({ countryCode, provinceCode: '', postalCode: '' });
		expect(onlyItem(await desk.run(parameters)).outcome).toBe('created');
		const { shiptoAddress } = desk.api.order('SHOP-1') ?? {};
		expect(shiptoAddress).not.toHaveProperty('state');
		expect(shiptoAddress).not.toHaveProperty('postcode');
	});
});
