import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dialectFor, type Dialect } from './dialect.mts';
import { Problem, problem } from './problem.mts';
import { trafficOf } from './traffic.mts';

/** What an endpoint answers. A missing body is an empty one. */
export interface Answer {
	status: number;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as it is, instead of a body; the headers say what it is. */
	raw?: string | Buffer;
	headers?: Record<string, string>;
}

/** One method on one path. */
export interface Endpoint {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	handle(request: FastifyRequest): Answer | Promise<Answer>;
}

/** Sends an answer as JSON, as it is, or empty. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
	void reply.code(answer.status);
	if (answer.headers !== undefined) void reply.headers(answer.headers);
	if (answer.raw !== undefined) return reply.send(answer.raw);
	if (answer.body === undefined) return reply.send();
	return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

function group(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
	const byPath = new Map<string, Endpoint[]>();
	for (const endpoint of endpoints) {
		byPath.set(endpoint.path, [...(byPath.get(endpoint.path) ?? []), endpoint]);
	}
	return byPath;
}

/** A path that is there, and what it takes. */
interface Place {
	pattern: RegExp;
	allowed: readonly string[];
	/** Throws for a path that does not exist after all. */
	check: (params: unknown) => void;
}

const places = new WeakMap<FastifyInstance, Place[]>();

const patterns = new Map<string, RegExp>();

/** Of each path once: all sandboxes have the same. */
function patternOf(path: string): RegExp {
	const known = patterns.get(path);
	if (known) return known;
	const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
	patterns.set(path, pattern);
	return pattern;
}

/** The 405 of a path that is there, but not for this method. */
function refuseMethod({ allowed, check }: Place, method: string, params: unknown): Problem {
	check(params);
	const list = allowed.join(', ');
	return problem(405, `${method} is not allowed here; allowed: ${list}.`, {}, { allow: list });
}

/**
 * Registers endpoints; the other methods of their paths are refused with 405. Each route that is
 * registered costs a tenth of a millisecond, and tests start a sandbox thousands of times: a method is
 * registered to be refused only where a path with parameters would take it (`/products/warehouse` is no
 * `/products/:sku`), and all others when nothing was found.
 */
export function registerEndpoints(
	app: FastifyInstance,
	prefix: string,
	endpoints: readonly Endpoint[],
	check: Place['check'] = () => undefined,
): void {
	for (const [path, ofPath] of group(endpoints)) {
		const allowed = ofPath.map((endpoint) => endpoint.method);
		const place = { pattern: patternOf(prefix + path), allowed, check };
		places.set(app, [...(places.get(app) ?? []), place]);
		for (const endpoint of ofPath) {
			app.route({
				method: endpoint.method,
				url: prefix + path,
				handler: async (request, reply) => sendAnswer(reply, await endpoint.handle(request)),
			});
		}
		const taken = endpoints
			.filter((other) => other.path !== path && patternOf(other.path).test(path))
			.map(({ method }) => method)
			.filter((method) => !allowed.includes(method));
		if (taken.length === 0) continue;
		app.route({
			method: [...new Set(taken)],
			url: prefix + path,
			handler: ({ method, params }) => {
				throw refuseMethod(place, method, params);
			},
		});
	}
}

/** Why nothing was found: the path is there for other methods, or not at all. */
function notFound(app: FastifyInstance, { method, url }: FastifyRequest): Problem {
	const path = url.replace(/\?.*$/s, '');
	const found = (places.get(app) ?? []).flatMap((place) => {
		const match = place.pattern.exec(path);
		return match ? [{ place, params: match.groups ?? {} }] : [];
	});
	// As the router does, rather /products/warehouse than /products/:sku.
	const parameters = ({ params }: (typeof found)[number]) => Object.keys(params).length;
	const [best] = found.sort((one, other) => parameters(one) - parameters(other));
	if (best) return refuseMethod(best.place, method, best.params);
	return problem(404, `There is nothing at ${method} ${url}.`);
}

function statusOf(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
	return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function asProblem(error: unknown): Problem {
	if (error instanceof Problem) return error;
	const status = statusOf(error);
	const reason = error instanceof Error ? error.message : String(error);
	if (status !== undefined && status < 500) return problem(status, reason);
	// A defect of the sandbox itself. It says so, because a test that meets it should not search elsewhere.
	return problem(
		500,
		`The sandbox failed: ${error instanceof Error ? (error.stack ?? reason) : reason}`,
	);
}

/** Every error, from wherever, leaves in the words of the API that was called. */
export function answerErrors(app: FastifyInstance, dialects: readonly Dialect[]): void {
	const send = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
		const { url: path, headers } = request;
		const { correlationId } = trafficOf(request);
		const worded = dialectFor(dialects, path).word(asProblem(error), {
			path,
			headers,
			correlationId,
		});
		void reply.headers(worded.headers).code(worded.status).type(worded.contentType);
		return reply.send(worded.body);
	};
	app.setErrorHandler(send);
	app.setNotFoundHandler((request) => {
		throw notFound(app, request);
	});
}

/** The answer to a path that cannot even be decoded. */
export function answerBadPath(
	{ url = '', headers }: IncomingMessage,
	response: ServerResponse,
	dialects: readonly Dialect[],
	reason: string,
): void {
	const correlationId = randomUUID();
	const dialect = dialectFor(dialects, url);
	const worded = dialect.word(problem(400, reason), { path: url, headers, correlationId });
	response.writeHead(worded.status, {
		...dialect.headers(correlationId),
		...worded.headers,
		'content-type': worded.contentType,
	});
	response.end(worded.body);
}
