import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { inputFailure, type Failure } from '../../failure';
import { number, record, text } from '../../read';
import { requestToken } from '../../transport/token-request';
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
	const { tokenUrl, clientId, clientSecret } = client;
	const key = createHash('sha256')
		.update(JSON.stringify([tokenUrl, clientId, clientSecret]))
		.digest('hex');
	const fetchOne = async () => await fetchToken(helper, client);
	return (await tokens.get(key, credentials.accessToken, fetchOne)).token;
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
	const token = text(body?.access_token);
	if (result.answer.status !== 200 || !token) return tokenRefused(result.answer);
	// Every value of the answer is text, the seconds too.
	return { token, lifeMs: (number(body?.expires_in) ?? 0) * 1000 };
}

function readClient(credentials: ICredentialDataDecryptedObject): Client {
	const required = (name: string, label: string): string => {
		const value = (text(credentials[name]) ?? '').trim();
		if (value !== '') return value;
		throw inputFailure(
			`The credential's '${label}' is empty`,
			'Open the Delivery Solutions credential and fill it in.',
			label,
		);
	};
	return {
		tokenUrl: readAddress(
			credentials.tokenUrl,
			'Token URL',
			'Delivery Solutions',
			'https://api.lynkup.com/ent-services/security/v1/oauth/token',
		),
		clientId: required('clientId', 'Client ID'),
		clientSecret: required('clientSecret', 'Client Secret'),
	};
}
