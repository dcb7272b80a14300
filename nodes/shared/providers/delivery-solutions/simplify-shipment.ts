import { id, number, record, text, time, type Json } from '../../read';
import type { SimplifiedShipment } from '../../vocabulary/shipment';
import { shipmentStatus } from './shipment-status';

/** A shipment as the API gives it (Shipping Order API, Shipment), in the one vocabulary. */
export function simplifyShipment(shipment: Json): SimplifiedShipment {
	const provider = record(shipment.provider) ?? {};
	const links = record(shipment.referenceLinks) ?? {};
	const estimated = record(shipment.estimatedDeliveryTime) ?? {};
	return {
		id: id(shipment.id) ?? null,
		externalOrderId: id(shipment.orderExternalId) ?? null,
		status: shipmentStatus(shipment),
		providerStatus: text(shipment.status) ?? null,
		carrier: text(provider.displayName) ?? text(provider.name) ?? null,
		trackingNumber: id(shipment.trackingId) ?? null,
		trackingUrl:
			text(links.trackingUrl) ??
			text(links.hostedTrackingUrl) ??
			text(links.providerTrackingUrl) ??
			null,
		labelUrl: labelUrl(shipment) ?? null,
		estimatedDeliveryAt: instant(estimated.endsAt) ?? instant(estimated.startsAt) ?? null,
		fee: number(shipment.fee) ?? null,
	};
}

/** Where the label can be had: in the label itself, or among the links. */
export function labelUrl(shipment: Json): string | undefined {
	return text(record(shipment.label)?.url) ?? text(record(shipment.referenceLinks)?.labelLink);
}

/** Unix time in milliseconds, as a number or as text that holds nothing but it. */
function instant(value: unknown): string | undefined {
	return time(number(value) ?? value);
}
