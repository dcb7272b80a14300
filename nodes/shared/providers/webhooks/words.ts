import type { Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';

/** Better words for some refusals, where webhooks are what a call is about. */
export function wordsOf({ service }: Session): Readonly<Record<number, FailureWords>> {
	return {
		403: {
			what: `The credential may not manage webhooks at ${service}`,
			fix: `Give it the right to read and write webhooks in the ${service} portal, then activate the workflow again.`,
		},
		429: {
			what: `${service} keeps asking to slow down`,
			fix: 'Wait for some minutes, then activate the workflow again.',
		},
	};
}
