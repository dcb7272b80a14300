import type { FastifyRequest } from 'fastify';
import type { Delays } from '../shared/delays.mts';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import type { ReadBody } from '../shared/json-body.mts';
import { problem } from '../shared/problem.mts';
import { trafficOf } from '../shared/traffic.mts';
import type { Account, Scope, World } from './world.mts';

/** A call that was let in. */
export interface Call {
	account: Account;
	/** The id in the path, percent-decoded. */
	id: string;
	body: ReadBody;
}

/** One call of the API. */
export interface DeliverrEndpoint {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	/** Default: api/orders. */
	scope?: Scope;
	handle(call: Call): Answer;
	/** What a mock request is answered; such a request changes nothing. */
	mock?: (call: Call) => Answer;
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function admit(world: World, request: FastifyRequest, scope: Scope): Account {
	const header = request.headers.authorization;
	if (header === undefined) throw problem(401, 'The Authorization header is missing.');
	const token = /^Bearer (\S+)$/.exec(header)?.[1];
	const grant = token === undefined ? undefined : world.grantOf(token);
	if (grant === undefined) throw problem(401, 'The access token is invalid or has expired.');
	const { entry } = trafficOf(request);
	if (entry !== undefined) entry.token = grant.account.name;
	// There is one scope for each kind of calls; that a token may only read is not documented.
	if (!grant.scopes.has(scope) || (request.method !== 'GET' && !grant.canWrite)) {
		throw problem(403, `The access token lacks the scope ${scope}.`);
	}
	return grant.account;
}

function callOf(request: FastifyRequest, account: Account): Call {
	const params: unknown = request.params;
	const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : '';
	return { account, id: String(id), body: trafficOf(request).body };
}

/** The key of a request that changes something (Orders API reference: a UUID v4). */
function idempotencyKey({ method, headers }: FastifyRequest): string | undefined {
	const key = headers['idempotency-key'];
	if (method === 'GET' || key === undefined) return undefined;
	if (typeof key === 'string' && UUID_V4.test(key)) return key;
	throw problem(400, 'The idempotency-key header must be a UUID v4.');
}

/** Puts token, mock requests and idempotency in front of what a call does. */
export function guarded(world: World, delays: Delays, endpoint: DeliverrEndpoint): Endpoint {
	const { method, path, scope = 'api/orders', handle, mock } = endpoint;
	return {
		method,
		path,
		handle(request) {
			const account = admit(world, request, scope);
			const call = callOf(request, account);
			const key = idempotencyKey(request);
			const isMock = request.headers['x-deliverr-mock-request'] === 'true';
			if (mock !== undefined && isMock) return mock(call);
			const { processingMs } = world.switches;
			const work =
				processingMs > 0
					? () => delays.wait(processingMs).then(() => handle(call))
					: () => handle(call);
			if (key === undefined) return work();
			const { entry, body } = trafficOf(request);
			return account.idempotency.once(key, `${entry?.path ?? ''}\n${body.raw}`, work);
		},
	};
}
