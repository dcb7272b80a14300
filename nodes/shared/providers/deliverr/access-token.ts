import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { Failure } from '../../failure';
import { number, record, text } from '../../read';
import { requestToken } from '../../transport/token-request';
import { bearerToken } from '../bearer-token';
import { readAddress } from '../credential-address';
import { TokenStore, type FetchedToken } from '../token-store';
import { expired, notReached, notRenewed, noToken } from './token-failure';

const tokens = new TokenStore();

/** How long a renewed token is taken to last where the answer does not say; a 401 renews it anyway. */
const UNKNOWN_LIFE_S = 600;

/** What n8n keeps in the credential. */
export interface KeptTokens extends ICredentialDataDecryptedObject {
	currentToken: string;
	refreshToken: string;
}

/**
 * The token to use: at first the one of the credential, and after a 401 one that the refresh token
 * gives (Deliverr API, POST /oauth/v1/token), for all requests of this process together.
 *
 * @param credentials with the token that no longer works, or none yet
 * @throws Failure if there is none to be had
 */
export async function tokensToKeep(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<KeptTokens> {
	const given = trimmed(credentials.accessToken);
	const refreshToken = trimmed(credentials.refreshToken);
	const keep = (token: string, refresh: string): KeptTokens => ({
		currentToken: `${fingerprintOf(JSON.stringify([given, refresh]))} ${token}`,
		refreshToken: refresh,
	});
	const isFirst = trimmed(credentials.currentToken) === '';
	if (isFirst && given !== '') return keep(given, refreshToken);
	if (refreshToken === '') throw given === '' ? noToken() : expired();
	const url = `${addressOf(credentials)}/oauth/v1/token`;
	const keyOf = (refresh: string) => fingerprintOf(JSON.stringify([url, refresh]));
	const key = keyOf(refreshToken);
	const { token, refreshToken: newest = refreshToken } = await tokens.get(
		key,
		currentToken(credentials),
		async (latest = refreshToken) => await renew(helper, url, latest),
	);
	tokens.alias(key, keyOf(newest));
	return keep(token, newest);
}

/**
 * The token to send: the renewed one that n8n keeps, or the one that was entered. n8n keeps the
 * renewed one when somebody enters other tokens, and would go on with it.
 */
export function currentToken(credentials: ICredentialDataDecryptedObject): string {
	const given = trimmed(credentials.accessToken);
	const entered = JSON.stringify([given, trimmed(credentials.refreshToken)]);
	const [fingerprint, token] = trimmed(credentials.currentToken).split(' ');
	return token && fingerprint === fingerprintOf(entered) ? token : given;
}

function trimmed(value: unknown): string {
	return (text(value) ?? '').trim();
}

/** Tells one secret from another, and does not say it. */
function fingerprintOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** All tokens that could show up in an answer. */
export function renewedTokens(): string[] {
	return tokens.secrets();
}

export function addressOf({ baseUrl }: ICredentialDataDecryptedObject): string {
	return readAddress(baseUrl, 'Base URL', 'Deliverr', 'https://api.deliverr.com');
}

async function renew(
	helper: IHttpRequestHelper,
	url: string,
	refreshToken: string,
): Promise<FetchedToken | Failure> {
	const result = await requestToken(helper, {
		url,
		form: { grant_type: 'refresh_token', refresh_token: refreshToken },
		secrets: [refreshToken],
	});
	if ('fault' in result) return notReached(url, result.fault);
	const { status, body } = result.answer;
	const { access_token, refresh_token, expires_in } = record(body) ?? {};
	const token = bearerToken(access_token);
	if (status !== 200 || !token) return notRenewed(result.answer);
	const next = text(refresh_token);
	const seconds = number(expires_in) ?? UNKNOWN_LIFE_S;
	return {
		token,
		lifeMs: seconds * 1000,
		...(next ? { refreshToken: next } : {}),
	};
}
