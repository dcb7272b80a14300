import type { OrderStatus } from './order-status';

/** A shipment as it leaves a node with Simplify on. */
export type SimplifiedShipment = {
	id: string | null;
	externalOrderId: string | null;
	status: OrderStatus;
	/** The provider's own word for the state. */
	providerStatus: string | null;
	carrier: string | null;
	trackingNumber: string | null;
	trackingUrl: string | null;
	labelUrl: string | null;
	/** ISO 8601; the end of the estimated window where it has one. */
	estimatedDeliveryAt: string | null;
	/** In major units of the shipment's currency. */
	fee: number | null;
};

/** One change of status as it leaves a node with Simplify on. */
export type StatusChange = {
	/** The provider's ID of the shipment. */
	shipmentId: string | null;
	status: OrderStatus;
	/** The provider's own word for the state. */
	providerStatus: string | null;
	subStatus: string | null;
	/** ISO 8601, or null where the provider's text cannot be read for certain. */
	occurredAt: string | null;
	/** The provider's own text for the time. */
	updatedAt: string | null;
	reasonCode: string | null;
	reason: string | null;
	note: string | null;
	/** Who set the status: a person, a system or the delivery provider. */
	changedBy: string | null;
};

/** What came of an operation that changes a shipment. */
export type ShipmentOutcome =
	| 'created'
	| 'alreadyExisted'
	| 'retried'
	| 'notFailed'
	| 'cancelled'
	| 'cancelRequested'
	| 'alreadyCancelled';

export interface ShipmentResult<Shipment> {
	/** The provider's answer, untouched. */
	shipment: Shipment;
	outcome: ShipmentOutcome;
	/** The outcome as a sentence. */
	message: string;
}
