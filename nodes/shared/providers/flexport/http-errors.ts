import type { HttpErrorEntry } from '../error-entry';
import { passingErrors, serverError, unreadable } from '../status-errors';

export const SERVER_ERROR = serverError('Flexport');

export const UNREADABLE = unreadable('Flexport');

/**
 * Refusals by HTTP status (Flexport Logistics API: 400, 401, 403, 404, 409, 422, 423, 429 and 5xx
 * are documented; 405 and 415 can only mean a wrong base URL or version).
 */
export const HTTP_ERRORS: Readonly<Record<number, HttpErrorEntry>> = {
	400: {
		transient: false,
		what: 'Flexport could not read the request',
		fix: 'Correct what the API names, and try again.',
		quotesApi: true,
	},
	401: {
		transient: false,
		what: 'Flexport does not accept the API token',
		fix: 'It is mistyped, revoked or expired. Make a new one in the Flexport portal under Settings > API Tokens and put it into the credential.',
	},
	403: {
		transient: false,
		what: 'The API token may not do this',
		fix: 'It lacks a scope. Make a token with the scopes for products and orders (read and write) in the Flexport portal under Settings > API Tokens.',
	},
	404: {
		transient: false,
		what: 'Flexport did not find this',
		fix: "Check the ID, and the credential's 'Base URL' and 'API Version'.",
	},
	405: {
		transient: false,
		what: 'Flexport does not know this call',
		fix: "Check the credential's 'Base URL' and 'API Version'.",
	},
	409: {
		transient: false,
		what: 'Flexport says that this conflicts with something that exists',
		fix: 'Look at what exists before you try again.',
	},
	415: {
		transient: false,
		what: 'Flexport does not know this kind of content',
		fix: "Check the credential's 'Base URL' and 'API Version'.",
	},
	422: {
		transient: false,
		what: 'Flexport refused the values',
		fix: 'Correct the field that the API names, and try again.',
		quotesApi: true,
	},
	423: {
		transient: false,
		what: 'The Flexport account is frozen',
		fix: 'Sign in to the Flexport portal and settle what is open there, or write to Flexport.',
	},
	...passingErrors('Flexport'),
};

/** Refusals by the API's own code, which tells more than the status. */
export const CODE_ERRORS: Readonly<Record<string, HttpErrorEntry>> = {
	DUPLICATE_ORDER: {
		transient: false,
		what: 'Flexport already has an order with this external order ID',
		fix: "Give another 'External Order ID', or set 'If Order Already Exists' to 'Return It' in Options.",
	},
	'405001': {
		transient: false,
		what: 'The redirect address of the sign-in is not the registered one',
		fix: 'Use an API token from the Flexport portal in the credential.',
	},
	'405002': {
		transient: false,
		what: 'The client ID of the sign-in is not known',
		fix: 'Use an API token from the Flexport portal in the credential.',
	},
	'405003': {
		transient: false,
		what: 'The sign-in asked for no scopes',
		fix: 'Use an API token from the Flexport portal in the credential.',
	},
	'405004': {
		transient: false,
		what: 'The sign-in asked for scopes that do not exist',
		fix: 'Use an API token from the Flexport portal in the credential.',
	},
	'405005': {
		transient: false,
		what: 'The code of the sign-in was used already or has expired',
		fix: 'Use an API token from the Flexport portal in the credential.',
	},
	'407001': {
		transient: false,
		what: 'The order cannot be retried in its present state',
		fix: "Only an order that failed and that Flexport calls retriable can be retried. Switch on 'Only If Retriable' to leave others alone.",
	},
};

/** For a status that the documentation does not list. */
export const OTHER_ERROR: HttpErrorEntry = {
	transient: false,
	what: 'Flexport gave an answer that its documentation does not list',
	fix: "Check the credential's 'Base URL' and 'API Version'.",
};
