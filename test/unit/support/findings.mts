import { check } from '../../../nodes/shared/checks/check.ts';
import type { Field, Naming } from '../../../nodes/shared/checks/field.ts';
import { Failure } from '../../../nodes/shared/failure.ts';
import type { Json } from '../../../nodes/shared/read.ts';

/** Everything that a check finds in a body, each a sentence; empty if the body is in order. */
export function findingsIn(
	body: Json,
	fields: readonly Field[],
	naming: Naming = 'panel',
): string[] {
	try {
		check(body, fields, naming);
		return [];
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return [error.facts.what, ...(error.facts.alsoFound ?? [])];
	}
}
