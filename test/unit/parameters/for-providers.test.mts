import type { IDataObject } from 'n8n-workflow';
import { readCancelOptions } from '../../../nodes/FulfillmentOrder/fields/cancel-fields.ts';
import { readOrder } from '../../../nodes/FulfillmentOrder/fields/read-order.ts';
import { itemWith } from '../support/fake-item.mts';
import { PROVIDERS, type Provider } from '../support/panel-for.mts';

/** Additional fields that only one provider has. */
const TYPED: Record<Provider, IDataObject> = {
	flexport: { packingSlipUrl: 'https://shop.example/slip.pdf', isSubscriptionOrder: true },
	deliverr: { sourceOrderId: '1001' },
	digitalRiver: { locale: 'en_US', reservationId: '7765374748' },
};

const LINE_TYPED: Record<Provider, IDataObject> = {
	flexport: { retailerRefNo: 'RET-77' },
	deliverr: {},
	digitalRiver: { giftMessage: 'Happy birthday' },
};

const ofAll = (typed: Record<Provider, IDataObject>): IDataObject =>
	Object.assign({}, ...Object.values(typed));

const panel = (provider: Provider, changes: IDataObject = {}): IDataObject => ({
	provider,
	externalOrderId: 'SHOP-1',
	recipientName: 'Ada Lovelace',
	address1: '1 Market Street',
	city: 'San Francisco',
	countryCode: 'US',
	currencyCode: 'EUR',
	lineItemsInput: 'fields',
	lineItems: {
		item: [
			{ product: { mode: 'id', value: 'MUG' }, quantity: 1, additionalFields: ofAll(LINE_TYPED) },
		],
	},
	additionalFields: { company: 'Engines Ltd', phone: '+1 415', ...ofAll(TYPED) },
	...changes,
});

describe.each(PROVIDERS)('of a panel that holds what was typed for all, %s gets', (provider) => {
	const read = (changes?: IDataObject) => readOrder(itemWith(panel(provider, changes)));

	it('its own additional fields, and no other', () => {
		const currency = provider === 'digitalRiver' ? { currencyCode: 'EUR' } : {};
		expect(read().extra).toEqual({ ...TYPED[provider], ...currency });
	});

	it('its own fields of a line item, and no other', () => {
		const own = LINE_TYPED[provider];
		const extra = provider === 'flexport' ? { lineItemDropShipData: own } : own;
		expect(read().lineItems).toEqual([{ sku: 'MUG', quantity: 1, extra }]);
	});

	it('the company, which all have, and the phone where it has one', () => {
		const phone = provider === 'deliverr' ? '' : '+1 415';
		expect(read().recipient).toMatchObject({ company: 'Engines Ltd', phone });
	});

	it('an additional field that the node does not know, as a later version could have it', () => {
		expect(read({ additionalFields: { somethingNew: 1 } }).extra).toMatchObject({
			somethingNew: 1,
		});
	});
});

describe.each([
	['flexport', 'logisticsSku'],
	['deliverr', 'externalProductId'],
	['digitalRiver', 'inventoryItemId'],
] as const)('a line item in JSON for %s', (provider, key) => {
	const lines = (line: IDataObject) =>
		readOrder(
			itemWith(panel(provider, { lineItemsInput: 'json', lineItemsJson: JSON.stringify([line]) })),
		).lineItems;

	it.each(['sku', key])('names its product by %s', (name) => {
		expect(lines({ [name]: 'MUG', quantity: 2 })).toEqual([{ sku: 'MUG', quantity: 2, extra: {} }]);
	});

	it('keeps the other fields in the names of the API', () => {
		expect(lines({ sku: 'MUG', quantity: 2, other: 'x' })).toEqual([
			{ sku: 'MUG', quantity: 2, extra: { other: 'x' } },
		]);
	});
});

describe('the lines and the reason of a cancellation', () => {
	const typed = { reason: ' why ', cancelLines: { entries: [{ id: ' L-1 ', quantity: '2' }] } };

	it('are read for Digital River', () => {
		expect(readCancelOptions(itemWith({ provider: 'digitalRiver', ...typed }))).toEqual({
			lines: [{ id: 'L-1', quantity: 2 }],
			reason: 'why',
		});
	});

	it.each(['flexport', 'deliverr'])('are not read for %s', (provider) => {
		expect(readCancelOptions(itemWith({ provider, ...typed }))).toEqual({ lines: [], reason: '' });
	});
});
