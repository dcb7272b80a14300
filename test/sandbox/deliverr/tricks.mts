import { problem } from '../shared/problem.mts';
import { isErrorType, type ErrorType } from './error-types.mts';
import type { ShiptoAddress } from './order-types.mts';

/** What `shiptoAddress.company` asks for: create is refused, or the order fails on its way. */
export interface Trick {
	does: 'refuse' | 'fail';
	type: ErrorType | undefined;
	/** How many creates are refused, or how many attempts fail. */
	times: number;
}

const TRICK = /^(?:fail ([A-Z_]+)|error)(?: x(\d+))?$/;

/** Reads "fail TYPE", "fail TYPE x2", "error" or "error x2". Any other company is just a company. */
export function readTrick({ company }: ShiptoAddress): Trick | undefined {
	const match = TRICK.exec(company ?? '');
	if (match === null) return undefined;
	const [, type, count] = match;
	const times = count === undefined ? Infinity : Number(count);
	if (type === undefined) return { does: 'fail', type: undefined, times };
	// A trick that silently did nothing would mislead.
	if (!isErrorType(type)) throw problem(400, `The sandbox does not know the error type "${type}".`);
	return { does: 'refuse', type, times };
}
