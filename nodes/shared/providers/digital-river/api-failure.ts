import { labelOf } from '../../checks/label-of';
import type { Failure } from '../../failure';
import { record, records, row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session, Verdict } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';
import { refusalFailure } from '../refusal';
import { entryByStatus } from '../status-errors';
import * as catalogue from './errors';
import { ORDER_FIELDS } from './order-fields';

/**
 * An answer that is no success, as a failure with the catalogue's words.
 * @param words better words for some statuses of this call
 */
export function apiFailure(
	session: Session,
	request: ApiRequest,
	answer: ApiAnswer,
	words: Readonly<Record<number, FailureWords>> = {},
): Failure {
	const { code, message, parameter, alsoFound } = readError(answer.body);
	return refusalFailure(session, request, answer, {
		entry: entryByStatus(answer, catalogue),
		words: words[answer.status],
		code,
		message,
		alsoFound,
		field:
			parameter && (labelOf(parameter, ORDER_FIELDS) ?? row(OTHER_LABELS, parameter) ?? parameter),
		requestId: text(answer.headers['x-dr-requestid']),
	});
}

/** 408 is the only status below 500, beside 429, that passes: the request was not read to its end. */
export function verdictOf({ status }: ApiAnswer): Verdict | undefined {
	return status === 408 ? 'transient' : undefined;
}

/** The panel's names of parameters that are no fields of an order. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
	ids: 'Order IDs',
	upstreamIds: 'External Order IDs',
	startingAfter: 'Starting After',
	endingBefore: 'Ending Before',
	limit: 'Limit',
	fulfillmentOrderId: 'Order',
	reason: 'Reason',
};

/** `{ type, errors: [{ code, parameter, message }] }`; the first error leads. */
function readError(body: unknown): {
	code: string | undefined;
	message: string | undefined;
	parameter: string | undefined;
	alsoFound: string[];
} {
	const { type, errors } = record(body) ?? {};
	const [first = {}, ...others] = records(errors);
	return {
		code: text(first.code) ?? text(type),
		message: text(first.message),
		parameter: text(first.parameter),
		alsoFound: others.flatMap((other) => text(other.message)?.replace(/\.+$/, '') ?? []),
	};
}
