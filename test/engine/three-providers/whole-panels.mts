import type { INodeParameters } from 'n8n-workflow';
import { sharedPanel, type Provider } from './desk.mts';

/** A parameter that not every provider has: who has it, and what is typed into it. */
interface Extra {
	of: readonly Provider[];
	typed: INodeParameters[string];
}

/** All Additional Fields of an order that some provider lacks. Where two share one, it is the same. */
export const ORDER_EXTRAS: Readonly<Record<string, Extra>> = {
	deliverBy: { of: ['flexport', 'deliverr'], typed: '2099-03-05T17:00:00Z' },
	deliveryDays: { of: ['flexport', 'deliverr'], typed: 4 },
	shipBy: { of: ['flexport', 'deliverr'], typed: '2099-03-01T17:00:00Z' },
	phone: { of: ['flexport', 'digitalRiver'], typed: '+1 415 555 0100' },
	orderTime: { of: ['deliverr', 'digitalRiver'], typed: '2020-02-01T09:00:00Z' },
	isSubscriptionOrder: { of: ['flexport'], typed: true },
	packingSlipUrl: { of: ['flexport'], typed: 'https://shop.example/slip.pdf' },
	duties: {
		of: ['flexport'],
		typed: {
			values: {
				merchantOfRecordAccountId: 'account',
				merchantOfRecordOrderId: 'GE1',
				merchantOfRecordProvider: 'GLOBALE',
			},
		},
	},
	dropShipData: { of: ['flexport'], typed: { values: { barCode: '0123456789012' } } },
	sourceOrderId: { of: ['deliverr'], typed: '1001' },
	customerEmail: { of: ['digitalRiver'], typed: 'charles@example.com' },
	customerName: { of: ['digitalRiver'], typed: 'Charles Babbage' },
	customerPhone: { of: ['digitalRiver'], typed: '+1 415 555 0199' },
	division: { of: ['digitalRiver'], typed: 'Gangnam-gu' },
	dutiesPaid: { of: ['digitalRiver'], typed: true },
	email: { of: ['digitalRiver'], typed: 'ada@example.com' },
	locale: { of: ['digitalRiver'], typed: 'en_US' },
	neighborhood: { of: ['digitalRiver'], typed: 'Centro' },
	phoneticName: { of: ['digitalRiver'], typed: 'Eida' },
	reservationId: { of: ['digitalRiver'], typed: '7765374748' },
	shippingInstructions: { of: ['digitalRiver'], typed: 'Leave at the desk' },
	signatureRequiredType: { of: ['digitalRiver'], typed: 'adult' },
};

/** All Additional Fields of a line item. */
export const LINE_EXTRAS: Readonly<Record<string, Extra>> = {
	lineItemId: { of: ['deliverr', 'digitalRiver'], typed: 'L-1' },
	customsUnitValue: { of: ['flexport'], typed: 4.5 },
	customsCurrencyCode: { of: ['flexport'], typed: 'USD' },
	retailerDescription: { of: ['flexport'], typed: 'Blue mug' },
	retailerRefNo: { of: ['flexport'], typed: 'RET-77' },
	vendorRefNo: { of: ['flexport'], typed: 'VEN-12' },
	giftMessage: { of: ['digitalRiver'], typed: 'Happy birthday' },
	giftWrap: { of: ['digitalRiver'], typed: true },
	name: { of: ['digitalRiver'], typed: 'Blue mug' },
	subtotal: { of: ['digitalRiver'], typed: 9 },
	total: { of: ['digitalRiver'], typed: 10 },
	tax: {
		of: ['digitalRiver'],
		typed: {
			values: { amount: 1, items: { entries: [{ amount: 1, authorityType: 'STATE' }] } },
		},
	},
};

const of = (extras: Readonly<Record<string, Extra>>, providers: readonly Provider[]) =>
	Object.fromEntries(
		Object.entries(extras)
			.filter(([, extra]) => providers.every((provider) => extra.of.includes(provider)))
			.map(([name, { typed }]) => [name, typed]),
	);

const typedIn = (extras: Readonly<Record<string, Extra>>) =>
	Object.fromEntries(Object.entries(extras).map(([name, { typed }]) => [name, typed]));

function panelWith(orderExtras: INodeParameters, lineExtras: INodeParameters): INodeParameters {
	const panel = sharedPanel('');
	const product = { __rl: true, mode: 'id', value: '={{ $json.sku }}' };
	return {
		...panel,
		externalOrderId: '={{ $json.orderNumber }}',
		lineItems: { item: [{ product, quantity: 2, additionalFields: lineExtras }] },
		additionalFields: { company: 'Analytical Engines Ltd', shipMethod: 'Standard', ...orderExtras },
	};
}

/**
 * Create with everything filled in that all of these providers have. The product and the order number
 * come with the item, so that a panel holds for any of them.
 */
export const panelOf = (...providers: readonly Provider[]): INodeParameters => ({
	...panelWith(of(ORDER_EXTRAS, providers), of(LINE_EXTRAS, providers)),
	...(providers.every((provider) => provider === 'digitalRiver') ? { currencyCode: 'EUR' } : {}),
});

/** Create with everything filled in that any provider has, as a file can have it. */
export const panelOfAll = (): INodeParameters => ({
	...panelWith(typedIn(ORDER_EXTRAS), typedIn(LINE_EXTRAS)),
	currencyCode: 'EUR',
});
