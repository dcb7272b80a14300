import { Failure, type FailureFacts } from '../../../nodes/shared/failure.ts';

/** The facts of the failure that an action must end in. Anything else that it throws fails the test. */
export function factsOf(action: () => unknown): FailureFacts {
	try {
		action();
	} catch (error) {
		if (error instanceof Failure) return error.facts;
		throw error;
	}
	throw new Error('This was expected to fail, and it did not');
}
