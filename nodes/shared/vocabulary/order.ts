import type { GenericValue } from 'n8n-workflow';
import type { Json } from '../read';
import type { OrderStatus } from './order-status';

/** A postal address and who receives there. Texts may be empty. */
export interface Recipient {
	name: string;
	company: string;
	phone: string;
	address1: string;
	address2: string;
	city: string;
	provinceCode: string;
	postalCode: string;
	countryCode: string;
}

/** One line of an order to be created. Values from expressions come as they are. */
export interface LineItem {
	sku: string;
	quantity: GenericValue;
	/** Everything that only one provider has, in the provider's own names. */
	extra: Json;
}

/** An order to be created, in the words of the panel. */
export interface OrderInput {
	externalOrderId: string;
	recipient: Recipient;
	lineItems: readonly LineItem[];
	/** ISO 8601, or empty. */
	shipBy: string;
	/** ISO 8601, or empty. */
	deliverBy: string;
	shipMethod: string;
	/** Everything that only one provider has, in the provider's own names. */
	extra: Json;
}

/** Why an order failed, with what to do. */
export type OrderErrorNote = {
	type: string;
	code: string | null;
	/** The provider's own words. */
	message: string | null;
	what: string;
	fix: string;
	/** SKUs of the line items concerned. */
	lineItems: string[];
};

/** An order as every provider's orders leave a node with Simplify on. */
export type SimplifiedOrder = {
	id: string | null;
	externalOrderId: string | null;
	provider: string;
	status: OrderStatus;
	/** The provider's own word for the state. */
	providerStatus: string | null;
	retriable: boolean;
	error: OrderErrorNote | null;
	trackingNumbers: string[];
	/** ISO 8601. */
	shippedAt: string | null;
	/** ISO 8601. */
	deliveredAt: string | null;
};
