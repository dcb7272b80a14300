/** What kind of thing went wrong; decides which n8n error class a person sees. */
export type FailureKind = 'input' | 'api' | 'connection' | 'stopped';

/** Everything that is known of a failure. Nothing in it may hold a secret. */
export interface FailureFacts {
	kind: FailureKind;
	/** What happened, one sentence without a full stop. Names the parameter as the panel shows it. */
	what: string;
	/** What to do about it, in full sentences. */
	fix: string;
	/** The parameter concerned, as the panel shows it. */
	field?: string;
	/** HTTP status of the answer, as text because n8n keeps it as text. */
	httpCode?: string;
	/** The API's own code, e.g. DUPLICATE_ORDER or 407001. */
	code?: string;
	/** What the API itself said. */
	apiMessage?: string;
	/** The id to quote to the provider's support. */
	requestId?: string;
	/** Whether trying the same again later can succeed. */
	transient?: boolean;
	/** How long the API asked to wait, in milliseconds. */
	retryAfterMs?: number;
	/** From when on the same can succeed, in ISO 8601. */
	retryAt?: string;
	/** Further findings of the same local check, each a sentence. */
	alsoFound?: string[];
}

/** A failure with its facts. The runner turns it into n8n's error or error item. */
export class Failure extends Error {
	constructor(readonly facts: FailureFacts) {
		super(facts.what);
		this.name = 'Failure';
	}
}

/** A failure of the input: found locally, before anything was sent. */
export function inputFailure(what: string, fix: string, field?: string): Failure {
	return new Failure({ kind: 'input', what, fix, ...(field ? { field } : {}) });
}
