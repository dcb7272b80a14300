import type { INodeParameters } from 'n8n-workflow';

/** A line of the panel's Line Items. */
export const line = (
	sku: string,
	quantity: number | string = 1,
	additionalFields: INodeParameters = {},
): INodeParameters => ({
	product: { __rl: true, mode: 'id', value: sku },
	quantity,
	additionalFields,
});

/** The panel of Create, filled in for an order that can be delivered. */
export const createParameters = (sku: string, changes: INodeParameters = {}): INodeParameters => ({
	operation: 'create',
	externalOrderId: 'SHOP-1',
	recipientName: 'Ada Lovelace',
	address1: '1 Market Street',
	city: 'San Francisco',
	provinceCode: 'CA',
	postalCode: '94105',
	countryCode: 'US',
	lineItems: { item: [line(sku)] },
	...changes,
});

/** Create with the external order ID of each incoming item. */
export const createPerItem = (sku: string, changes: INodeParameters = {}): INodeParameters =>
	createParameters(sku, { externalOrderId: '={{ $json.orderNumber }}', ...changes });

/** So many incoming items with order numbers of their own. */
export const orderNumbers = (count: number): Array<{ orderNumber: string }> =>
	Array.from({ length: count }, (_, index) => ({ orderNumber: `SHOP-${index + 1}` }));

/** Get, retry or cancel of the order with an external ID. */
export const byExternalId = (
	operation: 'get' | 'retry' | 'cancel',
	value: string,
	changes: INodeParameters = {},
): INodeParameters => ({
	operation,
	order: { __rl: true, mode: 'externalId', value },
	...changes,
});

/** Get, retry or cancel of the order with an ID. */
export const byId = (
	operation: 'get' | 'retry' | 'cancel',
	value: string | number,
	changes: INodeParameters = {},
): INodeParameters => ({ operation, order: { __rl: true, mode: 'id', value }, ...changes });

/** The body of CreateOrder for the same order as `createParameters`. */
export const orderBody = (sku: string, changes: Record<string, unknown> = {}) => ({
	externalOrderId: 'SHOP-1',
	address: {
		name: 'Ada Lovelace',
		address1: '1 Market Street',
		city: 'San Francisco',
		provinceCode: 'CA',
		zip: '94105',
		countryCode: 'US',
	},
	lineItems: [{ logisticsSku: sku, quantity: 1 }],
	...changes,
});
