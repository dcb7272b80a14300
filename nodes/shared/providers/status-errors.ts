import type { ApiAnswer } from '../transport/api-request';
import { isUnreadable } from '../transport/retry-rules';
import type { HttpErrorEntry } from './error-entry';

/** The catalogue of a provider, by HTTP status. */
interface StatusErrors {
	HTTP_ERRORS: Readonly<Record<number, HttpErrorEntry>>;
	SERVER_ERROR: HttpErrorEntry;
	/** For a status that the documentation does not list. */
	OTHER_ERROR: HttpErrorEntry;
	UNREADABLE: HttpErrorEntry;
}

/** The row of a catalogue for an answer that is no success. */
export function entryByStatus(answer: ApiAnswer, catalogue: StatusErrors): HttpErrorEntry {
	const { HTTP_ERRORS, SERVER_ERROR, OTHER_ERROR, UNREADABLE } = catalogue;
	if (isUnreadable(answer)) return UNREADABLE;
	return HTTP_ERRORS[answer.status] ?? (answer.status >= 500 ? SERVER_ERROR : OTHER_ERROR);
}

const LATER = 'Try again later.';

/** For a fault of the server that is not listed by its status. */
export const serverError = (service: string): HttpErrorEntry => ({
	transient: true,
	what: `${service} failed to process the request`,
	fix: LATER,
});

/** For a success that holds something other than JSON. */
export const unreadable = (service: string): HttpErrorEntry => ({
	transient: true,
	what: `Something other than ${service} answered: a page where data belongs`,
	fix: "Check the credential's 'Base URL', and whether a proxy stands in between.",
});

/** Refusals that pass and say nothing of the request: those of a rate limit, a server and a gateway. */
export const passingErrors = (service: string): Readonly<Record<number, HttpErrorEntry>> => ({
	429: {
		transient: true,
		what: `${service} keeps asking to slow down`,
		fix: "Try again later, or lower 'Requests at Once' in Options.",
	},
	500: serverError(service),
	502: {
		transient: true,
		what: `${service}'s gateway could not reach its service`,
		fix: LATER,
	},
	503: { transient: true, what: `${service} is not available at the moment`, fix: LATER },
	504: { transient: true, what: `${service} took too long to answer`, fix: LATER },
});
