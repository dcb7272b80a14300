import { problem, type Problem } from '../shared/problem.mts';

/** The error types of a bad order and what they mean (Deliverr Orders guide, Create Orders). */
export const ERROR_TYPES = {
	ORDER_INVENTORY_DSKU_NEVER_INBOUNDED:
		'The product associated has never been inbounded. Please create an inbound shipment for the product, before submitting orders against it.',
	PRODUCT_NOT_APPROVED_FOR_SALE:
		'The product is not approved for sale. Please correct the product definition and ensure it has all the required fields such as dimensions or verification of hazardous material.',
	ORDER_CANNOT_BE_FULFILLED:
		'Missing lineItems object representing the products to fulfill. Please update the order definition.',
	ORDER_MISSING_LINE_ITEM:
		'Missing externalproductID for one of the lineItems objects. Please update the order definition.',
	ORDER_MISSING_SHIPPING_ADDRESS:
		'Missing shiptoAddress object. Please update the order definition.',
	ORDER_MISSING_ADDRESS_LINE: 'Missing street1 address field. Please update the order definition.',
	ORDER_MISSING_CITY: 'Missing city field. Please update the order definition.',
	ORDER_MISSING_STATE_ZIP:
		'Missing state or zip fields; both are required for domestic orders. Please update the order definition.',
	ORDER_INVALID_COUNTRY_CODE:
		'The countryCode field is invalid. Please update the order definition with a valid country code.',
	ORDER_PRODUCT_MISSING_CUSTOMS:
		'Product does not have the minimum customs information required. Please update product definition.',
	ORDER_PREVIOUSLY_SEEN_ERROR:
		'This order was already created in the last hour and it failed with an error. Please wait at least one hour before re-creating orders with errors.',
	ORDER_SUBMITTED_TOO_EARLY:
		"This order was created within the order ingestion delay set for the merchant's account. Please wait until the ingestion delay window has passed, before re-creating the order.",
	PRODUCT_NOT_AVAILABLE:
		'Contains item(s) that have never been inbounded. Please ensure that the product has inventory before creating orders against it.',
} as const;

export type ErrorType = keyof typeof ERROR_TYPES;

/** Whether a word is one of the thirteen. */
export function isErrorType(word: string): word is ErrorType {
	return Object.hasOwn(ERROR_TYPES, word);
}

/** The 400 of a bad order. */
export function badOrder(type: ErrorType): Problem {
	return problem(400, ERROR_TYPES[type], { type });
}
