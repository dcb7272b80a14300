import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { Failure } from '../../failure';
import { number, record, text } from '../../read';
import { requestToken } from '../../transport/token-request';
import { readAddress } from '../credential-address';
import { TokenStore, type FetchedToken } from '../token-store';

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
		currentToken: `${fingerprintOf(given)} ${token}`,
		refreshToken: refresh,
	});
	const isFirst = trimmed(credentials.currentToken) === '';
	if (isFirst && given !== '') return keep(given, refreshToken);
	if (refreshToken === '') throw expired();
	const url = `${addressOf(credentials)}/oauth/v1/token`;
	const key = fingerprintOf(JSON.stringify([url, refreshToken]));
	const stale = currentToken(credentials);
	const fetched = await tokens.get(key, stale, () => renew(helper, url, refreshToken));
	return keep(fetched.token, fetched.refreshToken ?? refreshToken);
}

/**
 * The token to send: the renewed one that n8n keeps, or the one that was entered. n8n keeps the
 * renewed one when somebody enters another, and would go on with it.
 */
export function currentToken(credentials: ICredentialDataDecryptedObject): string {
	const given = trimmed(credentials.accessToken);
	const [fingerprint, token] = trimmed(credentials.currentToken).split(' ');
	return token && fingerprint === fingerprintOf(given) ? token : given;
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
	if ('fault' in result) {
		return new Failure({
			kind: 'connection',
			what: `The access token could not be renewed at ${url}: ${result.fault.reason}`,
			fix: "Check the credential's 'Base URL'. This n8n must be able to reach it.",
			code: result.fault.code,
			transient: result.fault.kind !== 'misconfigured',
		});
	}
	const { status, body } = result.answer;
	const { access_token, refresh_token, expires_in } = record(body) ?? {};
	const token = text(access_token);
	if (status !== 200 || !token) return notRenewed(status);
	const next = text(refresh_token);
	const seconds = number(expires_in) ?? UNKNOWN_LIFE_S;
	return {
		token,
		lifeMs: seconds * 1000,
		...(next ? { refreshToken: next } : {}),
	};
}

function notRenewed(status: number): Failure {
	const isTransient = status >= 500 || status === 429 || status === 200;
	return new Failure({
		kind: 'api',
		what: `Deliverr did not renew the access token (HTTP ${status})`,
		fix: isTransient
			? 'Run the item again later.'
			: "The 'Refresh Token' is no longer accepted. Authorize the application again, and put both new tokens into the credential.",
		httpCode: String(status),
		transient: isTransient,
	});
}

function expired(): Failure {
	return new Failure({
		kind: 'api',
		what: 'Deliverr does not accept the access token (HTTP 401)',
		fix: "It is mistyped or expired. Put a new one into the credential, and a 'Refresh Token' with it, which renews it from then on.",
		httpCode: '401',
		transient: false,
	});
}
