/** What is said of a kind of failure. */
interface ErrorTypeFacts {
	code: number;
	retriable: boolean;
	message: string;
}

/**
 * The 31 error types of the Orders API. The names are documented. Codes, messages and which of them
 * are retriable are not documented: "retriable" follows the vendor's sentence that such an error is
 * transient, so what passes by itself or by restocking is, and what needs another order is not.
 */
export const ERROR_TYPES = {
	PARTIALLY_SHIPPED: [false, 'Only some of the items were shipped.'],
	BAD_ADDRESS: [false, 'The shipping address could not be verified.'],
	BAD_PRODUCT_INFO: [false, 'A product lacks information that shipping needs.'],
	CANNOT_SHIP_HAZMAT: [false, 'Hazardous goods cannot be shipped to this address.'],
	CARRIER_NETWORK_ERR: [true, 'The carrier did not answer.'],
	DSKU_NEVER_INBOUNDED: [false, 'A product was never received at a warehouse.'],
	INTERNATIONAL_ADDRESS: [false, 'The address is outside of the country that is served.'],
	INVENTORY_ERR: [true, 'The inventory could not be read.'],
	INVENTORY_TIMEOUT: [true, 'Reading the inventory took too long.'],
	LABEL_PURCHASE_FAILURE: [true, 'The shipping label could not be bought.'],
	MISSING_CUSTOMS_INFO: [
		false,
		'An international order needs customs information for each product.',
	],
	MISSING_DDP_TAG: [false, 'The order lacks the tag for delivered duty paid.'],
	MISSING_REMOVAL_FEE_SPECS: [false, 'The fee of the removal is not specified.'],
	MISSING_SHIPPING_SPECIFICATIONS_FOR_HAZMAT: [
		false,
		'Shipping specifications for hazmat are missing.',
	],
	NON_PLT_ORDER_NOT_SUPPORTED: [false, 'Orders without paperless trade are not supported here.'],
	NO_FEDEX_RATES: [true, 'FedEx offered no rate for this order.'],
	NO_RATES: [true, 'No carrier offered a rate for this order.'],
	NO_REMOVAL_PROPOSAL: [false, 'There is no proposal for this removal.'],
	OVERSIZED_DIMS: [false, 'A package would be larger than any carrier takes.'],
	PARTIAL_FULFILL_FAILED: [true, 'A part of the order could not be fulfilled.'],
	PARTIAL_SHIP_UPDATE_FAILED: [true, 'The update of a partly shipped order failed.'],
	PROMISE_TIME_EXPIRED: [false, 'The promised time has passed.'],
	REMOVALS_MINIMUM_NOT_MET: [false, 'The removal is below the minimum quantity.'],
	REMOVAL_ON_HOLD: [false, 'The removal is on hold.'],
	STOCKOUT: [true, 'An item ran out of stock at the warehouse.'],
	STOCKOUT_AT_INGESTION: [true, 'There was not enough stock when the order came in.'],
	UNKNOWN: [true, 'The order failed for an unknown reason.'],
	UNKNOWN_SFP_STATUS: [true, 'The Seller Fulfilled Prime status is not known.'],
	UNREGISTERED_PRIME_PRODUCTS: [false, 'A product is not registered for Prime.'],
	UNSUPPORTED_DESTINATION: [false, 'The destination is not supported.'],
	WAREHOUSE_ERR: [true, 'The warehouse reported an error.'],
} as const satisfies Record<string, readonly [retriable: boolean, message: string]>;

export type ErrorType = keyof typeof ERROR_TYPES;

const NAMES = Object.keys(ERROR_TYPES);

/** Whether a word is one of the 31 types. */
export function isErrorType(word: string): word is ErrorType {
	return Object.hasOwn(ERROR_TYPES, word);
}

/** Code, message and retriability of a type. */
export function factsOf(type: ErrorType): ErrorTypeFacts {
	const [retriable, message] = ERROR_TYPES[type];
	return { code: 406001 + NAMES.indexOf(type), retriable, message };
}
