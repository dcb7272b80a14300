import { Failure } from '../failure';
import type { ApiRequest, Session } from './api-request';
import type { ConnectionFault } from './connection-fault';

/**
 * The failure of a request for which no token could be had. That is the person's answer; an earlier
 * sending of the request may have been done all the same.
 */
export function neverSent(
	session: Session,
	request: ApiRequest,
	failure: Failure,
	inDoubt: boolean,
): Failure {
	if (!inDoubt || request.repeat === 'always') return failure;
	const fix = `${failure.facts.fix} ${ifUnknown(session, request)}`;
	return new Failure({ ...failure.facts, fix });
}

/** The failure of a request that got no answer. */
export function noAnswer(
	session: Session,
	request: ApiRequest,
	fault: ConnectionFault,
	inDoubt: boolean,
): Failure {
	const { service, baseUrl } = session;
	const mayBeDone = inDoubt && request.repeat !== 'always';
	return new Failure({
		kind: 'connection',
		what:
			fault.kind === 'lost'
				? `${service} did not answer: ${fault.reason}`
				: `${service} could not be reached at ${baseUrl}: ${fault.reason}`,
		fix: mayBeDone ? ifUnknown(session, request) : FIXES[fault.kind],
		code: fault.code,
		transient: fault.kind !== 'misconfigured',
	});
}

/**
 * The failure of a request that was not sent, as the API has asked for a longer wait than its sender
 * has patience for. Another request of this process was told so.
 */
export function askedToWait(restMs: number): Failure {
	const retryAt = new Date(Date.now() + restMs).toISOString();
	return new Failure({
		kind: 'api',
		what: `The API allows no more requests with this credential until ${retryAt}`,
		fix: 'Nothing was sent. Try again then.',
		httpCode: '429',
		transient: true,
		retryAfterMs: restMs,
		retryAt,
	});
}

/** What to do about a write of which nobody knows whether it was done. */
export function ifUnknown({ service }: Session, request: ApiRequest): string {
	return `${service} may or may not have done this. ${request.ifUnknown ?? 'Look there before you try again.'}`;
}

const FIXES: Readonly<Record<ConnectionFault['kind'], string>> = {
	lost: 'Nothing was changed. Try again later.',
	unreachable:
		"Nothing was sent. Check the credential's 'Base URL' and that this n8n can reach it, then try again.",
	misconfigured: "Nothing was sent. Check the credential's 'Base URL'.",
};
