import { isObject } from '../shared/json.mts';
import { displayTime } from './display-time.mts';
import type { Json, StoredShipment } from './shipment-types.mts';

/** How the bodies of order webhooks spell their keys. */
export type WebhookSpelling = 'classic' | 'lynkup';

/** What a shipment has come to. */
export interface StatusChange {
	/** When, in milliseconds. */
	at: number;
	/** As in the history. */
	entry: Json;
}

function partOf(value: unknown, name: string): unknown {
	return isObject(value) ? (value[name] ?? null) : null;
}

/** Without the time zone, unlike in the history. */
function receivedAt(at: number): string {
	return displayTime(at).replace(/ \w+$/, '');
}

function classicAddress(address: unknown): unknown {
	if (!isObject(address)) return null;
	const { street1, postalCode, countryCode, ...rest } = address;
	return { street: street1, ...rest, zipcode: postalCode, country: countryCode };
}

/** Keys as the older API names them (Delivery Solutions reference, Order Webhooks). */
function classicKeys(shipment: StoredShipment): Json {
	const { amount, referenceLinks } = shipment;
	return {
		orderId: shipment.id,
		orderExternalId: shipment.orderExternalId,
		storeExternalId: shipment.locationExternalId ?? null,
		groupId: shipment.groupId ?? null,
		tenantId: shipment.tenantId,
		provider: partOf(shipment.provider, 'displayName'),
		trackingNumber: shipment.trackingId ?? null,
		trackingUrl: partOf(referenceLinks, 'trackingUrl'),
		labelLink: partOf(referenceLinks, 'labelLink'),
		pickupTime: shipment.pickupTime ?? null,
		dropoffTime: shipment.deliveryTime ?? null,
		estimatedPickupTime: partOf(shipment.estimatedPickupTime, 'startsAt'),
		estimatedDeliveryTime: partOf(shipment.estimatedDeliveryTime, 'endsAt'),
		deliveryContact: shipment.deliveryContact ?? null,
		deliveryAddress: classicAddress(shipment.deliveryAddress),
		orderValue: shipment.orderValue ?? null,
		// In cents, as in the example of Communication Webhooks.
		amount: typeof amount === 'number' ? Math.round(amount * 100) : null,
		orderAttributes: shipment.orderAttributes ?? {},
		itemList: shipment.itemList ?? [],
		packages: shipment.package === undefined ? [] : [shipment.package],
		attachments: [],
		driver: null,
		vehicle: shipment.vehicle ?? null,
		lastLocation: null,
	};
}

/** Whether accounts on LynkUp get the names of their own API is not documented. */
const KEYS: Readonly<Record<WebhookSpelling, (shipment: StoredShipment) => Json>> = {
	classic: classicKeys,
	lynkup: (shipment) => ({ ...shipment }),
};

/**
 * The body of an order webhook. There is no id of the event. What `event` and `webhookType` say is
 * not documented; the former is that of the one example there is.
 */
export function orderBody(
	shipment: StoredShipment,
	{ at, entry }: StatusChange,
	{ spelling, sentAt }: { spelling: WebhookSpelling; sentAt: number },
): Json {
	return {
		...KEYS[spelling](shipment),
		event: 'event.courier_update',
		webhookType: 'order',
		note: null,
		statusUser: null,
		...entry,
		receivedAt: receivedAt(at),
		receivedAtEpoch: at,
		sentAt: new Date(sentAt).toISOString(),
	};
}

/** What a customer is told of each status, if anything. What is told when is not documented. */
const MESSAGES: Readonly<Record<string, string>> = {
	OUT_FOR_DELIVERY: 'is out for delivery',
	ORDER_DELIVERED: 'was delivered',
};

/** Whether customers get a message of a status. */
export function isMessaged(status: unknown): boolean {
	return typeof status === 'string' && Object.hasOwn(MESSAGES, status);
}

/**
 * The body of a communication webhook. Its own `status` is that of the message; the shipment's is in
 * `order` (Delivery Solutions reference, Communication Webhooks).
 */
export function communicationBody(
	shipment: StoredShipment,
	{ at, entry }: StatusChange,
	{ sentAt }: { sentAt: number },
): Json {
	const { orderExternalId, deliveryContact } = shipment;
	const what = MESSAGES[String(entry.status)] ?? `is now ${String(entry.status)}`;
	return {
		status: 'unknown',
		medium: 'sms',
		sentAt: new Date(sentAt).toISOString(),
		eventType: 'notification',
		contents: `Your order ${orderExternalId} ${what}.`,
		contentType: 'text',
		from: { type: 'notification', phone: '' },
		to: { type: 'notification', phone: partOf(deliveryContact, 'phone') },
		provider: { name: 'twilio' },
		order: {
			...classicKeys(shipment),
			event: 'event.courier_update',
			note: null,
			statusUser: null,
			...entry,
			receivedAt: receivedAt(at),
		},
	};
}
