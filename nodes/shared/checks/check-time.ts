import { time, type Json } from '../read';
import { isOnCalendar } from './calendar';
import type { Field, Finding } from './field';
import { show } from './show';

/** ISO 8601 as in RFC 3339: whole, with a zone. What the panel gives has been brought to this form. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Checks a point in time: readable, in the future, and after another one, where that is asked for. */
export function checkTime(
	{ inFuture, after, orSame = false }: Extract<Field, { kind: 'time' }>,
	value: unknown,
	body: Json,
): Finding | undefined {
	if (typeof value !== 'string' || !isDateTime(value)) {
		return {
			what: `is ${show(value)}, which is not a date and time`,
			fix: 'Give a date and time such as 2030-01-31T17:00:00Z.',
		};
	}
	const at = Date.parse(value);
	if (inFuture && at <= Date.now()) {
		return { what: `is ${value}, which is not in the future`, fix: 'Give a later date and time.' };
	}
	const earlier = after === undefined ? undefined : time(body[after]);
	const ahead = earlier === undefined ? -1 : Date.parse(earlier) - at;
	if (ahead > 0 || (ahead === 0 && !orSame)) {
		return {
			what: `is ${value}, which is ${orSame ? 'before' : 'not after'} the ship-by date ${earlier}`,
			fix: 'Swap the two dates, or give a later delivery date.',
		};
	}
	return undefined;
}

function isDateTime(value: string): boolean {
	return ISO.test(value) && isOnCalendar(value) && !Number.isNaN(Date.parse(value));
}
