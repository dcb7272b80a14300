/** What Create of Shipping Order asks for, and no more. */
export const SHIPMENT_FIELDS = {
	externalOrderId: 'SHOP-1',
	locationExternalId: '7709',
	recipientName: 'Ada Lovelace',
	recipientPhone: '+1 617 555 0100',
	address1: '725 Albany Street',
	city: 'Boston',
	provinceCode: 'MA',
	postalCode: '02118',
	lineItems: { item: [{ sku: 'WATCH-1', quantity: 2 }] },
};
