import { closeBenches, openBench, orderBody, AUSTIN, type Bench } from './helpers.mts';

let bench: Bench;
let sku: string;

beforeEach(async () => {
	bench = await openBench();
	sku = bench.sandbox.flexport.addProduct({ name: 'Tee', merchantSku: 'TEE' }).logisticsSku;
});
afterEach(closeBenches);

const line = (changes: object) => ({
	lineItems: [{ logisticsSku: 'SKU', quantity: 1, ...changes }],
});
const address = (changes: object) => ({ address: { ...AUSTIN, ...changes } });
const duties = {
	merchantOfRecordAccountId: 'a',
	merchantOfRecordOrderId: 'o',
	merchantOfRecordProvider: 'GLOBALE',
};

const BAD_ORDERS: [what: string, changes: Record<string, unknown>, detail: string][] = [
	['no externalOrderId', { externalOrderId: undefined }, '/externalOrderId is required'],
	['a number as externalOrderId', { externalOrderId: 7 }, '/externalOrderId must be string'],
	['no address', { address: undefined }, '/address is required'],
	['no city', address({ city: undefined }), '/address/city is required'],
	['no address1', address({ address1: undefined }), '/address/address1 is required'],
	['no countryCode', address({ countryCode: undefined }), '/address/countryCode is required'],
	[
		'a three-letter country',
		address({ countryCode: 'USA' }),
		'/address/countryCode must be one of',
	],
	['a long US state', address({ provinceCode: 'Texas' }), '/address/provinceCode must be a two'],
	['a misspelt address field', address({ zipcode: '1' }), '/address/zipcode is not a known'],
	['a number as zip', address({ zip: 78701 }), '/address/zip must be string,null'],
	['no lines', { lineItems: undefined }, '/lineItems is required'],
	['an empty list of lines', { lineItems: [] }, '/lineItems must NOT have fewer than 1 items'],
	['quantity 0', line({ quantity: 0 }), '/lineItems/0/quantity must be >= 1'],
	['a fraction as quantity', line({ quantity: 1.5 }), '/lineItems/0/quantity must be integer'],
	['a text as quantity', line({ quantity: '1' }), '/lineItems/0/quantity must be integer'],
	['no logisticsSku', line({ logisticsSku: undefined }), '/lineItems/0/logisticsSku is required'],
	['a short logisticsSku', line({ logisticsSku: 'D1' }), '/lineItems/0/logisticsSku must NOT have'],
	['a malformed logisticsSku', line({ logisticsSku: 'D12345-7890' }), 'must match pattern'],
	[
		'an unknown product',
		line({ logisticsSku: 'D0000000000' }),
		'/lineItems/0/logisticsSku names no',
	],
	['a merchantSku on a line', line({ sku: 'TEE' }), '/lineItems/0/sku is not a known property'],
	[
		'an amount as text',
		line({ customsUnitValue: { amount: '1', currencyCode: 'USD' } }),
		'amount must be number',
	],
	[
		'an amount without currency',
		line({ customsUnitValue: { amount: 1 } }),
		'currencyCode is required',
	],
	[
		'a misspelt drop ship field',
		line({ lineItemDropShipData: { refNo: 'x' } }),
		'refNo is not a known',
	],
	['an unknown source', { source: 'ETSY' }, '/source must be one of'],
	[
		'a date that is none',
		{ promisedShipByTime: 'tomorrow' },
		'/promisedShipByTime must match format',
	],
	[
		'a date without time',
		{ promisedShipByTime: '2026-02-01' },
		'/promisedShipByTime must match format',
	],
	[
		'a ship time in the past',
		{ promisedShipByTime: '2019-08-24T14:15:22Z' },
		'/promisedShipByTime must be in the future',
	],
	[
		'a delivery time in the past',
		{ promisedDeliveryByTime: '2019-08-24T14:15:22Z' },
		'/promisedDeliveryByTime must be in the future',
	],
	[
		'shipping after delivery',
		{ promisedShipByTime: '2026-02-02T00:00:00Z', promisedDeliveryByTime: '2026-02-01T00:00:00Z' },
		'/promisedShipByTime must be before /promisedDeliveryByTime',
	],
	['days as text', { deliveryDays: '3' }, '/deliveryDays must be number,null'],
	['a text as flag', { isSubscriptionOrder: 'true' }, '/isSubscriptionOrder must be boolean'],
	[
		'an unknown incoterm',
		{ duties: { ...duties, incoterm: 'EXW' } },
		'/duties/incoterm must be one of',
	],
	[
		'duties without provider',
		{ duties: { ...duties, merchantOfRecordProvider: undefined } },
		'/duties/merchantOfRecordProvider is required',
	],
	[
		'an unknown provider',
		{ duties: { ...duties, merchantOfRecordProvider: 'X' } },
		'must be one of: GLOBALE, MARKETS_PRO',
	],
	[
		'an unknown billing field',
		{ dropShipData: { billingAddress: { street: 'x' } } },
		'/dropShipData/billingAddress/street is not',
	],
	['a misspelt field', { shippingMethod: 'x' }, '/shippingMethod is not a known property'],
];

test.each(BAD_ORDERS)('CreateOrder refuses %s', async (_what, changes, detail) => {
	const body = orderBody(sku, changes);
	if (Array.isArray(body.lineItems)) {
		body.lineItems = body.lineItems.map((each) =>
			each.logisticsSku === 'SKU' ? { ...each, logisticsSku: sku } : each,
		);
	}
	const answer = await bench.api().post('/orders', body);
	expect(answer.status).toBe(422);
	expect(answer.data.detail).toContain(detail);
	expect(bench.sandbox.flexport.orders()).toEqual([]);
});

const CUSTOMS = {
	originCountry: 'PT',
	tariffCode: '6109100012',
	customsValue: 0.01,
	description: 'tee',
};
const DIMENSIONS = {
	weight: 1,
	weightUnit: 'oz',
	height: 1,
	width: 1,
	length: 1,
	lengthUnit: 'in',
};

const BAD_PRODUCTS: [what: string, changes: Record<string, unknown>, detail: string][] = [
	['no name', { name: undefined }, '/name is required'],
	['an empty name', { name: '' }, '/name must NOT have fewer than 1 characters'],
	['a name of 256', { name: 'n'.repeat(256) }, '/name must NOT have more than 255 characters'],
	['no merchantSku', { merchantSku: undefined }, '/merchantSku is required'],
	['a merchantSku of 256', { merchantSku: 's'.repeat(256) }, '/merchantSku must NOT have more'],
	['the name of the answer', { international: CUSTOMS }, '/international is not a known property'],
	[
		'a country that is none',
		{ customsInformation: { ...CUSTOMS, originCountry: 'XX' } },
		'/originCountry must be one of',
	],
	[
		'a short tariff code',
		{ customsInformation: { ...CUSTOMS, tariffCode: '610910' } },
		'/tariffCode must match pattern',
	],
	[
		'a tariff code with dots',
		{ customsInformation: { ...CUSTOMS, tariffCode: '6109.10.00.12' } },
		'/tariffCode must match',
	],
	[
		'a value below a cent',
		{ customsInformation: { ...CUSTOMS, customsValue: 0.009 } },
		'/customsValue must be >= 0.01',
	],
	[
		'an empty description',
		{ customsInformation: { ...CUSTOMS, description: '' } },
		'/description must NOT have fewer',
	],
	[
		'customs without value',
		{ customsInformation: { ...CUSTOMS, customsValue: undefined } },
		'/customsValue is required',
	],
	[
		'pounds spelt out',
		{ dimensions: { ...DIMENSIONS, weightUnit: 'lbs' } },
		'/weightUnit must be one of: oz, kg, lb, g',
	],
	[
		'feet',
		{ dimensions: { ...DIMENSIONS, lengthUnit: 'ft' } },
		'/lengthUnit must be one of: in, cm, mm, m',
	],
	[
		'a height as text',
		{ dimensions: { ...DIMENSIONS, height: '1' } },
		'/dimensions/height must be number',
	],
	[
		'dimensions without weight',
		{ dimensions: { ...DIMENSIONS, weight: undefined } },
		'/dimensions/weight is required',
	],
];

test.each(BAD_PRODUCTS)('CreateProduct refuses %s', async (_what, changes, detail) => {
	const body = { name: 'Tee', merchantSku: 'TEE-2', ...changes };
	const answer = await bench.api().post('/products', body);
	expect(answer.status).toBe(422);
	expect(answer.data.detail).toContain(detail);
	expect(bench.sandbox.flexport.products()).toHaveLength(1);
});

test('every broken rule is named at once', async () => {
	const { data } = await bench.api().post('/orders', { lineItems: [{}] });
	expect(data.detail.split('; ').sort()).toEqual([
		'/address is required',
		'/externalOrderId is required',
		'/lineItems/0/logisticsSku is required',
		'/lineItems/0/quantity is required',
	]);
});
