import type { INodeProperties } from 'n8n-workflow';

/** The sources that shops use, of those that Flexport lists (its list grows; others by expression). */
const SOURCES: Readonly<Record<string, string>> = {
	AMAZON: 'Amazon',
	BED_BATH_BEYOND: 'Bed Bath & Beyond',
	BELK: 'Belk',
	CHORD: 'Chord',
	CHORD_ADMIN: 'Chord Admin',
	CHORD_FERMAT: 'Chord Fermat',
	CHORD_GIFTING: 'Chord Gifting',
	CHORD_SUBSCRIPTIONS: 'Chord Subscriptions',
	CHORD_WHOLESALE_PORT: 'Chord Wholesale Port',
	DELIVERR_API: 'Deliverr API',
	EBAY: 'eBay',
	GO_TIME_GEAR: 'Go Time Gear',
	JEST_TEST: 'Jest Test',
	KENSIUM: 'Kensium',
	KOHLSUS_PROD: "Kohl's",
	KROGER: 'Kroger',
	LEASHBOSS: 'Leashboss',
	LUSSOGEAR: 'Lusso Gear',
	MACYS: "Macy's",
	MAGENTO: 'Magento',
	NETSUITE: 'NetSuite',
	SHOPIFY: 'Shopify',
	CMS_SHOPIFY: 'Shopify (CMS)',
	SKUPREME: 'Skupreme',
	SLEEPONITKIDS: 'Sleep on It Kids',
	TARGET: 'Target',
	WALMART: 'Walmart',
	WEBSITE: 'Website',
	WOOCOMMERCE: 'WooCommerce',
	XTREMEBANDS: 'Xtreme Bands',
};

export const sourceField: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: Object.entries(SOURCES).map(([value, name]) => ({ name, value })),
	default: 'WEBSITE',
	description:
		'Where the order was placed. It matters where a marketplace limits the carriers. For a source that is not listed, use an expression.',
};
