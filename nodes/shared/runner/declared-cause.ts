import type { ActionableCause, Failure as DeclaredFailure } from 'n8n-workflow';
import type { FailureFacts } from '../failure';

/** Answers that somebody has to do something about. */
const ACTIONABLE: Readonly<Record<string, ActionableCause>> = {
	400: 'configuration-invalid',
	401: 'credential-invalid',
	403: 'credential-invalid',
	404: 'configuration-invalid',
	405: 'configuration-invalid',
	415: 'configuration-invalid',
	422: 'configuration-invalid',
	423: 'configuration-invalid',
};

/**
 * Why a poll failed, in n8n's words. From them n8n decides when to poll again: after the time that the
 * API asked for, after a growing wait, or much later, as somebody has to mend it first. An n8n that
 * does not know them yet polls as usual.
 */
export function declaredCause(facts: FailureFacts): DeclaredFailure | undefined {
	const { kind, httpCode = '', retryAfterMs, transient } = facts;
	if (kind === 'stopped') return undefined;
	if (kind === 'input') return { cause: 'configuration-invalid' };
	const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
	if (httpCode === '429') return { cause: 'rate-limited', ...wait };
	if (transient) return { cause: 'temporarily-unavailable', ...wait };
	const cause = ACTIONABLE[httpCode];
	return cause ? { cause } : undefined;
}
