import type { IHttpRequestHelper } from 'n8n-workflow';
import { record } from '../read';
import type { ApiAnswer } from './api-request';
import { readConnectionFault, type ConnectionFault } from './connection-fault';
import { readAnswer } from './read-answer';

/** Where and with what an access token is asked for. */
export interface Client {
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
}

const TIMEOUT_MS = 30_000;

/**
 * Asks once for an access token with the client credentials grant (RFC 6749, 4.4), the client's id
 * and secret in the header (client_secret_basic).
 */
export async function requestToken(
	{ helpers }: IHttpRequestHelper,
	{ tokenUrl, clientId, clientSecret }: Client,
): Promise<{ answer: ApiAnswer } | { fault: ConnectionFault }> {
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'POST',
			url: tokenUrl,
			auth: { username: clientId, password: clientSecret },
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: 'grant_type=client_credentials',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Following would carry the secret elsewhere.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		const redact = (value: string) => value.replaceAll(clientSecret, '***');
		return { answer: readAnswer(record(response) ?? {}, redact) };
	} catch (error) {
		return { fault: readConnectionFault(error) };
	}
}
