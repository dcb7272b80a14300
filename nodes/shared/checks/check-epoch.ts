import { number, type Json } from '../read';
import type { Field, Finding, Place } from './field';
import { show } from './show';

/** Unix time in milliseconds has 12 digits since 1973. Fewer are seconds, taken for 1970. */
const FEWEST = 100_000_000_000;

/** It has 13 until 2286. More are micro- or nanoseconds, and a list up to them would have no end. */
const MOST = 9_999_999_999_999;

/** Checks a point in time given as Unix time in milliseconds. What the panel gives has been brought to it. */
export function checkEpoch(
	{ key, notBefore }: Extract<Field, { kind: 'epoch' }>,
	value: unknown,
	body: Json,
	{ naming, path }: Place,
): Finding | undefined {
	if (typeof value !== 'number' || !Number.isInteger(value)) {
		return {
			what: `is ${show(value)}, which is not a date and time`,
			fix: 'Give a date and time such as 2030-01-31T17:00:00Z, or in JSON Unix time in milliseconds.',
		};
	}
	if (value < FEWEST) {
		return {
			what: `is ${value}, which is not Unix time in milliseconds`,
			fix: 'Multiply seconds by 1000.',
		};
	}
	if (value > MOST) {
		return {
			what: `is ${value}, which is not Unix time in milliseconds`,
			fix: 'Divide microseconds by 1000, and nanoseconds by 1000000.',
		};
	}
	const earliest = notBefore && number(body[notBefore.key]);
	if (notBefore && earliest !== undefined && value < earliest) {
		const sibling = path.slice(0, -key.length) + notBefore.key;
		return {
			what: `is before '${naming === 'json' ? sibling : notBefore.label}'`,
			fix: 'Swap the two, or give a later end.',
		};
	}
	return undefined;
}
