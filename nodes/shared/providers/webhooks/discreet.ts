import type { Session } from '../../transport/api-request';

/**
 * Runs as long as the secrets that are registered, in hexadecimal or in Base64. The letters of such a
 * secret never make a slash or a plus in Base64, and addresses have shorter runs between theirs.
 */
const LONG_RUN = /[A-Za-z0-9]{64,}={0,2}/g;

/**
 * A session that keeps the secrets of webhooks out of messages, as an API may repeat what it holds.
 * Those of earlier activations are kept nowhere, so that only their form is known.
 */
export function discreet(session: Session): Session {
	return { ...session, redact: (value) => session.redact(value).replace(LONG_RUN, '***') };
}
