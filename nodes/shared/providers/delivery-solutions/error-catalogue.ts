import type { HttpErrorEntry } from '../error-entry';

const LATER = 'Try again later.';
const PROVIDERS_FIX =
	"Check in the Delivery Solutions portal which providers the location has, or give others in 'Proposed Providers'.";

/**
 * Refusals by the API's own type (Shipping Order API, the error tables of its seven calls). A type
 * has the same severity in every table, and the type decides: 422 alone can be either.
 */
export const TYPE_ERRORS: Readonly<Record<string, HttpErrorEntry>> = {
	UNAUTHORIZED: {
		transient: false,
		what: 'Delivery Solutions does not accept the access token',
		fix: "Check 'Client ID', 'Client Secret' and 'Base URL' in the credential. They must belong to the same environment.",
	},
	INTERNAL_SERVER_ERROR: {
		transient: true,
		what: 'Delivery Solutions failed to process the request',
		fix: LATER,
	},
	VALIDATION_ERROR: {
		transient: false,
		what: 'Delivery Solutions refused the values',
		fix: 'Correct the field that the API names, and try again.',
		quotesApi: true,
	},
	INVALID_DATA: {
		transient: false,
		what: 'Delivery Solutions does not know or allow a value',
		fix: 'Correct what the API names, e.g. an ID that does not exist, and try again.',
		quotesApi: true,
	},
	DUPLICATE_ID: {
		transient: false,
		what: 'Delivery Solutions already has a shipment with this external order ID',
		fix: "Give another 'External Order ID', or set 'If Shipment Already Exists' to 'Return It' in Options.",
	},
	DUPLICATE_NAME: {
		transient: false,
		what: 'Delivery Solutions already has something of this name',
		fix: "Give another 'External Order ID', or set 'If Shipment Already Exists' to 'Return It' in Options.",
		quotesApi: true,
	},
	DUPLICATE_RESOURCE: {
		transient: false,
		what: 'Delivery Solutions already has this shipment',
		fix: "Give another 'External Order ID', or set 'If Shipment Already Exists' to 'Return It' in Options.",
		quotesApi: true,
	},
	NO_PROVIDER_ASSIGNED: {
		transient: false,
		what: 'The location has no delivery provider',
		fix: 'Assign a provider to the location in the Delivery Solutions portal, or choose another location.',
	},
	NO_PROVIDER_MATCHED: {
		transient: false,
		what: 'No delivery provider takes this shipment',
		fix: `Its size, weight, times or destination fit none of them. ${PROVIDERS_FIX}`,
	},
	PLACE_ORDER_FAILED: {
		transient: true,
		what: 'None of the delivery providers took the shipment at the moment',
		fix: `${LATER} If it stays so: ${PROVIDERS_FIX}`,
		quotesApi: true,
	},
	GEOCODING_FAILED: {
		transient: false,
		what: 'The address could not be found on the map',
		fix: "Correct the street, city and postal code, or give 'Latitude' and 'Longitude'.",
	},
	TOO_MANY_REQUESTS: {
		transient: true,
		what: 'Delivery Solutions keeps asking to slow down',
		fix: "Try again later, or lower 'Requests at Once' in Options.",
	},
	UNMAPPED_ERROR: {
		transient: true,
		what: 'The delivery provider gave an answer that Delivery Solutions does not understand',
		fix: 'Get the shipment to see its status, and try again later.',
		quotesApi: true,
	},
	NOT_FOUND: {
		transient: false,
		what: 'Delivery Solutions did not find the shipment',
		fix: 'Check the ID, and whether the credential is for the account that has the shipment.',
	},
	CANCELLATION_NOT_ALLOWED: {
		transient: false,
		what: 'The delivery provider does not allow cancellations',
		fix: 'Nothing was changed. Ask the provider, or have the parcel returned.',
	},
	ORDER_CANCELLATION_FAILED: {
		transient: false,
		what: 'The delivery provider could not cancel the shipment',
		fix: 'Nothing was changed. It is probably on its way: have the parcel returned, or ask the provider to stop it.',
		quotesApi: true,
	},
	ORDER_ALREADY_CANCELED: {
		transient: false,
		what: 'The shipment is already cancelled',
		fix: 'There is nothing left to do.',
	},
	INVALID_OPERATION: {
		transient: false,
		what: 'The shipment can no longer be retried',
		fix: 'Get it to see its status. Only a shipment that failed can be retried.',
		quotesApi: true,
	},
};

/** Spellings of the older Delivery Solutions API, in case one comes through. */
export const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
	ORDER_ALREADY_CANCELLED: 'ORDER_ALREADY_CANCELED',
	SERVER_ERROR: 'INTERNAL_SERVER_ERROR',
};
