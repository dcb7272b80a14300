import type { HttpErrorEntry } from '../error-entry';
import { passingErrors, serverError, unreadable } from '../status-errors';

export const SERVER_ERROR = serverError('Digital River');

export const UNREADABLE = unreadable('Digital River');

/** For a status that the documentation does not list. */
export const OTHER_ERROR: HttpErrorEntry = {
	transient: false,
	what: 'Digital River gave an answer that its documentation does not list',
	fix: "Check the credential's 'Base URL'. Digital River ceased operations in 2025.",
};

/** Refusals by HTTP status (Digital River: the statuses of every call). */
export const HTTP_ERRORS: Readonly<Record<number, HttpErrorEntry>> = {
	400: {
		transient: false,
		what: 'Digital River refused the values',
		fix: 'Correct the field that the API names, and try again.',
		quotesApi: true,
	},
	401: {
		transient: false,
		what: 'Digital River does not accept the API key',
		fix: "Check 'API Key' in the credential.",
	},
	403: {
		transient: false,
		what: 'The API key may not do this',
		fix: 'Use a secret or confidential key that may write fulfillment orders.',
	},
	404: {
		transient: false,
		what: 'Digital River did not find this',
		fix: "Check the ID, and the credential's 'Base URL'.",
	},
	405: {
		transient: false,
		what: 'Digital River does not know this call',
		fix: "Check the credential's 'Base URL'.",
	},
	406: {
		transient: false,
		what: 'Digital River cannot answer in JSON here',
		fix: "Check the credential's 'Base URL' and 'API Version'.",
	},
	408: {
		transient: true,
		what: 'Digital River took too long to read the request',
		fix: SERVER_ERROR.fix,
	},
	409: {
		transient: false,
		what: 'Digital River says that this conflicts with something that exists',
		fix: 'Look at what exists before you try again.',
		quotesApi: true,
	},
	...passingErrors('Digital River'),
};
