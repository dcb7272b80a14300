import { record, row, text } from '../read';

/**
 * - `unreachable`: the request provably never arrived
 * - `misconfigured`: it never arrived, and trying again cannot help
 * - `lost`: it may have arrived; its answer did not
 */
export type ConnectionFaultKind = 'unreachable' | 'misconfigured' | 'lost';

export interface ConnectionFault {
	kind: ConnectionFaultKind;
	/** Node's or axios' code, e.g. ECONNRESET. */
	code: string;
	reason: string;
}

/** Codes of Node's sockets, DNS and TLS that say what happened to a request. All others count as lost. */
const FAULTS: Readonly<Record<string, { kind: ConnectionFaultKind; reason: string }>> = {
	ECONNREFUSED: { kind: 'unreachable', reason: 'nothing answers at that address' },
	ENOTFOUND: { kind: 'unreachable', reason: 'its host name was not found' },
	EAI_AGAIN: { kind: 'unreachable', reason: 'its host name could not be looked up' },
	ENETUNREACH: { kind: 'unreachable', reason: 'the network cannot be reached' },
	EHOSTUNREACH: { kind: 'unreachable', reason: 'the host cannot be reached' },
	EHOSTDOWN: { kind: 'unreachable', reason: 'the host is down' },
	ERR_INVALID_URL: { kind: 'misconfigured', reason: 'its address is not a valid URL' },
	CERT_HAS_EXPIRED: { kind: 'misconfigured', reason: 'its certificate has expired' },
	DEPTH_ZERO_SELF_SIGNED_CERT: { kind: 'misconfigured', reason: 'its certificate is self-signed' },
	SELF_SIGNED_CERT_IN_CHAIN: { kind: 'misconfigured', reason: 'its certificate is self-signed' },
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
		kind: 'misconfigured',
		reason: 'its certificate cannot be verified',
	},
	ERR_TLS_CERT_ALTNAME_INVALID: {
		kind: 'misconfigured',
		reason: 'its certificate is for another host',
	},
	ECONNABORTED: { kind: 'lost', reason: 'no answer came in time' },
	ETIMEDOUT: { kind: 'lost', reason: 'no answer came in time' },
	ECONNRESET: { kind: 'lost', reason: 'the connection was cut' },
	EPIPE: { kind: 'lost', reason: 'the connection was cut' },
};

/**
 * Reads what n8n's request helper threw. The code stands on the error or on one of its causes;
 * nothing else of the error is kept, because it also carries the request with its credentials.
 */
export function readConnectionFault(error: unknown): ConnectionFault {
	const code = findCode(error, 0) ?? 'UNKNOWN';
	return { code, ...(row(FAULTS, code) ?? { kind: 'lost', reason: 'the connection broke' }) };
}

function findCode(error: unknown, depth: number): string | undefined {
	const facts = record(error);
	if (!facts || depth > 4) return undefined;
	const code = text(facts.code);
	return row(FAULTS, code) ? code : (findCode(facts.cause, depth + 1) ?? code);
}
