import type { Json, StoredShipment } from './shipment-types.mts';

/** The keys that the answer of create has in the documented example. */
const CREATE_KEYS: ReadonlySet<string> = new Set([
	'locationExternalId',
	'orderExternalId',
	'orderValue',
	'deliveryContact',
	'deliveryAddress',
	'package',
	'itemList',
	'pickupTime',
	'deliveryTime',
	'orderAttributes',
	'tenantId',
	'brandExternalId',
	'groupId',
	'currencyCode',
	'pickupContact',
	'pickupAddress',
	'status',
	'referenceLinks',
	'provider',
	'trackingId',
	'attachments',
	'vehicle',
	'amount',
	'label',
	'actualDeliveryTime',
	'actualPickupTime',
	'fee',
	'returnRequest',
	'proposedProviders',
	'createdAt',
	'lastUpdatedAt',
	'undeliverableOrderReturnLocation',
	'returnLocationId',
]);

/**
 * The answer of create: the keys of the documented example and those that were sent. As there, the
 * price is not known yet, and unless told otherwise there is no id and the times are empty texts.
 */
export function createAnswer(shipment: StoredShipment, body: object, withId: boolean): Json {
	const shown = Object.entries(shipment).filter(
		([key]) => CREATE_KEYS.has(key) || Object.hasOwn(body, key) || (withId && key === 'id'),
	);
	const times = withId ? {} : { createdAt: '', lastUpdatedAt: '' };
	return { ...Object.fromEntries(shown), amount: null, fee: null, ...times };
}
