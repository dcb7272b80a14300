import type { FastifyRequest } from 'fastify';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import { trafficOf } from '../shared/traffic.mts';
import type { World } from './world.mts';

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** The fields of each grant, and whether they must be there. */
const GRANTS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
	refresh_token: { grant_type: true, refresh_token: true },
	authorization_code: { grant_type: true, code: true, redirect_uri: false },
};

/** How the token endpoint refuses is not documented; 400 is what OAuth 2.0 says. */
function refused(message: string) {
	return problem(400, message);
}

/** The fields of the form, each there once and all of them known. */
function fieldsOf(request: FastifyRequest): URLSearchParams {
	if (!FORM.test(request.headers['content-type'] ?? '')) {
		throw problem(415, 'The Content-Type must be application/x-www-form-urlencoded.');
	}
	const form = new URLSearchParams(trafficOf(request).body.raw);
	const grant = GRANTS[form.get('grant_type') ?? ''];
	if (grant === undefined) {
		throw refused('grant_type must be refresh_token or authorization_code.');
	}
	const unknown = [...form.keys()].find((name) => !Object.hasOwn(grant, name));
	if (unknown !== undefined) throw refused(`${unknown} is not a known field of this grant.`);
	for (const [name, isRequired] of Object.entries(grant)) {
		const values = form.getAll(name);
		if (values.length > 1) throw refused(`${name} is given twice.`);
		if (isRequired && !values[0]) throw refused(`${name} is required.`);
	}
	return form;
}

function renew(world: World, request: FastifyRequest): Answer {
	world.tokenRequests += 1;
	const form = fieldsOf(request);
	// Nobody can be asked for consent here, so no code was ever given out.
	if (form.has('code')) throw refused('The code is invalid, used or expired.');
	const old = form.get('refresh_token') ?? '';
	const account = world.accountOfRefresh(old);
	if (account === undefined) throw refused('The refresh token is invalid.');
	const { tokenSeconds, rotatesRefreshTokens } = world.switches;
	if (rotatesRefreshTokens) world.endRefresh(old);
	const access = world.issueAccess(account, world.clock.now() + tokenSeconds * 1000);
	return {
		status: 200,
		body: {
			access_token: access,
			...(rotatesRefreshTokens ? { refresh_token: world.issueRefresh(account) } : {}),
			expires_in: tokenSeconds,
			token_type: 'Bearer',
		},
	};
}

/** The endpoint that renews tokens. */
export function tokenEndpoint(world: World): Endpoint {
	return { method: 'POST', path: '/oauth/v1/token', handle: (request) => renew(world, request) };
}
