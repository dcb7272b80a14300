import type { OrderStatus } from './order-status';

/** Something that happened to an order, as every provider's events leave a trigger. */
export type OrderEvent = {
	/** The provider's own ID of the event, or one made from its content where it has none. */
	eventId: string;
	/** The provider's own word; `unknown` if it says none. */
	eventType: string;
	provider: string;
	orderId: string | null;
	externalOrderId: string | null;
	/** `unknown` also for events that say nothing about the order's state. */
	status: OrderStatus;
	/** The provider's own word for the state. */
	providerStatus: string | null;
	/** ISO 8601. */
	occurredAt: string | null;
};
