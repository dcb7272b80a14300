import type { INodeParameters } from 'n8n-workflow';
import {
	create,
	createJson,
	MUG,
	orderBody,
	useDigitalRiverDesk,
} from '../support/digital-river-desk.mts';
import { line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

const extra = (fields: INodeParameters): INodeParameters => ({ additionalFields: fields });
const lines = (...item: INodeParameters[]): INodeParameters => ({ lineItems: { item } });

describe('a bad value is told by the name in the panel, and nothing is sent', () => {
	it.each<[string, INodeParameters, string]>([
		['no external order ID', { externalOrderId: '={{ "" }}' }, "'External Order ID' is empty"],
		['blanks for it', { externalOrderId: ' \t ' }, "'External Order ID' is empty"],
		['no street', { address1: '={{ "" }}' }, "'Address Line 1' is empty"],
		['no city', { city: '={{ null }}' }, "'City' is empty"],
		['no country', { countryCode: '={{ "" }}' }, "'Country Code' is empty"],
		[
			'a country that there is not',
			{ countryCode: 'XX' },
			`'Country Code' is "XX", which is not the code of a country`,
		],
		[
			'a country by its name',
			{ countryCode: 'Germany' },
			`'Country Code' is "Germany", which is not the code of a country`,
		],
		['no currency', { currencyCode: '={{ "" }}' }, "'Currency Code' is empty"],
		[
			'a currency that there is not',
			{ currencyCode: 'XYZ' },
			`'Currency Code' is "XYZ", which is not the code of a currency`,
		],
		[
			'a currency by its sign',
			{ currencyCode: '$' },
			`'Currency Code' is "$", which is not the code of a currency`,
		],
		[
			'an email that is none',
			extra({ email: 'ada' }),
			`'Email' is "ada", but must be an email address`,
		],
		[
			"a customer's email that is none",
			extra({ customerEmail: 'ada@@x' }),
			`'Customer Email' is "ada@@x", but must be an email address`,
		],
		[
			'a locale with a hyphen',
			extra({ locale: 'en-US' }),
			`'Locale' is "en-US", but must be a language and a country such as en_US`,
		],
		['a locale without a country', extra({ locale: 'en' }), `'Locale' is "en", but must be`],
		[
			'an order time that is none',
			extra({ orderTime: 'yesterday' }),
			`'Order Time' is "yesterday", which is not a date and time`,
		],
		[
			'a day that no calendar has',
			extra({ orderTime: '2026-02-30T00:00:00Z' }),
			`'Order Time' is "2026-02-30T00:00:00Z", which is not a date and time`,
		],
		[
			'duties that are neither',
			extra({ dutiesPaid: '={{ "perhaps" }}' }),
			`'Duties Paid' is "perhaps", but must be true or false`,
		],
		[
			'a signature that there is not',
			extra({ signatureRequiredType: '={{ "child" }}' }),
			`'Signature' is "child", which is not one of standard, adult`,
		],
		['no line item', lines(), "'Line Items' holds no line item"],
		['no product', lines(line('={{ "" }}')), "'Product' of line item 1 is empty"],
		['a blank product', lines(line(MUG), line('  ')), "'Product' of line item 2 is empty"],
		['quantity 0', lines(line(MUG, 0)), "'Quantity' of line item 1 is 0, but must be at least 1"],
		[
			'quantity 1.5',
			lines(line(MUG, 1.5)),
			"'Quantity' of line item 1 is 1.5, but must be a whole number",
		],
		['no quantity', lines(line(MUG, '={{ null }}')), "'Quantity' of line item 1 is empty"],
		[
			'a total that is no number',
			lines(line(MUG, 1, { total: '={{ "ten" }}' })),
			`'Total' of line item 1 is "ten", but must be a number`,
		],
		[
			'a tax item without an authority',
			lines(line(MUG, 1, { tax: { values: { amount: 1, items: { entries: [{ amount: 1 }] } } } })),
			"'Authority Type' of tax item 1 in 'Tax' of line item 1 is empty",
		],
		[
			'line items as JSON that are no list',
			{ lineItemsInput: 'json', lineItemsJson: '{}' },
			"'Line Items as JSON' must be a list of objects",
		],
	])('%s', async (_what, changes, expected) => {
		const { message, description, httpCode } = seenError(await desk.run(create(changes)));
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(message).toMatch(/ \[item 0\]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(httpCode).toBeUndefined();
		expect(desk.sent()).toEqual([]);
	});
});

describe('a bad value in JSON is told by its place in it, and nothing is sent', () => {
	const { shipTo } = orderBody();
	const address = (changes: object) => ({
		shipTo: { ...shipTo, address: { ...shipTo.address, ...changes } },
	});
	const item = (changes: object) => ({
		items: [{ inventoryItemId: MUG, quantity: 1, ...changes }],
	});

	it.each<[string, object, string]>([
		['no upstreamId', { upstreamId: undefined }, "'upstreamId' in 'JSON Body' is empty"],
		[
			'an upstreamId that is a number',
			{ upstreamId: 7 },
			"'upstreamId' in 'JSON Body' is 7, but must be text",
		],
		['no currency', { currency: undefined }, "'currency' in 'JSON Body' is empty"],
		[
			'a currency that there is not',
			{ currency: 'usd' },
			`'currency' in 'JSON Body' is "usd", which is not the code of a currency`,
		],
		[
			'no order time',
			{ upstreamOrderTime: undefined },
			"'upstreamOrderTime' in 'JSON Body' is empty",
		],
		['no recipient', { shipTo: undefined }, "'shipTo' in 'JSON Body' is empty"],
		['no street', address({ line1: '' }), "'shipTo.address.line1' in 'JSON Body' is empty"],
		['no city', address({ city: '' }), "'shipTo.address.city' in 'JSON Body' is empty"],
		[
			'a country that there is not',
			address({ country: 'UK' }),
			`'shipTo.address.country' in 'JSON Body' is "UK", which is not the code of a country`,
		],
		['no shipping', { shippingChoice: undefined }, "'shippingChoice' in 'JSON Body' is empty"],
		['no items', { items: [] }, "'items' in 'JSON Body' holds no line item"],
		[
			'no product',
			item({ inventoryItemId: undefined }),
			"'items[0].inventoryItemId' in 'JSON Body' is empty",
		],
		[
			'quantity 0',
			item({ quantity: 0 }),
			"'items[0].quantity' in 'JSON Body' is 0, but must be at least 1",
		],
		[
			'a quantity as text',
			item({ quantity: '1' }),
			`'items[0].quantity' in 'JSON Body' is "1", but must be a whole number`,
		],
		['a bad email', { email: 'ada' }, `'email' in 'JSON Body' is "ada", but must be`],
	])('%s', async (_what, changes, expected) => {
		const { message } = seenError(await desk.run(createJson(orderBody({ ...changes }))));
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(desk.sent()).toEqual([]);
	});
});

it('all that is wrong is told at once', async () => {
	const changes = { currencyCode: 'XYZ', city: '={{ "" }}', ...lines(line(MUG, 0)) };
	const { message, description } = seenError(await desk.run(create(changes)));
	expect(message).toBe(`'Currency Code' is "XYZ", which is not the code of a currency [item 0]`);
	expect(description).toMatch(/Also: 'City' is empty\. Also: 'Quantity' of line item 1 is 0/);
});

it('an error item names the parameter, and has no HTTP status', async () => {
	const result = await desk.run(create(lines(line(MUG, 0))), { onError: 'continueRegularOutput' });
	expect(onlyErrorItem(result).details).toEqual({
		what: "'Quantity' of line item 1 is 0, but must be at least 1",
		fix: 'Give a whole number of at least 1.',
		field: 'Quantity of line item 1',
	});
});

it.each(['AT', 'BR', 'CU', 'GB', 'KR'])(
	'the country %s is taken without a state',
	async (countryCode) => {
		const changes = { countryCode, provinceCode: '={{ "" }}', postalCode: '={{ "" }}' };
		expect(onlyItem(await desk.run(create(changes))).outcome).toBe('created');
	},
);

it.each(['CHF', 'CLF', 'JPY', 'XAF'])('the currency %s is taken', async (currencyCode) => {
	expect(onlyItem(await desk.run(create({ currencyCode }))).outcome).toBe('created');
});
