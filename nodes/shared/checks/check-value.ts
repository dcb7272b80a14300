import type { Json } from '../read';
import { checkEpoch } from './check-epoch';
import { checkTime } from './check-time';
import type { Field, Finding, Place, Problem } from './field';
import { show } from './show';

type ValueField = Exclude<Field, { kind: 'group' | 'list' | 'texts' | 'map' }>;

/** Checks one plain value that is there. `name` is how the person knows the field. */
export function checkValue(
	field: ValueField,
	value: unknown,
	name: string,
	body: Json,
	at: Place,
): Problem[] {
	const finding = findInValue(field, value, body, at);
	return finding ? [{ field: name, what: `${name} ${finding.what}`, fix: finding.fix }] : [];
}

function findInValue(
	field: ValueField,
	value: unknown,
	body: Json,
	at: Place,
): Finding | undefined {
	switch (field.kind) {
		case 'text':
			return checkText(field, value, body);
		case 'number':
			return checkNumber(field, value);
		case 'time':
			return checkTime(field, value, body);
		case 'epoch':
			return checkEpoch(field, value, body, at);
		case 'flag':
			return typeof value === 'boolean'
				? undefined
				: { what: `is ${show(value)}, but must be true or false`, fix: 'Give true or false.' };
	}
}

function checkText(
	field: Extract<Field, { kind: 'text' }>,
	value: unknown,
	body: Json,
): Finding | undefined {
	if (typeof value !== 'string') {
		return { what: `is ${show(value)}, but must be text`, fix: 'Give text.' };
	}
	const { max = Infinity, min = 0, pattern, patternIf, oneOf, listName, listFix } = field;
	const { form = 'of another form' } = field;
	if (value.length > max) {
		return {
			what: `is ${value.length} characters long, but at most ${max} are allowed`,
			fix: `Shorten it to ${max} characters.`,
		};
	}
	if (value.length < min) {
		return {
			what: `is ${value.length} characters long, but at least ${min} are needed`,
			fix: `Lengthen it to ${min} characters.`,
		};
	}
	const applies = !patternIf || body[patternIf.key] === patternIf.is;
	if (pattern && applies && !pattern.test(value)) {
		return { what: `is ${show(value)}, but must be ${form}`, fix: `Give ${form}.` };
	}
	if (oneOf && !isListed(oneOf, value)) {
		const choices = 'size' in oneOf ? (listName ?? 'a listed value') : `one of ${oneOf.join(', ')}`;
		return {
			what: `is ${show(value)}, which is not ${choices}`,
			fix: listFix ?? `Give ${choices}.`,
		};
	}
	return undefined;
}

function isListed(oneOf: readonly string[] | ReadonlySet<string>, value: string): boolean {
	return 'size' in oneOf ? oneOf.has(value) : oneOf.includes(value);
}

function checkNumber(
	{ min, whole }: Extract<Field, { kind: 'number' }>,
	value: unknown,
): Finding | undefined {
	const sort = whole ? 'a whole number' : 'a number';
	const bound = min === undefined ? '' : ` of at least ${min}`;
	const fix = `Give ${sort}${bound}.`;
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		return { what: `is ${show(value)}, but must be ${sort}`, fix };
	}
	if (min !== undefined && value < min) {
		return { what: `is ${value}, but must be at least ${min}`, fix };
	}
	if (whole && !Number.isInteger(value)) {
		return { what: `is ${value}, but must be a whole number`, fix };
	}
	return undefined;
}
