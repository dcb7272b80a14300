/** A row of an error catalogue. */
export interface ErrorEntry {
	/** Whether the same can succeed later without a change. */
	transient: boolean;
	/** What happened, a sentence without a full stop. */
	what: string;
	/** What to do, in full sentences. */
	fix: string;
}

/** What is known of one way in which an API refuses a call. */
export interface HttpErrorEntry extends ErrorEntry {
	/** Puts the API's own words into the headline, because they name the field. */
	quotesApi?: boolean;
}

/** Words that say more than the catalogue, for one call. */
export type FailureWords = Pick<ErrorEntry, 'what' | 'fix'>;
