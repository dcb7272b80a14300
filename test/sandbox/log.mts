/** A request as it arrived. */
export interface LoggedRequest {
	at: number;
	method: string;
	/** Path as sent, without the query. */
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
	/** Missing when the connection was cut instead of answered. */
	status?: number;
	/**
	 * The status that the work came to, whatever became of the answer. Missing when there was no work: a
	 * fault struck before it, or the answer was one that is kept by its idempotency key.
	 */
	worked?: number;
	/** The name of the account whose token was sent. */
	token?: string;
	/** How many requests were in flight when it came, itself included. */
	inFlight: number;
}

/** What arrived, in order of arrival. */
export interface RequestLog {
	all(): LoggedRequest[];
	/** A string matches the whole path, or its end when it begins with `/`. */
	find(method: string, path: string | RegExp): LoggedRequest[];
	maxInFlight(): number;
	clear(): void;
}

/** The side of the log that the server writes to. */
export interface RequestRecorder extends RequestLog {
	arrived(request: Omit<LoggedRequest, 'inFlight'>): LoggedRequest;
	finished(): void;
}

/** A sandbox that is left running forgets its oldest requests beyond this number. */
const KEPT = 200_000;

/** Whether a path as sent is the one a rule or a search means. */
export function pathMatches(sent: string, wanted: string | RegExp): boolean {
	if (typeof wanted !== 'string') return wanted.test(sent);
	return sent === wanted || (wanted.startsWith('/') && sent.endsWith(wanted));
}

export function createRequestLog(): RequestRecorder {
	let requests: LoggedRequest[] = [];
	let inFlight = 0;
	let most = 0;
	return {
		all: () => [...requests],
		find: (method, path) =>
			requests.filter(
				(request) => request.method === method.toUpperCase() && pathMatches(request.path, path),
			),
		maxInFlight: () => most,
		clear() {
			requests = [];
			most = inFlight;
		},
		arrived(request) {
			inFlight += 1;
			most = Math.max(most, inFlight);
			const entry: LoggedRequest = { ...request, inFlight };
			requests.push(entry);
			if (requests.length > KEPT) requests = requests.slice(KEPT / 2);
			return entry;
		},
		finished() {
			inFlight -= 1;
		},
	};
}
