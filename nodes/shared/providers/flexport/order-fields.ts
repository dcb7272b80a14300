import { countryField } from '../../checks/countries';
import type { Field } from '../../checks/field';
import { lineItemsField, QUANTITY } from '../orders/shared-fields';

/** Flexport Orders API, Address. Country codes: Products API, products_CountryCode. */
const ADDRESS: readonly Field[] = [
	{ key: 'name', label: 'Recipient Name', kind: 'text' },
	{ key: 'company', label: 'Company', kind: 'text' },
	{ key: 'phone', label: 'Phone', kind: 'text' },
	{ key: 'address1', label: 'Address Line 1', kind: 'text', required: true },
	{ key: 'address2', label: 'Address Line 2', kind: 'text' },
	{ key: 'city', label: 'City', kind: 'text', required: true },
	{
		key: 'provinceCode',
		label: 'State or Province Code',
		kind: 'text',
		pattern: /^[A-Za-z]{2}$/,
		form: 'a two-letter state code such as CA',
		patternIf: { key: 'countryCode', is: 'US' },
	},
	{ key: 'zip', label: 'Postal Code', kind: 'text' },
	countryField('countryCode'),
];

const LINE_ITEM: readonly Field[] = [
	{
		key: 'logisticsSku',
		label: 'Product',
		kind: 'text',
		required: true,
		pattern: /^D[0-9a-zA-Z]{10}$/,
		form: "Flexport's own SKU: D and ten letters or digits",
	},
	QUANTITY,
	{
		key: 'customsUnitValue',
		label: 'Customs Value',
		kind: 'group',
		inline: true,
		fields: [
			{ key: 'amount', label: 'Customs Value', kind: 'number', required: true, min: 0 },
			{ key: 'currencyCode', label: 'Currency Code', kind: 'text', required: true },
		],
	},
	{
		key: 'lineItemDropShipData',
		label: 'Drop Ship Data',
		kind: 'group',
		inline: true,
		fields: [
			{ key: 'retailerDescription', label: 'Retailer Description', kind: 'text' },
			{ key: 'retailerRefNo', label: 'Retailer Ref', kind: 'text' },
			{ key: 'vendorRefNo', label: 'Vendor Ref', kind: 'text' },
		],
	},
];

/** Duties paid through a merchant of record; the three required ones go together. */
const DUTIES: readonly Field[] = [
	{ key: 'incoterm', label: 'Incoterm', kind: 'text', oneOf: ['DAP', 'DDP', 'DDU'] },
	{
		key: 'merchantOfRecordAccountId',
		label: 'Account ID',
		kind: 'text',
		required: true,
	},
	{
		key: 'merchantOfRecordOrderId',
		label: 'Order ID',
		kind: 'text',
		required: true,
	},
	{
		key: 'merchantOfRecordProvider',
		label: 'Provider',
		kind: 'text',
		required: true,
		oneOf: ['GLOBALE', 'MARKETS_PRO'],
	},
	{ key: 'merchantOfRecordCarrierCode', label: 'Carrier Code', kind: 'text' },
	{
		key: 'merchantOfRecordSkuMap',
		label: 'SKU Map',
		kind: 'list',
		entry: 'SKU',
		fields: [
			{ key: 'dsku', label: 'Flexport SKU', kind: 'text' },
			{ key: 'msku', label: 'Merchant SKU', kind: 'text' },
			{ key: 'quantity', label: 'Quantity', kind: 'number' },
		],
	},
];

/** The panel is narrow inside Drop Ship Data, so the labels of the address are shorter there. */
const BILLING_LABELS: Readonly<Record<string, string>> = {
	name: 'Name',
	address1: 'Line 1',
	address2: 'Line 2',
	provinceCode: 'State',
	zip: 'ZIP',
	countryCode: 'Country',
};

const DROP_SHIP: readonly Field[] = [
	{ key: 'shipMethod', label: 'Shipping Method', kind: 'text' },
	{
		key: 'billingAddress',
		label: 'Billing Address',
		kind: 'group',
		// What of a billing address is required is not documented, so nothing is demanded here.
		fields: ADDRESS.map((field) => ({
			...field,
			required: false,
			label: BILLING_LABELS[field.key] ?? field.label,
		})),
	},
	{ key: 'retailerPurchaseOrderNo', label: 'Retailer PO', kind: 'text' },
	{ key: 'barCode', label: 'Barcode', kind: 'text' },
	{ key: 'customerOrderDate', label: 'Order Date', kind: 'text' },
	{ key: 'customerOrderNo', label: 'Order Number', kind: 'text' },
	{ key: 'customMessage', label: 'Custom Message', kind: 'text' },
	{ key: 'reserved1', label: 'Reserved 1', kind: 'text' },
	{ key: 'reserved2', label: 'Reserved 2', kind: 'text' },
];

/**
 * The body of CreateOrder and what the documentation says of it. `source` is a list that grows and
 * `shipMethod` has no published list, so Flexport judges those two.
 */
export const ORDER_FIELDS: readonly Field[] = [
	{ key: 'externalOrderId', label: 'External Order ID', kind: 'text', required: true },
	{
		key: 'address',
		label: 'Address',
		kind: 'group',
		required: true,
		inline: true,
		fields: ADDRESS,
	},
	lineItemsField('lineItems', LINE_ITEM),
	{ key: 'promisedShipByTime', label: 'Ship By', kind: 'time', inFuture: true },
	{
		key: 'promisedDeliveryByTime',
		label: 'Deliver By',
		kind: 'time',
		inFuture: true,
		after: 'promisedShipByTime',
	},
	{ key: 'deliveryDays', label: 'Delivery Days', kind: 'number' },
	{ key: 'shipMethod', label: 'Shipping Method', kind: 'text' },
	{ key: 'source', label: 'Source', kind: 'text' },
	{ key: 'isSubscriptionOrder', label: 'Subscription Order', kind: 'flag' },
	{ key: 'packingSlipUrl', label: 'Packing Slip URL', kind: 'text' },
	{ key: 'duties', label: 'Duties', kind: 'group', fields: DUTIES },
	{ key: 'dropShipData', label: 'Drop Ship Data', kind: 'group', fields: DROP_SHIP },
];
