import { labelOf } from '../../checks/label-of';
import type { Failure } from '../../failure';
import { row, text } from '../../read';
import type { ApiAnswer, ApiRequest, Session, Verdict } from '../../transport/api-request';
import { isUnreadable } from '../../transport/retry-rules';
import type { FailureWords, HttpErrorEntry } from '../error-entry';
import { refusalFailure } from '../refusal';
import { TYPE_ERRORS } from './error-catalogue';
import { parametersIn, readProblem } from './problem';
import { SHIPMENT_FIELDS } from './shipment-fields';
import {
	OTHER_ERROR,
	SERVER_ERROR,
	STATUS_ERRORS,
	STATUS_TYPES,
	UNREADABLE,
} from './status-errors';

/**
 * An answer that is no success, as a failure with the catalogue's words.
 *
 * @param words better words for some types of this call, e.g. which shipment was not found
 */
export function apiFailure(
	session: Session,
	request: ApiRequest,
	answer: ApiAnswer,
	words: Readonly<Record<string, FailureWords>> = {},
): Failure {
	const { type, message } = readProblem(answer);
	const parameters = parametersIn(answer);
	// The API's own words often leave out which field they are about.
	const unnamed = parameters.filter((parameter) => !message?.includes(lastOf(parameter)));
	const entry = entryFor(answer, type);
	return refusalFailure(session, request, answer, {
		entry: entry.quotesApi && unnamed.length > 0 ? naming(entry, unnamed.map(fieldNamed)) : entry,
		words: row(words, refusalType(answer)),
		code: type,
		message,
		field: parameters.map(fieldNamed)[0],
		requestId: text(answer.headers.transid) ?? text(answer.headers.bkndtransid),
	});
}

/** The type of the catalogue that an answer is, by what it says or by its status. */
export function refusalType(answer: ApiAnswer): string | undefined {
	const { type } = readProblem(answer);
	return row(TYPE_ERRORS, type) ? type : STATUS_TYPES[answer.status];
}

/**
 * What the API's own type makes of a refusal whose status says something else: a 422 that passes, or
 * a 500 that stays.
 */
export function verdictOf(answer: ApiAnswer): Verdict | undefined {
	if (answer.status < 400 || answer.status === 429) return undefined;
	const entry = row(TYPE_ERRORS, readProblem(answer).type);
	if (!entry || entry.transient === answer.status >= 500) return undefined;
	return entry.transient ? 'transient' : 'final';
}

function entryFor(answer: ApiAnswer, type: string | undefined): HttpErrorEntry {
	const byType = row(TYPE_ERRORS, type);
	if (byType) return byType;
	if (isUnreadable(answer)) return UNREADABLE;
	const byStatus = row(TYPE_ERRORS, STATUS_TYPES[answer.status]) ?? STATUS_ERRORS[answer.status];
	return byStatus ?? (answer.status >= 500 ? SERVER_ERROR : OTHER_ERROR);
}

/** `email` of `deliveryContact.email`. */
function lastOf(parameter: string): string {
	return parameter.split('.').at(-1) ?? parameter;
}

function naming(entry: HttpErrorEntry, fields: readonly string[]): HttpErrorEntry {
	return { ...entry, what: `${entry.what} in ${fields.map((field) => `'${field}'`).join(', ')}` };
}

/** A field as the panel shows it. Examples name those of the recipient without their path. */
function fieldNamed(parameter: string): string {
	const contact = SHIPMENT_FIELDS.find(({ key }) => key === 'deliveryContact');
	const inContact = contact && 'fields' in contact ? labelOf(parameter, contact.fields) : undefined;
	return labelOf(parameter, SHIPMENT_FIELDS) ?? inContact ?? parameter;
}
