import type { ErrorEntry } from '../error-entry';

/** An error type of an order. */
export interface OrderErrorEntry extends ErrorEntry {
	/** How long to wait before the same can succeed, in milliseconds. */
	waitMs?: number;
	/** The parameter concerned, as the panel shows it. */
	field?: string;
}

const HOUR_MS = 60 * 60_000;

/** The error types of Create Order (Deliverr orders guide), and that of an order that exists. */
export const ORDER_ERRORS: Readonly<Record<string, OrderErrorEntry>> = {
	ORDER_INVENTORY_DSKU_NEVER_INBOUNDED: {
		transient: false,
		what: 'A product of the order has never been sent to a Deliverr warehouse',
		fix: 'Create an inbound shipment for it in the Seller Portal, and the order after that.',
	},
	PRODUCT_NOT_APPROVED_FOR_SALE: {
		transient: false,
		what: 'A product of the order is not approved for sale',
		fix: 'Complete its definition in the Seller Portal, above all its dimensions and the check for hazardous material.',
	},
	ORDER_CANNOT_BE_FULFILLED: {
		transient: false,
		what: 'The order has no line items',
		fix: "Add at least one under 'Line Items'.",
		field: 'Line Items',
	},
	ORDER_MISSING_LINE_ITEM: {
		transient: false,
		what: 'A line item has no product',
		fix: "Give the external product ID in 'Product' of each line item.",
		field: 'Product',
	},
	ORDER_MISSING_SHIPPING_ADDRESS: {
		transient: false,
		what: 'The order has no address',
		fix: 'Fill in the recipient and the address.',
		field: 'Address Line 1',
	},
	ORDER_MISSING_ADDRESS_LINE: {
		transient: false,
		what: 'The address has no street',
		fix: "Fill in 'Address Line 1'.",
		field: 'Address Line 1',
	},
	ORDER_MISSING_CITY: {
		transient: false,
		what: 'The address has no city',
		fix: "Fill in 'City'.",
		field: 'City',
	},
	ORDER_MISSING_STATE_ZIP: {
		transient: false,
		what: 'The address has no state or no postal code, and both are needed within the country',
		fix: "Fill in 'State or Province Code' and 'Postal Code'.",
		field: 'Postal Code',
	},
	ORDER_INVALID_COUNTRY_CODE: {
		transient: false,
		what: 'The country of the address is not valid',
		fix: "Give the two-letter code of the country in 'Country Code', e.g. US.",
		field: 'Country Code',
	},
	ORDER_PRODUCT_MISSING_CUSTOMS: {
		transient: false,
		what: 'A product of the order lacks what customs want to know',
		fix: 'Complete its customs information in the Seller Portal, and create the order again.',
	},
	ORDER_PREVIOUSLY_SEEN_ERROR: {
		transient: true,
		what: 'This order was created within the last hour and failed',
		fix: 'Correct what made it fail, and wait an hour before you create it again.',
		waitMs: HOUR_MS,
	},
	ORDER_SUBMITTED_TOO_EARLY: {
		transient: true,
		what: "This order was created within the ingestion delay of your account's settings",
		fix: 'Wait until the ingestion delay has passed, and create it again. The Seller Portal shows how long it is.',
	},
	PRODUCT_NOT_AVAILABLE: {
		transient: false,
		what: 'A product of the order has no inventory, or has never been sent to a warehouse',
		fix: 'Send in stock of it, and create the order after that.',
	},
	DUPLICATE_ORDER: {
		transient: false,
		what: 'Deliverr already has an order with this external order ID',
		fix: "Give another 'External Order ID', or set 'If Order Already Exists' to 'Return It' in Options.",
	},
};
