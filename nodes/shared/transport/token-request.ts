import type { IHttpRequestHelper } from 'n8n-workflow';
import { record } from '../read';
import type { ApiAnswer } from './api-request';
import { readConnectionFault, type ConnectionFault } from './connection-fault';
import { readAnswer } from './read-answer';

/** A request to a token endpoint (RFC 6749). */
export interface TokenRequest {
	url: string;
	form: Readonly<Record<string, string>>;
	/** The client's id and secret, where they go into the header (client_secret_basic). */
	basic?: { username: string; password: string };
	/** What must not stand in an answer that is kept. */
	secrets: readonly string[];
}

const TIMEOUT_MS = 30_000;

/** Asks a token endpoint once. */
export async function requestToken(
	{ helpers }: IHttpRequestHelper,
	{ url, form, basic, secrets }: TokenRequest,
): Promise<{ answer: ApiAnswer } | { fault: ConnectionFault }> {
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'POST',
			url,
			...(basic ? { auth: basic } : {}),
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: new URLSearchParams({ ...form }).toString(),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Following would carry the secret elsewhere.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		const redact = (value: string) =>
			secrets.reduce((text, secret) => text.replaceAll(secret, '***'), value);
		return { answer: readAnswer(record(response) ?? {}, redact) };
	} catch (error) {
		return { fault: readConnectionFault(error) };
	}
}
