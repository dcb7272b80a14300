/** An answer that is an error: RFC 7807, `application/problem+json`. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		readonly title: string,
		readonly detail: string,
		/** Members beside the five of the RFC, e.g. `code`, or another `type`. */
		readonly members: Readonly<Record<string, unknown>> = {},
		readonly headers: Readonly<Record<string, string>> = {},
	) {
		super(`${status} ${title}: ${detail}`);
		this.name = 'Problem';
	}
}

const TITLES: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	406: 'Not Acceptable',
	408: 'Request Timeout',
	409: 'Conflict',
	413: 'Content Too Large',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Entity',
	423: 'Locked',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/** A problem with the usual title of its status. */
export function problem(
	status: number,
	detail: string,
	members: Readonly<Record<string, unknown>> = {},
	headers: Readonly<Record<string, string>> = {},
): Problem {
	return new Problem(status, TITLES[status] ?? 'Error', detail, members, headers);
}

/** The body of a problem. `instance` is the id under which the vendor's support finds the call. */
export function problemBody(error: Problem, typeBase: string, instance: string): object {
	return {
		type: `${typeBase}${error.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
		title: error.title,
		status: error.status,
		detail: error.detail,
		instance: `urn:uuid:${instance}`,
		...error.members,
	};
}
