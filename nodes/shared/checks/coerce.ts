import { tryToParseDateTime } from 'n8n-workflow';
import { id, list, looseFlag, number, record, texts, type Json } from '../read';
import { isOnCalendar } from './calendar';
import type { Field } from './field';

/**
 * Gives the values of a panel the types that the API wants, by the same table that checks them:
 * an expression may give a postal code as a number, a quantity as text, and the date picker gives
 * a time without a zone. A value that cannot be converted stays as it is, for the check to name.
 *
 * @param timezone the workflow's, for times without a zone
 */
export function coerce(body: Json, fields: readonly Field[], timezone: string): Json {
	const changed: { [key: string]: unknown } = {};
	for (const field of fields) {
		const value = body[field.key];
		if (value === undefined || value === null) continue;
		const coerced = coerceOne(value, field, timezone);
		if (coerced !== value) changed[field.key] = coerced;
	}
	return { ...body, ...record(changed) };
}

function coerceOne(value: unknown, field: Field, timezone: string): unknown {
	switch (field.kind) {
		case 'text':
			return typeof value === 'boolean' ? String(value) : (id(value) ?? value);
		case 'number':
			return number(value) ?? value;
		case 'flag':
			return looseFlag(value) ?? value;
		case 'time':
			return toInstant(value, timezone);
		case 'epoch':
			return toEpoch(value, timezone);
		case 'texts':
			return toTexts(value);
		case 'map':
			return value;
		case 'group':
			return coerceGroup(value, field.fields, timezone);
		case 'list':
			return Array.isArray(value)
				? list(value).map((one) => coerceGroup(one, field.fields, timezone))
				: value;
	}
}

function coerceGroup(value: unknown, fields: readonly Field[], timezone: string): unknown {
	const group = record(value);
	return group ? coerce(group, fields, timezone) : value;
}

function toEpoch(value: unknown, timezone: string): unknown {
	const epoch = number(value);
	if (epoch !== undefined) return epoch;
	const instant = readInstant(value, timezone);
	return instant === undefined ? value : Date.parse(instant);
}

/** A list, or text with commas or line breaks between the entries. */
function toTexts(value: unknown): unknown {
	if (typeof value === 'string') return texts(value.split(/[,\n]/));
	if (!Array.isArray(value)) return id(value) === undefined ? value : [id(value)];
	return list(value).map((entry) => id(entry) ?? entry);
}

function toInstant(value: unknown, timezone: string): unknown {
	return readInstant(value, timezone) ?? value;
}

/** n8n's parser takes "week 5" for a day of the year 2001. */
const HAS_YEAR = /\d{4}/;

/** ISO 8601 in UTC; undefined for what is no date. A day that no calendar has would be moved. */
function readInstant(value: unknown, timezone: string): string | undefined {
	if (typeof value === 'string' && !(HAS_YEAR.test(value) && isOnCalendar(value))) return undefined;
	try {
		return tryToParseDateTime(value, timezone).toUTC().toISO() ?? undefined;
	} catch {
		return undefined;
	}
}
