import { Failure } from '../../failure';
import { text } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import type { ConnectionFault } from '../../transport/connection-fault';
import { readRetryAfter } from '../../transport/retry-after';
import type { ErrorEntry } from '../error-entry';
import { readProblem } from './problem';

const CHECK_URL = "Check the credential's 'Token URL'.";

/** Refusals of the token endpoint by status (LynkUp OAuth: 400, 401, 403, 429 are documented). */
const TOKEN_ERRORS: Readonly<Record<number, ErrorEntry>> = {
	200: {
		transient: true,
		what: "Something other than Delivery Solutions answered at 'Token URL'",
		fix: `${CHECK_URL} A proxy may stand in between.`,
	},
	400: {
		transient: false,
		what: 'Delivery Solutions refused to give an access token',
		fix: CHECK_URL,
	},
	401: {
		transient: false,
		what: 'Delivery Solutions does not accept the client ID and client secret',
		fix: "Check 'Client ID' and 'Client Secret' in the credential, and that they belong to the environment of 'Token URL'.",
	},
	403: {
		transient: false,
		what: 'Delivery Solutions has blocked this client',
		fix: 'Ask Delivery Solutions (UPS LynkUp) to unblock it.',
	},
	429: {
		transient: true,
		what: 'Delivery Solutions gives out no more access tokens at the moment',
		fix: 'Try again later.',
	},
};

const SERVER_FAILED: ErrorEntry = {
	transient: true,
	what: 'Delivery Solutions failed to give an access token',
	fix: 'Try again later.',
};

const NOT_A_TOKEN_URL: ErrorEntry = {
	transient: false,
	what: "There is no token service at 'Token URL'",
	fix: CHECK_URL,
};

/** The failure for an answer of the token endpoint that holds no token. */
export function tokenRefused(answer: ApiAnswer): Failure {
	const { status, headers } = answer;
	const entry = TOKEN_ERRORS[status] ?? (status >= 500 ? SERVER_FAILED : NOT_A_TOKEN_URL);
	const { type, message } = readProblem(answer);
	const retryAfterMs = readRetryAfter(headers);
	const requestId = text(headers.transid) ?? text(headers.bkndtransid);
	return new Failure({
		kind: 'api',
		what: `${entry.what} (HTTP ${status})`,
		fix: entry.fix,
		httpCode: String(status),
		transient: entry.transient,
		...(type ? { code: type } : {}),
		...(message ? { apiMessage: message } : {}),
		...(requestId ? { requestId } : {}),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	});
}

/** The failure for a token endpoint that did not answer. */
export function noToken({ kind, code, reason }: ConnectionFault, tokenUrl: string): Failure {
	return new Failure({
		kind: 'connection',
		what: `No access token could be fetched from ${tokenUrl}: ${reason}`,
		fix: `${CHECK_URL} This n8n must be able to reach it.`,
		code,
		transient: kind !== 'misconfigured',
	});
}
