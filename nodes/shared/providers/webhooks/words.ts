import type { Session } from '../../transport/api-request';
import type { FailureWords } from '../error-entry';

/** The words for a credential that may do other things, but not manage webhooks. */
export function notAllowed({ service }: Session): FailureWords {
	return {
		what: `The credential may not manage webhooks at ${service}`,
		fix: `Give it the right to read and write webhooks in the ${service} portal, then activate the workflow again.`,
	};
}
