import type { FastifyRequest } from 'fastify';
import type { Delays } from '../shared/delays.mts';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import type { ReadBody } from '../shared/json-body.mts';
import { problem } from '../shared/problem.mts';
import { trafficOf } from '../shared/traffic.mts';
import type { Query } from './page.mts';
import { badParameter } from './refusal.mts';
import type { Account, World } from './world.mts';

/** A call that was let in. */
export interface Call {
	account: Account;
	/** The id in the path, percent-decoded. */
	id: string;
	query: Query;
	body: ReadBody;
}

/** One call of the Digital River API. */
export interface DigitalRiverEndpoint {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	handle(call: Call): Answer;
}

function admit(world: World, request: FastifyRequest): Account {
	const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
	const grant = key === undefined ? undefined : world.grantOf(key);
	if (grant === undefined) throw problem(401, 'A valid API key is required.');
	if (grant.revoked) throw problem(401, 'The API key was revoked.');
	const { entry } = trafficOf(request);
	if (entry !== undefined) entry.token = grant.account.name;
	if (request.method !== 'GET' && !grant.canWrite) {
		throw problem(403, 'The API key is restricted to reading.');
	}
	return grant.account;
}

/** The version asked for. Every date will do: which versions there are is not documented. */
function noteVersion(world: World, { headers }: FastifyRequest): void {
	const version = headers['digitalriver-version'];
	if (version === undefined) return;
	world.lastVersion = String(version);
	const isDate = /^\d{4}-\d{2}-\d{2}$/.test(world.lastVersion);
	if (isDate && !Number.isNaN(Date.parse(world.lastVersion))) return;
	throw badParameter('DigitalRiver-Version', 'DigitalRiver-Version must be a date, YYYY-MM-DD.');
}

const JSON_RANGES: ReadonlySet<string> = new Set(['*/*', 'application/*', 'application/json']);

function requireJsonWanted({ headers }: FastifyRequest): void {
	const ranges = (headers.accept ?? '*/*')
		.split(',')
		.map((range) => range.replace(/;.*$/, '').trim().toLowerCase());
	if (ranges.some((range) => JSON_RANGES.has(range))) return;
	throw problem(406, 'Only application/json can be answered.');
}

function callOf(request: FastifyRequest, account: Account): Call {
	const { entry, body } = trafficOf(request);
	const params: unknown = request.params;
	const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : '';
	return { account, id: String(id), query: entry?.query ?? {}, body };
}

/** Puts the checks of key, version and Accept in front of what a call does. */
export function guarded(world: World, delays: Delays, endpoint: DigitalRiverEndpoint): Endpoint {
	const { method, path, handle } = endpoint;
	return {
		method,
		path,
		handle(request) {
			const account = admit(world, request);
			noteVersion(world, request);
			requireJsonWanted(request);
			const call = callOf(request, account);
			const { processingMs } = world.switches;
			if (processingMs <= 0) return handle(call);
			return delays.wait(processingMs).then(() => handle(call));
		},
	};
}
