import { Problem } from '../shared/problem.mts';
import { rowOf, type ErrorOf, type Operation } from './error-tables.mts';

/** One of the errors inside the envelope. */
export interface InnerError {
	type: string;
	message: string;
	parameter: string | null;
	entityId: string | null;
	entity: string | null;
}

/** An error of the business side: `{type, message, errors}`. */
export class EnvelopeProblem extends Problem {
	constructor(
		status: number,
		readonly type: string,
		readonly text: string,
		readonly inner: readonly InnerError[],
	) {
		super(status, type, text);
	}
}

/** An error of the gateway in front of it: `{response: {errors: [{code, message}]}}`. */
export class GatewayProblem extends Problem {
	constructor(
		status: number,
		readonly code: string,
		readonly text: string,
	) {
		super(status, code, text);
	}
}

/** What every call answers without a token that counts. */
export function invalidToken(): GatewayProblem {
	return new GatewayProblem(401, 'UJ0001', 'Invalid token or token is not present.');
}

/** What can be told of an error beyond its type. */
export interface Particulars {
	message?: string;
	/** For the place of the id in the sentence. */
	id?: string;
	inner?: readonly Partial<InnerError>[];
}

function innerError(type: string, message: string, given: Partial<InnerError>): InnerError {
	return { type, message, parameter: null, entityId: null, entity: null, ...given };
}

/** The usual single inner error; that of a 500 has a type of its own. */
function usualInner(type: string): Partial<InnerError>[] {
	return type === 'INTERNAL_SERVER_ERROR' ? [{ type: 'SERVER_ERROR' }] : [{}];
}

/** An error of a type that the operation documents, with the number of the operation's table. */
export function refusalOfType(
	operation: Operation,
	type: string,
	{ message, id = '', inner = usualInner(type) }: Particulars = {},
): Problem {
	const row = rowOf(operation, type);
	if (row === undefined) throw new Error(`${operation} documents no ${type}.`);
	if (type === 'UNAUTHORIZED') return invalidToken();
	const [status, description] = row;
	const text = message ?? description.replace('{id}', () => id);
	const errors = inner.map((given) => innerError(type, text, given));
	return new EnvelopeProblem(status, type, text, errors);
}

/** The same, for a type that is known when this is written. */
export function refusal<O extends Operation>(
	operation: O,
	type: ErrorOf<O>,
	particulars: Particulars = {},
): Problem {
	return refusalOfType(operation, type, particulars);
}
