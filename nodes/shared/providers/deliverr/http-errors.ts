import type { HttpErrorEntry } from '../error-entry';

const LATER = 'Run the item again later.';

/** For a fault of the server that is not listed by its status. */
export const SERVER_ERROR: HttpErrorEntry = {
	transient: true,
	what: 'Deliverr failed to process the request',
	fix: LATER,
};

/** For a success that holds something other than JSON. */
export const UNREADABLE: HttpErrorEntry = {
	transient: true,
	what: 'Something other than Deliverr answered: a page where data belongs',
	fix: "Check the credential's 'Base URL', and whether a proxy stands in between.",
};

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
		fix: 'Correct what the API names, and run the item again.',
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
		fix: 'Look at what exists before you run the item again.',
		quotesApi: true,
	},
	429: {
		transient: true,
		what: 'Deliverr keeps asking to slow down',
		fix: "Run the item again later, or lower 'Requests at Once' in Options.",
	},
	500: SERVER_ERROR,
	502: { transient: true, what: "Deliverr's gateway could not reach its service", fix: LATER },
	503: { transient: true, what: 'Deliverr is not available at the moment', fix: LATER },
	504: { transient: true, what: 'Deliverr took too long to answer', fix: LATER },
};
