import type { FastifyRequest } from 'fastify';
import type { Delays } from '../shared/delays.mts';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import type { ReadBody } from '../shared/json-body.mts';
import { trafficOf } from '../shared/traffic.mts';
import { invalidToken } from './refusal.mts';
import type { ShipmentRecord } from './store.mts';
import type { Account, World } from './world.mts';

/** A call that was let in. */
export interface Call {
	account: Account;
	/** The id in the path, percent-decoded. */
	id: string;
	/** The shipment that the id stands for, by the kinds of ids that paths take. */
	shipment(): ShipmentRecord | undefined;
	/** A query parameter; of one that is given twice, the last. */
	query(name: string): string | undefined;
	body: ReadBody;
}

/** One call of the Shipping Order API. */
export interface ShippingEndpoint {
	method: Endpoint['method'];
	path: string;
	handle(call: Call): Answer;
}

function admit(world: World, request: FastifyRequest): Account {
	const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
	const account = token === undefined ? undefined : world.accountOfToken(token);
	if (account === undefined) throw invalidToken();
	const { entry } = trafficOf(request);
	if (entry !== undefined) entry.token = account.name;
	return account;
}

function callOf(request: FastifyRequest, world: World): Call {
	const account = admit(world, request);
	const { entry, body } = trafficOf(request);
	const params: unknown = request.params;
	const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : '';
	return {
		account,
		id: String(id),
		shipment() {
			const record = account.store.find(String(id));
			const kind = record?.shipment.id === id ? 'own' : 'external';
			const { pathIds } = world.switches;
			return pathIds === 'both' || pathIds === kind ? record : undefined;
		},
		query: (name) => [entry?.query[name] ?? []].flat().at(-1),
		body,
	};
}

/** Puts the check of the token in front of what a call does. */
export function guarded(world: World, delays: Delays, endpoint: ShippingEndpoint): Endpoint {
	const { method, path, handle } = endpoint;
	return {
		method,
		path,
		handle(request) {
			const call = callOf(request, world);
			const { processingMs } = world.switches;
			if (processingMs <= 0) return handle(call);
			return delays.wait(processingMs).then(() => handle(call));
		},
	};
}
