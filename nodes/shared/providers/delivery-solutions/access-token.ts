import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { inputFailure, type Failure } from '../../failure';
import { number, record, text } from '../../read';
import { requestToken } from '../../transport/token-request';
import { bearerToken } from '../bearer-token';
import { readAddress } from '../credential-address';
import { TokenStore, type FetchedToken } from '../token-store';
import { noToken, tokenRefused } from './token-failure';

const tokens = new TokenStore();

/** Where and with what an access token is asked for. */
interface Client {
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
}

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
	const client = readClient(credentials);
	const fetchOne = async () => await fetchToken(helper, client);
	const stale = keptToken(credentials);
	return (await tokens.get(fingerprintOf(client), stale, fetchOne)).token;
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

/** All tokens that could show up in an answer. */
export function accessTokens(): string[] {
	return tokens.secrets();
}

async function fetchToken(
	helper: IHttpRequestHelper,
	{ tokenUrl, clientId, clientSecret }: Client,
): Promise<FetchedToken | Failure> {
	const result = await requestToken(helper, {
		url: tokenUrl,
		form: { grant_type: 'client_credentials' },
		basic: { username: clientId, password: clientSecret },
		secrets: [clientSecret],
	});
	if ('fault' in result) return noToken(result.fault, tokenUrl);
	const body = record(result.answer.body);
	const token = bearerToken(body?.access_token);
	if (result.answer.status !== 200 || !token) return tokenRefused(result.answer);
	// Every value of the answer is text, the seconds too.
	return { token, lifeMs: (number(body?.expires_in) ?? 0) * 1000 };
}

/** Tells one client from another, and says nothing of its secret. */
function fingerprintOf({ tokenUrl, clientId, clientSecret }: Client): string {
	const client = JSON.stringify([tokenUrl, clientId, clientSecret]);
	return createHash('sha256').update(client).digest('hex');
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
