import type { HttpErrorEntry } from '../error-entry';
import { serverError, unreadable } from '../status-errors';

const CHECK_BASE_URL = "Check the credential's 'Base URL'.";

export const UNREADABLE = unreadable('Delivery Solutions');

export const SERVER_ERROR = serverError('Delivery Solutions');

/** For an answer that the documentation does not list. */
export const OTHER_ERROR: HttpErrorEntry = {
	transient: false,
	what: 'Delivery Solutions gave an answer that its documentation does not list',
	fix: CHECK_BASE_URL,
	quotesApi: true,
};

/** Refusals that name no type of the catalogue, by status: those of the gateway in front of the API. */
export const STATUS_ERRORS: Readonly<Record<number, HttpErrorEntry>> = {
	403: {
		transient: false,
		what: 'Delivery Solutions does not let this account do that',
		fix: 'Ask Delivery Solutions whether your account may use the Shipping Order API.',
		quotesApi: true,
	},
	404: { transient: false, what: 'There is nothing at this address', fix: CHECK_BASE_URL },
	405: {
		transient: false,
		what: 'Delivery Solutions does not know this call',
		fix: CHECK_BASE_URL,
	},
};

/** The type that stands for a status where the answer names none. */
export const STATUS_TYPES: Readonly<Record<number, string>> = {
	400: 'VALIDATION_ERROR',
	401: 'UNAUTHORIZED',
	422: 'INVALID_DATA',
	429: 'TOO_MANY_REQUESTS',
};
