import { sameOrder } from '../same-order';

/** What differs between an order that Flexport has and one that was to be created. */
export const differenceOf = sameOrder({
	address: 'address',
	sku: 'logisticsSku',
	postalCode: 'zip',
});
