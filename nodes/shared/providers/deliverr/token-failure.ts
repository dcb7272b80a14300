import { Failure, inputFailure } from '../../failure';
import type { ApiAnswer } from '../../transport/api-request';
import type { ConnectionFault } from '../../transport/connection-fault';
import { readRetryAfter } from '../../transport/retry-after';

/** How the token endpoint refuses is not documented; the statuses are those of OAuth 2.0. */
const REFUSED: ReadonlySet<number> = new Set([400, 401, 403]);

/** The failure for an answer of the token endpoint that holds no token. */
export function notRenewed({ status, headers }: ApiAnswer): Failure {
	const retryAfterMs = readRetryAfter(headers);
	return new Failure({
		kind: 'api',
		what: `Deliverr did not renew the access token (HTTP ${status})`,
		fix: fixFor(status),
		httpCode: String(status),
		transient: isPassing(status),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

function isPassing(status: number): boolean {
	return status >= 500 || status === 429 || status === 200;
}

function fixFor(status: number): string {
	if (REFUSED.has(status)) {
		return "The 'Refresh Token' is no longer accepted. Authorize the application again, and put both new tokens into the credential.";
	}
	return isPassing(status) && status !== 200
		? 'Try again later.'
		: "Check the credential's 'Base URL': something other than Deliverr's token service answers there.";
}

/** The failure for a token that was refused and that nothing renews. */
export function expired(): Failure {
	return new Failure({
		kind: 'api',
		what: 'Deliverr does not accept the access token (HTTP 401)',
		fix: "It is mistyped or expired. Put a new one into the credential, and a 'Refresh Token' with it, which renews it from then on.",
		httpCode: '401',
		transient: false,
	});
}

/** The failure for a credential with neither token. */
export function noToken(): Failure {
	return inputFailure(
		"The credential's 'Access Token' is empty",
		"Open the Deliverr credential and put in an access token, or a 'Refresh Token' that gives one.",
		'Access Token',
	);
}

/** The failure for a token endpoint that did not answer. */
export function notReached(url: string, { kind, code, reason }: ConnectionFault): Failure {
	return new Failure({
		kind: 'connection',
		what: `The access token could not be renewed at ${url}: ${reason}`,
		fix: "Check the credential's 'Base URL'. This n8n must be able to reach it.",
		code,
		transient: kind !== 'misconfigured',
	});
}
