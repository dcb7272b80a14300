import type { IncomingHttpHeaders } from 'node:http';
import { problemBody, type Problem } from './problem.mts';

/** An error as it goes over the wire. */
export interface WordedError {
	status: number;
	headers: Readonly<Record<string, string>>;
	contentType: string;
	body: string;
}

/** The call that met an error. */
export interface Incident {
	path: string;
	headers: IncomingHttpHeaders;
	correlationId: string;
}

/** How an imitated API words errors, those that the shared parts of the sandbox raise included. */
export interface Dialect {
	/** How the paths begin that it speaks for. */
	prefix: string;
	/** Headers of every answer. */
	headers(correlationId: string): Record<string, string>;
	word(error: Problem, at: Incident): WordedError;
	/** The refusal of a token whose time is over. */
	expiredToken(): Problem;
}

/** The dialect of a path. The last one speaks for whatever no other one does. */
export function dialectFor(dialects: readonly Dialect[], path: string): Dialect {
	const found = dialects.find(({ prefix }) => path.startsWith(prefix)) ?? dialects.at(-1);
	if (found === undefined) throw new Error('The sandbox has no dialect.');
	return found;
}

/** RFC 7807. `instance` is the id under which the vendor's support finds the call. */
export function wordAsProblem(
	error: Problem,
	typeBase: string,
	correlationId: string,
): WordedError {
	return {
		status: error.status,
		headers: error.headers,
		contentType: 'application/problem+json',
		body: JSON.stringify(problemBody(error, typeBase, correlationId)),
	};
}
