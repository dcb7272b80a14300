import type { HttpErrorEntry } from '../error-entry';
import { passingErrors, serverError, unreadable } from '../status-errors';

export const SERVER_ERROR = serverError('Deliverr');

export const UNREADABLE = unreadable('Deliverr');

/** For a status that the documentation does not list. */
export const OTHER_ERROR: HttpErrorEntry = {
	transient: false,
	what: 'Deliverr gave an answer that its documentation does not list',
	fix: "Check the credential's 'Base URL'. The API is closed to new accounts since February 2023.",
};

/** Refusals by HTTP status, where the type of the error says nothing. */
export const HTTP_ERRORS: Readonly<Record<number, HttpErrorEntry>> = {
	400: {
		transient: false,
		what: 'Deliverr refused the values',
		fix: 'Correct what the API names, and try again.',
		quotesApi: true,
	},
	401: {
		transient: false,
		what: 'Deliverr does not accept the access token',
		fix: "It is mistyped or expired. Put a new one into the credential, and a 'Refresh Token' with it, which renews it from then on.",
	},
	403: {
		transient: false,
		what: 'The access token may not do this',
		fix: 'It lacks the scope api/orders. Authorize the application again with it.',
	},
	404: {
		transient: false,
		what: 'Deliverr did not find this',
		fix: "Check the ID, and the credential's 'Base URL'.",
	},
	409: {
		transient: false,
		what: 'Deliverr says that this conflicts with something that exists',
		fix: 'Look at what exists before you try again.',
		quotesApi: true,
	},
	...passingErrors('Deliverr'),
};
