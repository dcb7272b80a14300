import type { IDataObject } from 'n8n-workflow';
import { ORDER_FIELDS } from '../../../nodes/shared/providers/flexport/order-fields.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { findingsIn } from '../support/findings.mts';

const ADDRESS = {
	name: 'Ada Lovelace',
	address1: '1 Market Street',
	city: 'San Francisco',
	provinceCode: 'CA',
	zip: '94105',
	countryCode: 'US',
};
const LINE = { logisticsSku: 'DABCDEF1234', quantity: 1 };
const GOOD: IDataObject = { externalOrderId: 'SHOP-1', address: ADDRESS, lineItems: [LINE] };

const atAddress = (changes: IDataObject) => ({ address: { ...ADDRESS, ...changes } });
const atLine = (changes: IDataObject) => ({ lineItems: [{ ...LINE, ...changes }] });
const findings = (changes: IDataObject) => findingsIn({ ...GOOD, ...changes }, ORDER_FIELDS);

beforeEach(useFakeTime);
afterEach(useRealTime);

it('an order with the least that is needed passes', () => {
	const { address1, city, countryCode } = ADDRESS;
	expect(findings({ address: { address1, city, countryCode } })).toEqual([]);
});

it.each<[string, IDataObject, string]>([
	['an empty external order ID', { externalOrderId: '' }, "'External Order ID' is empty"],
	['no address', { address: null }, "'Address' is empty"],
	['an empty street', atAddress({ address1: ' ' }), "'Address Line 1' is empty"],
	['no city', atAddress({ city: null }), "'City' is empty"],
	['no country', atAddress({ countryCode: '' }), "'Country Code' is empty"],
	[
		'a country that there is not',
		atAddress({ countryCode: 'XX' }),
		'\'Country Code\' is "XX", which is not the code of a country',
	],
	[
		"a country's name",
		atAddress({ countryCode: 'Germany' }),
		'\'Country Code\' is "Germany", which is not the code of a country',
	],
	[
		'the name of a state of the US',
		atAddress({ provinceCode: 'California' }),
		'\'State or Province Code\' is "California", but must be a two-letter state code such as CA',
	],
	['no line items', { lineItems: [] }, "'Line Items' holds no line item"],
	['a missing list of line items', { lineItems: null }, "'Line Items' is empty"],
	['a line without product', atLine({ logisticsSku: '' }), "'Product' of line item 1 is empty"],
	[
		'a SKU that is none of Flexport',
		atLine({ logisticsSku: 'MUG-BLUE' }),
		"'Product' of line item 1 is \"MUG-BLUE\", but must be Flexport's own SKU: D and ten letters or digits",
	],
	[
		'a quantity of 0',
		atLine({ quantity: 0 }),
		"'Quantity' of line item 1 is 0, but must be at least 1",
	],
	[
		'a negative quantity',
		atLine({ quantity: -1 }),
		"'Quantity' of line item 1 is -1, but must be at least 1",
	],
	[
		'half a piece',
		atLine({ quantity: 1.5 }),
		"'Quantity' of line item 1 is 1.5, but must be a whole number",
	],
	['no quantity', atLine({ quantity: null }), "'Quantity' of line item 1 is empty"],
	[
		'a customs value without a currency',
		atLine({ customsUnitValue: { amount: 5 } }),
		"'Currency Code' of line item 1 is empty",
	],
	[
		'a currency without a customs value',
		atLine({ customsUnitValue: { currencyCode: 'USD' } }),
		"'Customs Value' of line item 1 is empty",
	],
	[
		'a ship-by date in the past',
		{ promisedShipByTime: '2020-01-01T00:00:00Z' },
		"'Ship By' is 2020-01-01T00:00:00Z, which is not in the future",
	],
	[
		'a deliver-by date in the past',
		{ promisedDeliveryByTime: '2020-01-01T00:00:00Z' },
		"'Deliver By' is 2020-01-01T00:00:00Z, which is not in the future",
	],
	[
		'a ship-by date after the deliver-by date',
		{
			promisedShipByTime: '2030-02-02T00:00:00.000Z',
			promisedDeliveryByTime: '2030-02-01T00:00:00.000Z',
		},
		"'Deliver By' is 2030-02-01T00:00:00.000Z, which is not after the ship-by date 2030-02-02T00:00:00.000Z",
	],
	[
		'an incoterm that there is not',
		{
			duties: {
				incoterm: 'EXW',
				merchantOfRecordAccountId: 'a',
				merchantOfRecordOrderId: 'b',
				merchantOfRecordProvider: 'GLOBALE',
			},
		},
		"'Incoterm' in 'Duties' is \"EXW\", which is not one of DAP, DDP, DDU",
	],
	[
		'duties without an account',
		{ duties: { merchantOfRecordOrderId: 'b', merchantOfRecordProvider: 'MARKETS_PRO' } },
		"'Account ID' in 'Duties' is empty",
	],
	[
		'a subscription that is neither yes nor no',
		{ isSubscriptionOrder: 'maybe' },
		'\'Subscription Order\' is "maybe", but must be true or false',
	],
])('an order with %s is refused', (_what, changes, finding) => {
	expect(findings(changes)).toEqual([finding]);
});

it.each<[string, IDataObject]>([
	[
		'a province of another country, whatever its form',
		atAddress({ countryCode: 'CA', provinceCode: 'Québec' }),
	],
	['a state in small letters', atAddress({ provinceCode: 'ca' })],
	['a source that Flexport added to its list', { source: 'TIKTOK_SHOP' }],
	['any shipping method', { shipMethod: 'UPS GROUND' }],
	['an external ID with signs in it', { externalOrderId: '#1001/é' }],
	[
		'a billing address of which little is known',
		{ dropShipData: { billingAddress: { city: 'Bonn' } } },
	],
	[
		'dates in the right order',
		{ promisedShipByTime: '2030-02-01T00:00:00Z', promisedDeliveryByTime: '2030-02-02T00:00:00Z' },
	],
])('an order with %s passes', (_what, changes) => {
	expect(findings(changes)).toEqual([]);
});
