import { Failure } from '../../failure';
import { id, record, row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { refusalFailure } from '../refusal';
import { entryByStatus } from '../status-errors';
import * as catalogue from './http-errors';
import { ORDER_ERRORS } from './order-errors';

/**
 * An answer that is no success, as a failure with the catalogue's words. The error's own type decides
 * before the status does. Where it says how long to wait, the failure says until when.
 *
 * @param words better words for some statuses of this call
 */
export function apiFailure(
	session: Session,
	request: ApiRequest,
	answer: ApiAnswer,
	words: Readonly<Record<number, FailureWords>> = {},
): Failure {
	const { type, message } = readError(answer.body);
	const known = row(ORDER_ERRORS, type);
	const failure = refusalFailure(session, request, answer, {
		entry: known ?? entryByStatus(answer, catalogue),
		words: known ? undefined : words[answer.status],
		code: type,
		message,
		field: known?.field,
	});
	if (known?.waitMs === undefined) return failure;
	const retryAt = new Date(Date.now() + known.waitMs).toISOString();
	return new Failure({ ...failure.facts, fix: `${known.fix} That is ${retryAt}.`, retryAt });
}

/** The type of an error answer (Deliverr API: `{ code, message, type }`), or else its code. */
export function errorType(answer: ApiAnswer): string | undefined {
	return readError(answer.body).type;
}

function readError(body: unknown): { type?: string | undefined; message?: string | undefined } {
	const { type, code, message } = record(body) ?? {};
	return { type: text(type) ?? id(code), message: text(message) };
}
