import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { Failure, inputFailure } from '../../failure';
import { number, record, text } from '../../read';
import { requestToken, type Client } from '../../transport/client-credentials';
import { readAddress } from '../credential-address';
import { noToken, tokenRefused } from './token-failure';

/** What is known of the tokens of one client. */
interface Tokens {
	current?: { token: string; expiresAt: number };
	/** The token before, which may still be on its way through an error. */
	previous?: string;
	/** A request for a token that everybody waits for. */
	underWay?: Promise<string>;
	/** A refusal that holds for a while, so that a thousand items do not ask a thousand times. */
	refused?: { failure: Failure; until: number };
}

const clients = new Map<string, Tokens>();

/** A token is taken for expired so long before it is, as it has to reach the API. */
const MARGIN_MS = 10_000;

/** How long a refused client is not asked for again. */
const REFUSAL_HOLDS_MS = 3_000;

/**
 * A token for the API (LynkUp OAuth: client credentials, no refresh token). It is fetched once for
 * all requests of this process: n8n asks for it with every request that lacks one or got a 401.
 *
 * @param credentials with the token that no longer works, or an empty one
 * @throws Failure if there is none to be had
 */
export async function accessToken(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	return await currentToken(helper, readClient(credentials), keptToken(credentials));
}

/** As `accessToken`, in the form that n8n keeps. */
export async function tokenToKeep(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const token = await accessToken(helper, credentials);
	return `${fingerprintOf(clientIn(credentials))} ${token}`;
}

/**
 * The token that n8n keeps, if it is one of this very client: n8n keeps it when somebody changes the
 * client, and would go on with it, in a test of the credential too.
 */
export function keptToken(credentials: ICredentialDataDecryptedObject): string {
	const [fingerprint, token] = (text(credentials.accessToken) ?? '').split(' ');
	return token && fingerprint === fingerprintOf(clientIn(credentials)) ? token : '';
}

async function currentToken(
	helper: IHttpRequestHelper,
	client: Client,
	stale: string,
): Promise<string> {
	const tokens = tokensOf(client);
	const { current, refused, underWay } = tokens;
	if (underWay) return await underWay;
	const isFresh = current !== undefined && Date.now() < current.expiresAt;
	if (isFresh && current.token !== stale) return current.token;
	if (refused && Date.now() < refused.until) throw refused.failure;
	tokens.underWay = renew(helper, client, tokens);
	try {
		return await tokens.underWay;
	} finally {
		delete tokens.underWay;
	}
}

/** All tokens that could show up in an answer. */
export function accessTokens(): string[] {
	return [...clients.values()].flatMap(({ current, previous }) => [
		...(current ? [current.token] : []),
		...(previous ? [previous] : []),
	]);
}

async function renew(helper: IHttpRequestHelper, client: Client, tokens: Tokens): Promise<string> {
	const fetched = await fetchToken(helper, client);
	if (fetched instanceof Failure) {
		const isFinal = fetched.facts.transient === false;
		if (isFinal) tokens.refused = { failure: fetched, until: Date.now() + REFUSAL_HOLDS_MS };
		throw fetched;
	}
	if (tokens.current) tokens.previous = tokens.current.token;
	tokens.current = fetched;
	delete tokens.refused;
	return fetched.token;
}

async function fetchToken(
	helper: IHttpRequestHelper,
	client: Client,
): Promise<{ token: string; expiresAt: number } | Failure> {
	const result = await requestToken(helper, client);
	if ('fault' in result) return noToken(result.fault, client.tokenUrl);
	const body = record(result.answer.body);
	const token = text(body?.access_token);
	if (result.answer.status !== 200 || !token) return tokenRefused(result.answer);
	// Every value of the answer is text, the seconds too.
	const seconds = number(body?.expires_in) ?? 0;
	return { token, expiresAt: Date.now() + seconds * 1000 - MARGIN_MS };
}

/** Tells one client from another, and says nothing of its secret. */
function fingerprintOf({ tokenUrl, clientId, clientSecret }: Client): string {
	const client = JSON.stringify([tokenUrl, clientId, clientSecret]);
	return createHash('sha256').update(client).digest('hex');
}

function tokensOf(client: Client): Tokens {
	const key = fingerprintOf(client);
	const known = clients.get(key) ?? {};
	clients.set(key, known);
	return known;
}

function clientIn(credentials: ICredentialDataDecryptedObject): Client {
	const trimmed = (name: string): string => (text(credentials[name]) ?? '').trim();
	return {
		tokenUrl: trimmed('tokenUrl').replace(/\/+$/, ''),
		clientId: trimmed('clientId'),
		clientSecret: trimmed('clientSecret'),
	};
}

/** @throws Failure of kind `input` for a field that is empty or no address */
function readClient(credentials: ICredentialDataDecryptedObject): Client {
	const client = clientIn(credentials);
	readAddress(credentials.baseUrl, 'Base URL', SERVICE, 'https://api.lynkup.com/shipping/v1');
	readAddress(
		client.tokenUrl,
		'Token URL',
		SERVICE,
		'https://api.lynkup.com/ent-services/security/v1/oauth/token',
	);
	if (client.clientId === '') throw empty('Client ID');
	if (client.clientSecret === '') throw empty('Client Secret');
	return client;
}

const SERVICE = 'Delivery Solutions';

function empty(label: string): Failure {
	return inputFailure(
		`The credential's '${label}' is empty`,
		`Open the ${SERVICE} credential and fill it in.`,
		label,
	);
}
