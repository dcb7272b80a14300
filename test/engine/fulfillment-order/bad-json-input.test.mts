import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, byId, createParameters, orderBody } from '../support/order-parameters.mts';
import { seenError } from '../support/seen.mts';

const desk = useOrderDesk();

afterEach(() => {
	expect(desk.sent()).toEqual([]);
});

const asJson = (jsonBody: string) => createParameters(desk.sku(), { inputMode: 'json', jsonBody });

const refused = async (jsonBody: string) => {
	const seen = seenError(await desk.run(asJson(jsonBody)));
	expect(seen.description).toMatch(/^[A-Z].*\.$/);
	return seen.message;
};

describe('what is no JSON object is told, and nothing is sent', () => {
	it.each([
		['JSON that does not parse', '{ "externalOrderId": ', "'JSON Body' is not valid JSON: "],
		['text', 'order', "'JSON Body' is not valid JSON: "],
		['nothing', '={{ "" }}', "'JSON Body' is empty"],
		['a list', '[]', "'JSON Body' must be a JSON object"],
		['a list from an expression', '={{ [1, 2] }}', "'JSON Body' must be a JSON object"],
		['null', 'null', "'JSON Body' must be a JSON object"],
		['a number', '7', "'JSON Body' must be a JSON object"],
		['a missing value', '={{ $json.nothing }}', "'JSON Body' "],
	])('%s', async (_name, jsonBody, expected) => {
		const message = await refused(jsonBody);
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(message).toMatch(/ \[item 0\]$/);
	});
});

describe('a bad value in the JSON is told by its place in it, and nothing is sent', () => {
	type Row = [name: string, changes: (sku: string) => object, expected: string];
	const { address } = orderBody('');
	const item = (changes: object) => (sku: string) => ({
		lineItems: [{ logisticsSku: sku, quantity: 1, ...changes }],
	});
	const rows: Row[] = [
		[
			'no external order ID',
			() => ({ externalOrderId: undefined }),
			"'externalOrderId' in 'JSON Body' is empty",
		],
		[
			'an empty external order ID',
			() => ({ externalOrderId: '' }),
			"'externalOrderId' in 'JSON Body' is empty",
		],
		[
			'an external order ID that is a number',
			() => ({ externalOrderId: 7 }),
			"'externalOrderId' in 'JSON Body' is 7, but must be text",
		],
		['no address', () => ({ address: undefined }), "'address' in 'JSON Body' is empty"],
		[
			'an address that is text',
			() => ({ address: '1 Market Street' }),
			"'address' in 'JSON Body' must be an object",
		],
		[
			'no city',
			() => ({ address: { ...address, city: '' } }),
			"'address.city' in 'JSON Body' is empty",
		],
		[
			'country XX',
			() => ({ address: { ...address, countryCode: 'XX' } }),
			`'address.countryCode' in 'JSON Body' is "XX", which is not`,
		],
		[
			'state California',
			() => ({ address: { ...address, provinceCode: 'California' } }),
			`'address.provinceCode' in 'JSON Body' is "California", but must be`,
		],
		['no line items', () => ({ lineItems: undefined }), "'lineItems' in 'JSON Body' is empty"],
		[
			'an empty list of line items',
			() => ({ lineItems: [] }),
			"'lineItems' in 'JSON Body' holds no line item",
		],
		[
			'line items that are no list',
			() => ({ lineItems: {} }),
			"'lineItems' in 'JSON Body' must be a list",
		],
		[
			'a line item that is no object',
			() => ({ lineItems: ['DABCDEF1234'] }),
			"'lineItems' in 'JSON Body' has a line item 1 that is not an object",
		],
		[
			'quantity 0',
			item({ quantity: 0 }),
			"'lineItems[0].quantity' in 'JSON Body' is 0, but must be at least 1",
		],
		[
			'a quantity as text',
			item({ quantity: '1' }),
			`'lineItems[0].quantity' in 'JSON Body' is "1", but must be a whole number`,
		],
		[
			'a SKU that is none',
			item({ logisticsSku: 'MUG' }),
			`'lineItems[0].logisticsSku' in 'JSON Body' is "MUG", but must be`,
		],
		[
			'a customs value without currency',
			item({ customsUnitValue: { amount: 1 } }),
			"'lineItems[0].customsUnitValue.currencyCode' in 'JSON Body' is empty",
		],
		[
			'a ship-by date in the past',
			() => ({ promisedShipByTime: '2020-01-01T00:00:00Z' }),
			"'promisedShipByTime' in 'JSON Body' is 2020-01-01T00:00:00Z, which is not in the future",
		],
		[
			'a ship-by date after the deliver-by date',
			() => ({
				promisedShipByTime: '2099-02-02T00:00:00Z',
				promisedDeliveryByTime: '2099-02-01T00:00:00Z',
			}),
			"'promisedDeliveryByTime' in 'JSON Body' is 2099-02-01T00:00:00Z, which is not after",
		],
		[
			'a date that is none',
			() => ({ promisedShipByTime: 'soon' }),
			`'promisedShipByTime' in 'JSON Body' is "soon", which is not a date and time`,
		],
		[
			'duties without account ID',
			() => ({ duties: { merchantOfRecordOrderId: 'B', merchantOfRecordProvider: 'GLOBALE' } }),
			"'duties.merchantOfRecordAccountId' in 'JSON Body' is empty",
		],
		[
			'a subscription that is text',
			() => ({ isSubscriptionOrder: 'yes' }),
			`'isSubscriptionOrder' in 'JSON Body' is "yes", but must be true or false`,
		],
	];

	it.each(rows)('%s', async (_name, changes, expected) => {
		const body = orderBody(desk.sku(), { ...changes(desk.sku()) });
		const message = await refused(JSON.stringify(body));
		expect(message.slice(0, expected.length)).toBe(expected);
	});
});

describe('an order that is not named is told, and nothing is sent', () => {
	const EMPTY = '={{ "" }}';
	it.each(['get', 'retry', 'cancel'] as const)('by %s', async (operation) => {
		const external = seenError(await desk.run(byExternalId(operation, EMPTY)));
		expect(external.message).toBe("'External Order ID' is empty [item 0]");
		const internal = seenError(await desk.run(byId(operation, EMPTY)));
		expect(internal.message).toBe("'Order' is empty [item 0]");
	});

	it.each(['.', '..'])('when it is called %j, which a URL would swallow', async (value) => {
		expect(seenError(await desk.run(byId('get', value))).message).toBe(
			`'Order' is "${value}", which is not an ID [item 0]`,
		);
	});
});
