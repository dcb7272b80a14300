import type { FastifyRequest } from 'fastify';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import { trafficOf } from '../shared/traffic.mts';
import { GatewayProblem } from './refusal.mts';
import type { Account, World } from './world.mts';

/** The codes of the token endpoint's errors are not documented; its numbers are. */
const REFUSED = {
	badRequest: (message: string) => new GatewayProblem(400, '10400', message),
	unknownClient: () => new GatewayProblem(401, '10401', 'The client credentials are not valid.'),
	blocked: () => new GatewayProblem(403, '10403', 'The merchant is blocked.'),
	quota: () => new GatewayProblem(429, '10429', 'The quota of token requests is exhausted.'),
};

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** HTTP Basic, `client_secret_basic`. */
function clientOf(world: World, header: string | undefined): Account {
	const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(header ?? '')?.[1];
	const decoded = Buffer.from(encoded ?? '', 'base64').toString('utf8');
	const colon = decoded.indexOf(':');
	const account = world.clientNamed(decoded.slice(0, Math.max(0, colon)));
	if (account === undefined || account.clientSecret !== decoded.slice(colon + 1)) {
		throw REFUSED.unknownClient();
	}
	return account;
}

function checkForm(request: FastifyRequest): void {
	if (!FORM.test(request.headers['content-type'] ?? '')) {
		throw REFUSED.badRequest('The Content-Type must be application/x-www-form-urlencoded.');
	}
	if (trafficOf(request).body.raw !== 'grant_type=client_credentials') {
		throw REFUSED.badRequest('The body must be grant_type=client_credentials.');
	}
}

function issue(world: World, request: FastifyRequest): Answer {
	world.tokenRequests += 1;
	if (world.switches.tokenRateLimited) throw REFUSED.quota();
	checkForm(request);
	const account = clientOf(world, request.headers.authorization);
	if (account.blocked) throw REFUSED.blocked();
	return {
		status: 200,
		// Every value is a text, also the numbers.
		body: {
			token_type: 'Bearer',
			issued_at: String(world.clock.now()),
			client_id: account.clientId,
			access_token: world.issueToken(account),
			scope: '',
			expires_in: String(Math.max(0, Math.floor(world.switches.tokenSeconds) - 1)),
			refresh_count: '0',
			status: 'approved',
		},
	};
}

/** The endpoint that gives out tokens. */
export function tokenEndpoint(world: World): Endpoint {
	return { method: 'POST', path: '', handle: (request) => issue(world, request) };
}
