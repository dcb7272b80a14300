import type { FastifyRequest } from 'fastify';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import type { Delays } from '../shared/delays.mts';
import { requireJson } from '../shared/json-body.mts';
import { Problem, problem } from '../shared/problem.mts';
import { trafficOf } from '../shared/traffic.mts';
import { validated, type Validator } from '../shared/validation.mts';
import type { Scope } from './enums.mts';
import type { Account, World } from './world.mts';

/** A call that was let in. */
export interface Call {
	account: Account;
	/** A part of the path, percent-decoded. */
	param(name: string): string;
	/** A query parameter; of one that is given twice, the last. */
	query(name: string): string | undefined;
	queryAll(name: string): string[];
	/** The body, checked. */
	body<T>(validate: Validator<T>): T;
	/** Scheme, host and path as called, without the query. */
	url: string;
}

/** One call of the Flexport API. */
export interface FlexportEndpoint {
	method: Endpoint['method'];
	path: string;
	scope: Scope;
	handle(call: Call): Answer;
}

const VERSION = /^(\d{4}-\d{2}|unstable)$/;

function unauthorized(detail: string): Problem {
	// The 401 also has `code` and `message`.
	return problem(401, detail, { code: 401, message: detail });
}

function admit(world: World, request: FastifyRequest, scope: Scope): Account {
	const header = request.headers.authorization;
	if (header === undefined) throw unauthorized('The Authorization header is missing.');
	const token = /^Bearer (\S+)$/.exec(header)?.[1];
	if (token === undefined) throw unauthorized('The Authorization header must be "Bearer <token>".');
	const grant = world.tokens.get(token);
	if (grant === undefined) throw unauthorized('The token is not known.');
	if (grant.revoked) throw unauthorized('The token was revoked.');
	const { entry } = trafficOf(request);
	if (entry !== undefined) entry.token = grant.account.name;
	if (world.switches.frozen) throw problem(423, 'The account is frozen.');
	if (!grant.scopes.has(scope)) throw problem(403, `The token lacks the scope ${scope}.`);
	return grant.account;
}

function values(request: FastifyRequest, name: string): string[] {
	const value = trafficOf(request).entry?.query[name];
	if (value === undefined) return [];
	return Array.isArray(value) ? value : [value];
}

function callOf(request: FastifyRequest, account: Account): Call {
	const params: Record<string, unknown> =
		typeof request.params === 'object' && request.params !== null ? { ...request.params } : {};
	return {
		account,
		param: (name) => String(params[name] ?? ''),
		query: (name) => values(request, name).at(-1),
		queryAll: (name) => values(request, name),
		body: (validate) => validated(validate, requireJson(trafficOf(request).body)),
		url: `http://${request.headers.host ?? ''}${trafficOf(request).entry?.path ?? ''}`,
	};
}

/** Unknown versions do not exist, whatever the method. */
export function requireVersion(params: unknown): void {
	const version =
		typeof params === 'object' && params !== null && 'version' in params ? params.version : '';
	if (!VERSION.test(String(version))) {
		throw problem(404, `There is no version "${String(version)}" of this API.`);
	}
}

/** Puts authentication, scopes and idempotency in front of what a call does. */
export function guarded(world: World, delays: Delays, endpoint: FlexportEndpoint): Endpoint {
	const { method, path, scope, handle } = endpoint;
	return {
		method,
		path,
		handle(request) {
			requireVersion(request.params);
			const account = admit(world, request, scope);
			const call = callOf(request, account);
			const { processingMs } = world.switches;
			const work =
				processingMs > 0
					? () => delays.wait(processingMs).then(() => handle(call))
					: () => handle(call);
			const key = request.headers['idempotency-key'];
			if (method !== 'POST' || typeof key !== 'string') return work();
			const { entry, body } = trafficOf(request);
			return account.idempotency.once(key, `${entry?.path ?? ''}\n${body.raw}`, work);
		},
	};
}
