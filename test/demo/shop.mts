import type { IDataObject } from 'n8n-workflow';

const ADDRESS = {
	name: 'Ada Lovelace',
	company: '',
	phone: '',
	street: '100 Main Street',
	street2: 'Suite 4',
	city: 'Austin',
	state: 'TX',
	zip: '78701',
	country: 'US',
};

/** An order as a shop might have it: other names and another shape than Flexport's. */
export interface ShopOrder extends IDataObject {
	orderNumber: string;
	shipTo: typeof ADDRESS;
	lines: Array<{ sku: string; quantity: number }>;
}

/** Makes an order of the shop for two pieces of a product. */
export function shopOrder(
	orderNumber: string,
	sku: string,
	shipTo: Partial<typeof ADDRESS> = {},
): ShopOrder {
	return { orderNumber, shipTo: { ...ADDRESS, ...shipTo }, lines: [{ sku, quantity: 2 }] };
}
