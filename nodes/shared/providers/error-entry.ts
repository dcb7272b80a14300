/** A row of an error catalogue. */
export interface ErrorEntry {
	/** Whether the same can succeed later without a change. */
	transient: boolean;
	/** What happened, a sentence without a full stop. */
	what: string;
	/** What to do, in full sentences. */
	fix: string;
}
