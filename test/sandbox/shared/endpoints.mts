import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problem, problemBody } from './problem.mts';
import { trafficOf } from './traffic.mts';

/** What an endpoint answers. A missing body is an empty one. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** One method on one path. */
export interface Endpoint {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	handle(request: FastifyRequest): Answer | Promise<Answer>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Sends an answer as JSON, or empty. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
	void reply.code(answer.status);
	if (answer.headers !== undefined) void reply.headers(answer.headers);
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

/** Registers endpoints; the other methods of their paths are refused with 405. */
export function registerEndpoints(
	app: FastifyInstance,
	prefix: string,
	endpoints: readonly Endpoint[],
	/** Throws for a path that does not exist after all. */
	check: (request: FastifyRequest) => void = () => undefined,
): void {
	for (const [path, ofPath] of group(endpoints)) {
		const allowed = ofPath.map((endpoint) => endpoint.method);
		for (const endpoint of ofPath) {
			app.route({
				method: endpoint.method,
				url: prefix + path,
				handler: async (request, reply) => sendAnswer(reply, await endpoint.handle(request)),
			});
		}
		app.route({
			method: METHODS.filter((method) => !allowed.some((other) => other === method)),
			url: prefix + path,
			handler: (request) => {
				check(request);
				throw problem(
					405,
					`${request.method} is not allowed here; allowed: ${allowed.join(', ')}.`,
					{},
					{ allow: allowed.join(', ') },
				);
			},
		});
	}
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

/** Every error, from wherever, leaves as problem+json. */
export function answerErrorsAsProblems(app: FastifyInstance, typeBase: string): void {
	const send = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
		const thrown = asProblem(error);
		void reply.headers(thrown.headers).code(thrown.status).type('application/problem+json');
		const { correlationId } = trafficOf(request);
		return reply.send(JSON.stringify(problemBody(thrown, typeBase, correlationId)));
	};
	app.setErrorHandler(send);
	app.setNotFoundHandler((request, reply) =>
		send(problem(404, `There is nothing at ${request.method} ${request.url}.`), request, reply),
	);
}

/** The answer to a path that cannot even be decoded. */
export function answerBadPath(response: ServerResponse, reason: string): void {
	const id = randomUUID();
	response.writeHead(400, {
		'content-type': 'application/problem+json',
		'x-correlation-id': id,
	});
	response.end(JSON.stringify(problemBody(problem(400, reason), 'about:', id)));
}
